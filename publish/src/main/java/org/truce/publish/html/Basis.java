package org.truce.publish.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.truce.provenance.Audience;
import org.truce.provenance.Coarsening;
import org.truce.report.Rejected;
import org.truce.report.Report;
import org.truce.report.ReportId;

/**
 * What an assessment rests on.
 *
 * @param reports the reports as read; only those are shown of which the audience may see a claim
 * @param rejected how many records could not be read
 * @param shown those of them that the audience may see
 */
public record Basis(List<Report> reports, int rejected, List<Rejected> shown) {
  public Basis {
    reports = List.copyOf(reports);
    shown = List.copyOf(shown);
  }

  /** Returns the reports by their id. */
  public Map<ReportId, Report> byId() {
    return reports.stream().collect(Collectors.toMap(Report::id, report -> report, (a, b) -> a));
  }

  /**
   * Returns where a report can be read, unless that would give away to this audience the place or
   * time that is made vague for it.
   */
  public Optional<String> address(Report report, Audience audience) {
    boolean vague =
        audience != Audience.MISSION
            && !report.voice().disclosure().leastCoarsening().equals(Coarsening.NONE);
    return vague ? Optional.empty() : report.document().address();
  }
}
