package org.truce.sources;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.report.Rejected;
import org.truce.report.Report;
import org.truce.report.ReportId;

/**
 * Keeps what was read from several files.
 *
 * <p>The same report again is a repeat and counted; the same number of the same source with another
 * content is rejected, since one of the two is wrong.
 */
public final class Received implements Reception {
  private final Map<ReportId, Report> reports = new LinkedHashMap<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private int repeated;

  @Override
  public void report(Report report) {
    Report earlier = reports.putIfAbsent(report.id(), report);
    if (earlier == null) {
      return;
    }
    if (earlier.claims().equals(report.claims()) && earlier.voice().equals(report.voice())) {
      repeated++;
    } else {
      rejected.add(
          new Rejected(
              report.document().input(),
              "report",
              report.id().toString(),
              "was read with another content at " + earlier.document().input()));
    }
  }

  @Override
  public void rejected(Rejected record) {
    rejected.add(record);
  }

  /** Returns the reports in the order read. */
  public List<Report> reports() {
    return List.copyOf(reports.values());
  }

  /** Returns what could not be read, in the order of files and lines. */
  public List<Rejected> rejected() {
    List<Rejected> sorted = new ArrayList<>(rejected);
    Collections.sort(sorted);
    return sorted;
  }

  /** Returns how many reports came again with the same content. */
  public int repeated() {
    return repeated;
  }
}
