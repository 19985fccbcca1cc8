package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.truce.agreement.Agreement;
import org.truce.assessment.AssessedNumbers;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Selection;
import org.truce.gazetteer.Gazetteer;
import org.truce.notation.AssessmentNotation;
import org.truce.notation.Suggestion;
import org.truce.place.Atlas;
import org.truce.place.BoundaryVersion;
import org.truce.provenance.Audience;
import org.truce.publish.OutputFolder;
import org.truce.publish.ReasonsPage;
import org.truce.publish.TerminalPage;
import org.truce.publish.html.Backdrop;
import org.truce.publish.html.Basis;
import org.truce.publish.html.ReportPage;
import org.truce.report.Rejected;
import org.truce.sources.Received;
import org.truce.tally.PartOf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce assess}. */
@Command(
    name = "assess",
    description =
        "Say which incidents an agreement covers, what its words say of each under whose reading"
            + " and whose account, and what cannot be decided.")
final class AssessCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "AGREEMENT", description = "agreement.yaml")
  private Path agreement = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "REPORTS",
      description =
          "files of reports, or folders of them: JSON Lines (docs/report-format.md), UCDP GED CSV"
              + " or texts that end in .txt (docs/text.md)")
  private List<Path> reports = new ArrayList<>();

  @Mixin private ReportOptions files = new ReportOptions();

  @Mixin private SaidByOption saidBy = new SaidByOption();

  @Option(
      names = "--about",
      paramLabel = "FROM/TO",
      description = "only incidents that can have happened then, both with offset")
  private @Nullable String about;

  @Option(names = "--reading", paramLabel = "ID", description = "only this reading")
  private @Nullable String reading;

  @Mixin private AudienceOption audience = new AudienceOption();

  @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
  private String format = "table";

  @Option(
      names = "--incident",
      paramLabel = "ID",
      description = "print one incident with its claims and the reasons of every finding")
  private @Nullable String incident;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "write report.html, incidents.geojson, findings.csv, tallies.csv, claims.csv,"
              + " rejected.csv")
  private @Nullable Path out;

  @Option(
      names = "--boundaries",
      paramLabel = "VERSION",
      description =
          "whose view of borders the map of report.html draws; no-position (default) takes none")
  private String boundaries = "no-position";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Selection selection = selection();
    Gazetteer gazetteer = Gazetteer.load();
    Agreement read = new AgreementFile(agreement).read(gazetteer.atlas());
    requireReading(read);
    Received received = files.of(reports).received(gazetteer);
    Assessment assessment = Assessment.of(read, gazetteer.atlas(), received.reports(), selection);
    print(assessment, received, gazetteer.atlas());
    if (out != null && incident == null) {
      write(assessment, received, gazetteer, out);
    }
    return 0;
  }

  private Selection selection() {
    return new Selection(
        saidBy.time(),
        Optional.ofNullable(about).map(WrittenTime::span),
        Optional.ofNullable(reading),
        audience.audience());
  }

  private void requireReading(Agreement read) {
    List<String> known = read.readings().stream().map(each -> each.id()).toList();
    if (reading != null && !known.contains(reading)) {
      throw new UnusableInput(
          "--reading: \"%s\" is not defined%n       %s"
              .formatted(reading, String.join("\n       ", Suggestion.hints(reading, known))));
    }
  }

  private void print(Assessment assessment, Received received, Atlas atlas) {
    PrintWriter terminal = spec.commandLine().getOut();
    if (incident != null) {
      AssessedIncident asked = incident(assessment, incident);
      new ReasonsPage(assessment.agreement())
          .write(terminal, asked, PartOf.of(asked.incident().claims(), assessment.claims(), atlas));
      return;
    }
    switch (format) {
      case "json" ->
          new AssessmentNotation(assessment, AssessedNumbers.of(assessment, atlas))
              .write(
                  terminal,
                  received.rejected().size(),
                  shownRejected(assessment, received),
                  received.repeated());
      case "table" ->
          new TerminalPage(assessment, AssessedNumbers.of(assessment, atlas))
              .write(terminal, received.rejected().size());
      default ->
          throw new UnusableInput("--format: \"%s\" is neither table nor json".formatted(format));
    }
  }

  /** Nobody knows what a record that could not be read may show, so it stays in the mission. */
  static List<Rejected> shownRejected(Assessment assessment, Received received) {
    return assessment.selection().audience() == Audience.MISSION ? received.rejected() : List.of();
  }

  private static AssessedIncident incident(Assessment assessment, String id) {
    return assessment.incidents().stream()
        .filter(each -> each.incident().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableInput(
                    "--incident: there is no %s among %d incidents"
                        .formatted(id, assessment.incidents().size())));
  }

  private void write(Assessment assessment, Received received, Gazetteer gazetteer, Path folder) {
    List<Rejected> shown = shownRejected(assessment, received);
    Backdrop backdrop = backdrop(gazetteer);
    try {
      List<String> names = new OutputFolder(folder).write(assessment, shown);
      Basis basis = new Basis(received.reports(), received.rejected().size(), shown);
      try (Writer page = Files.newBufferedWriter(folder.resolve("report.html"))) {
        AssessedNumbers numbers = AssessedNumbers.of(assessment, gazetteer.atlas());
        new ReportPage(assessment, numbers, basis, backdrop).write(page);
      }
      spec.commandLine()
          .getErr()
          .printf("report.html, %s written to %s%n", String.join(", ", names), folder);
    } catch (IOException e) {
      throw new UnusableInput("cannot write to %s: %s".formatted(folder, Reason.of(e)));
    }
  }

  private Backdrop backdrop(Gazetteer gazetteer) {
    BoundaryVersion version =
        gazetteer
            .atlas()
            .findBoundary(boundaries)
            .orElseThrow(
                () ->
                    new UnusableInput(
                        "--boundaries: \"%s\" is not defined%n       %s"
                            .formatted(
                                boundaries,
                                String.join(
                                    "\n       ",
                                    Suggestion.hints(
                                        boundaries,
                                        List.copyOf(gazetteer.atlas().boundaryVersions()))))));
    return new Backdrop(gazetteer.atlas(), version, gazetteer::names);
  }
}
