package org.truce.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How files of reports are read: the same for every command that reads some. */
final class ReportOptions {
  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "how to read a CSV or GeoJSON file (docs/mapping.md); may be repeated")
  private List<Path> mappings = new ArrayList<>();

  /** Returns these files, to be read in that way. */
  ReportInput of(List<Path> reports) {
    return new ReportInput(reports, mappings);
  }
}
