package org.truce.sources;

import org.truce.report.Rejected;
import org.truce.report.Report;

/** Takes what a reader reads, record by record. */
public interface Reception {

  /** Takes a report that was read. */
  void report(Report report);

  /** Takes a record that could not be read. */
  void rejected(Rejected rejected);
}
