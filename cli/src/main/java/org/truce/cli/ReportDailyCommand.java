package org.truce.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.truce.agreement.Agreement;
import org.truce.assessment.Assessment;
import org.truce.assessment.Selection;
import org.truce.gazetteer.Gazetteer;
import org.truce.publish.daily.DailyReport;
import org.truce.publish.daily.Day;
import org.truce.publish.daily.Document;
import org.truce.publish.daily.HtmlForm;
import org.truce.publish.daily.MarkdownForm;
import org.truce.publish.daily.PdfForm;
import org.truce.publish.daily.Words;
import org.truce.publish.html.Basis;
import org.truce.sources.Received;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce report daily}. */
@Command(
    name = "daily",
    description = "Write what was reported of one day, every number with what it counts.")
final class ReportDailyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "AGREEMENT", description = "agreement.yaml")
  private Path agreement = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "REPORTS",
      description = "files of reports, or folders of them")
  private List<Path> reports = new ArrayList<>();

  @Mixin private ReportOptions reading = new ReportOptions();

  @Option(names = "--day", required = true, paramLabel = "DATE", description = "2025-04-20")
  private String date = "";

  @Option(
      names = "--cut-off",
      paramLabel = "TIME",
      description = "local time at which the 24 hours end, such as 19:30; midnight when left out")
  private String cutOff = "00:00";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "whose clocks count; those of the first reading when left out")
  private @Nullable String zone;

  @Mixin private SaidByOption saidBy = new SaidByOption();

  @Mixin private AudienceOption audience = new AudienceOption();

  @Option(names = "--lang", paramLabel = "CODE", description = "en (default), ar, uk or ru")
  private String language = "en";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "FILE.html, FILE.md or FILE.pdf")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!Words.LANGUAGES.contains(language)) {
      throw new UnusableInput(
          "--lang: \"%s\" is not one of %s"
              .formatted(language, String.join(", ", Words.LANGUAGES)));
    }
    requireForm();
    Gazetteer gazetteer = Gazetteer.load();
    Agreement read = new AgreementFile(agreement).read(gazetteer.atlas());
    Day day = day(read);
    Received received = reading.of(reports).received(gazetteer);
    Selection selection =
        new Selection(saidBy.time(), Optional.empty(), Optional.empty(), audience.audience());
    Assessment assessment = Assessment.of(read, gazetteer.atlas(), received.reports(), selection);
    Basis basis =
        new Basis(
            received.reports(),
            received.rejected().size(),
            AssessCommand.shownRejected(assessment, received));
    Words words = new Words(language, day.zone(), gazetteer::names);
    write(DailyReport.of(assessment, basis, gazetteer.atlas(), words, day));
    spec.commandLine().getErr().printf("%s written%n", out);
    return 0;
  }

  private Day day(Agreement read) {
    try {
      ZoneId clocks =
          zone == null ? read.readings().getFirst().inForce().start().zone() : ZoneId.of(zone);
      return new Day(LocalDate.parse(date), LocalTime.parse(cutOff), clocks);
    } catch (DateTimeException e) {
      throw new UnusableInput(
          "--day, --cut-off, --zone: %s; write them as 2025-04-20, 19:30, Europe/Kyiv"
              .formatted(e.getMessage()));
    }
  }

  private String form() {
    String name = String.valueOf(out.getFileName());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void requireForm() {
    if (!List.of("html", "md", "pdf").contains(form())) {
      throw new UnusableInput("--out: \"%s\" ends in none of .html, .md, .pdf".formatted(out));
    }
  }

  private void write(Document document) {
    try {
      Path folder = out.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      switch (form()) {
        case "md" -> Files.writeString(out, MarkdownForm.of(document));
        case "html" -> Files.writeString(out, HtmlForm.of(document));
        default -> {
          try (OutputStream file = Files.newOutputStream(out)) {
            PdfForm.write(document, file);
          }
        }
      }
    } catch (IOException e) {
      throw new UnusableInput("cannot write to %s: %s".formatted(out, Reason.of(e)));
    }
  }
}
