package org.truce.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.truce.gazetteer.Gazetteer;
import org.truce.notation.NotationException;
import org.truce.report.Input;
import org.truce.report.Rejected;
import org.truce.sources.Reception;
import org.truce.text.TextReader;
import org.truce.text.TextReports;

/** Reads a text as reports of a machine: they are shown and make no account. */
final class TextSource {
  private TextSource() {}

  static void read(Path file, Gazetteer gazetteer, Reception reception) {
    try {
      new TextReports(new TextReader(gazetteer))
          .read(ExtractCommand.read(file, Optional.empty(), Optional.empty()))
          .forEach(reception::report);
    } catch (NotationException e) {
      reception.rejected(new Rejected(new Input(file.toString(), 1), "", "", e.reason()));
    }
  }
}
