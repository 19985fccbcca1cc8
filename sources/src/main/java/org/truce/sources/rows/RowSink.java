package org.truce.sources.rows;

import org.truce.report.Rejected;

/** Takes rows one by one. */
public interface RowSink {

  /** Takes a row that was read. */
  void row(Row row);

  /** Takes a row that could not be read. */
  void rejected(Rejected rejected);
}
