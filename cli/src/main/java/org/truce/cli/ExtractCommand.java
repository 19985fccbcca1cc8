package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.truce.gazetteer.Gazetteer;
import org.truce.text.TextDocument;
import org.truce.text.TextReader;
import org.truce.text.TextReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce extract}: text to claims with spans. */
@Command(
    name = "extract",
    description = "Read news and official statements into claims, each with its words verbatim.")
final class ExtractCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "texts, UTF-8 (docs/text.md)")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--published",
      paramLabel = "DAY",
      description = "day of publication, when the file does not say: 2026-01-05")
  private @Nullable String published;

  @Option(names = "--lang", paramLabel = "L", description = "ar or en; else by the letters")
  private @Nullable String language;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "claims (default: with spans) or reports (docs/report-format.md)")
  private String format = "claims";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TextReports reports = new TextReports(new TextReader(Gazetteer.load()));
    PrintWriter out = spec.commandLine().getOut();
    for (Path file : files) {
      TextDocument document = read(file, day(), Optional.ofNullable(language));
      List<String> lines =
          switch (format) {
            case "claims" -> reports.claimLines(document);
            case "reports" -> reports.lines(document);
            default ->
                throw new UnusableInput(
                    "--format: \"%s\" is neither claims nor reports".formatted(format));
          };
      lines.forEach(out::println);
    }
    return 0;
  }

  private Optional<LocalDate> day() {
    try {
      return Optional.ofNullable(published).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new UnusableInput(
          "--published: \"%s\" is not a day such as 2026-01-05".formatted(published));
    }
  }

  /** Reads a text, or says why it cannot be read. */
  static TextDocument read(Path file, Optional<LocalDate> published, Optional<String> language) {
    try {
      return TextDocument.read(file, published, language);
    } catch (IOException e) {
      throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
    }
  }
}
