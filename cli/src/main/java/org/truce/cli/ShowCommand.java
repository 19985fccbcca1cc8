package org.truce.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.AssessedNumbers;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.gazetteer.Gazetteer;
import org.truce.mechanism.Asked;
import org.truce.mechanism.AxisPosition;
import org.truce.mechanism.Mechanism;
import org.truce.mechanism.Receipts;
import org.truce.mechanism.View;
import org.truce.notation.AssessmentNotation;
import org.truce.place.Atlas;
import org.truce.provenance.Audience;
import org.truce.publish.Counted;
import org.truce.publish.ReasonsPage;
import org.truce.publish.SumLines;
import org.truce.publish.TerminalPage;
import org.truce.report.Claim;
import org.truce.report.Report;
import org.truce.report.ReportId;
import org.truce.store.Query;
import org.truce.store.Query.Comparison;
import org.truce.store.Row;
import org.truce.store.Table;
import org.truce.tally.PartOf;
import org.truce.time.Known;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce show}: what a mechanism knows, as of any time. */
@Command(
    name = "show",
    description =
        "Show what needs attention, incidents, one incident, findings, tallies, the timeline, or"
            + " what was rejected.")
final class ShowCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = "queue, incidents, incident, findings, tallies, timeline or rejected")
  private String what = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "I-0007")
  private @Nullable String id;

  @Mixin private AskedOptions options = new AskedOptions();

  @Option(names = "--reading", paramLabel = "ID", description = "only this reading")
  private @Nullable String reading;

  @Option(
      names = "--receipts",
      paramLabel = "DIR",
      description =
          "with tallies: write the receipt of each entry that is shown, for truce"
              + " ledger verify")
  private @Nullable Path receipts;

  @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
  private String format = "table";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (View view = options.open()) {
      Asked asked = options.of(view);
      switch (what) {
        case "queue" -> new QueuePage(view, asked).write(out);
        case "incidents" -> incidents(out, view, asked);
        case "incident" -> incident(out, view, asked);
        case "findings" -> findings(out, view, asked);
        case "tallies" -> tallies(out, view, asked);
        case "timeline" -> timeline(out, view, asked);
        case "rejected" -> rejected(out, view, asked);
        default -> throw new UnusableInput("there is no \"show %s\"".formatted(what));
      }
    }
    return 0;
  }

  private Assessment assessment(View view, Asked asked) {
    if (!view.hasAgreement(asked.index())) {
      throw new UnusableInput("no agreement had been adopted then: truce found AGREEMENT");
    }
    Assessment assessment = view.assessment(asked, Optional.ofNullable(reading));
    if (assessment.agreement().readings().isEmpty()) {
      throw new UnusableInput("--reading: \"%s\" is not defined".formatted(reading));
    }
    return assessment;
  }

  private void incidents(PrintWriter out, View view, Asked asked) {
    Assessment assessment = assessment(view, asked);
    if (format.equals("json")) {
      json(out, assessment);
      return;
    }
    List<String> readings =
        assessment.agreement().readings().stream().map(each -> each.id()).toList();
    SortedMap<Long, List<AxisPosition>> moved = view.moved(asked.index());
    for (AssessedIncident each : assessment.incidents()) {
      String worst =
          readings.stream()
              .map(id -> id + ": " + words(each.worst(id)))
              .collect(Collectors.joining("; "));
      out.printf(
          "%s  %s  %s  %s%s%s%n",
          each.incident().id(),
          each.incident().about().from(),
          Counted.of(each.incident().claims().size(), "claim"),
          worst,
          each.contested() ? "; contested" : "",
          moved.getOrDefault((long) each.incident().number(), List.of()).stream()
              .map(at -> "; " + position(at, asked))
              .collect(Collectors.joining()));
    }
    TreeSet<Long> numbers =
        assessment.incidents().stream()
            .map(each -> (long) each.incident().number())
            .collect(Collectors.toCollection(TreeSet::new));
    out.printf(
        "%s incidents, %d withheld, as of entry %d for the %s%n",
        view.count(numbers, asked.index()),
        assessment.counts().withheld(),
        asked.index(),
        asked.audience().code());
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private void incident(PrintWriter out, View view, Asked asked) {
    if (id == null || !id.matches("I-[0-9]{1,9}")) {
      throw new UnusableInput("name an incident: truce show incident I-0007");
    }
    long number = Long.parseLong(id.substring(2));
    long now =
        view.resolve(number, asked.index())
            .orElseThrow(() -> new UnusableInput("there is no %s at that time".formatted(id)));
    if (now != number) {
      out.printf("%s was merged into I-%04d%n", id, now);
    }
    List<View.Case> found = found(view, asked, now);
    if (found.isEmpty()) {
      throw new UnusableInput("%s is not shown to that audience or at that time".formatted(id));
    }
    for (View.Case one : found) {
      AssessedIncident each = one.assessed();
      new ReasonsPage(one.agreement()).write(out, each, one.sums());
      if (one.moreSums()) {
        out.println("  there may be more, of sums that began earlier");
      }
      SortedMap<ReportId, Report> reports = byId(one.reports());
      each.incident().claims().stream()
          .map(claim -> claim.id().report())
          .distinct()
          .forEach(report -> out.println("  " + report + learnt(reports.get(report), asked)));
      List<String> readings = one.agreement().readings().stream().map(reads -> reads.id()).toList();
      AxisPosition.of(each, readings, view.moved(asked.index()))
          .forEach(at -> out.println("  " + position(at, asked)));
    }
  }

  /**
   * The incident of a number. What the mission knows of it is read alone; what another audience may
   * see, or what had been said by a time, is sorted anew and can be in several parts.
   */
  private List<View.Case> found(View view, Asked asked, long number) {
    boolean isWhole =
        asked.audience() == Audience.MISSION
            && asked.saidBy().isEmpty()
            && asked.about().isEmpty()
            && reading == null;
    if (isWhole && view.hasAgreement(asked.index())) {
      return List.of(view.incident(number, asked.index()));
    }
    Assessment assessment = assessment(view, asked);
    List<Report> reports = view.reports(asked.index());
    Atlas atlas = Gazetteer.load().atlas();
    return assessment.incidents().stream()
        .filter(each -> each.incident().number() == number)
        .map(
            each ->
                new View.Case(
                    assessment.agreement(),
                    each,
                    speakingOf(each, reports),
                    PartOf.of(each.incident().claims(), assessment.claims(), atlas),
                    false))
        .toList();
  }

  private static List<Report> speakingOf(AssessedIncident incident, List<Report> reports) {
    Set<ReportId> speaking =
        incident.incident().claims().stream()
            .map(claim -> claim.id().report())
            .collect(Collectors.toSet());
    return reports.stream().filter(report -> speaking.contains(report.id())).toList();
  }

  /** Where an alleged breach stands; who moved it there stays in the mission. */
  private static String position(AxisPosition at, Asked asked) {
    String of = at.reading().isEmpty() ? "" : " (" + at.reading() + ")";
    String by =
        at.act()
            .filter(act -> asked.audience() == Audience.MISSION)
            .map(act -> ", entry " + act)
            .orElse("");
    return "%s%s: %s%s".formatted(at.axis(), of, at.value(), by);
  }

  private static SortedMap<ReportId, Report> byId(List<Report> all) {
    SortedMap<ReportId, Report> reports = new TreeMap<>();
    all.forEach(report -> reports.put(report.id(), report));
    return reports;
  }

  private static String learnt(@Nullable Report report, Asked asked) {
    Optional<Known> known = Optional.ofNullable(report).flatMap(of -> View.learnt(of, asked));
    return known
        .map(
            at ->
                "  entry %d, known %s%s"
                    .formatted(
                        at.ledgerIndex(),
                        at.recordedAt(),
                        at.reconstructed() ? " (reconstructed)" : ""))
        .orElse("");
  }

  private void findings(PrintWriter out, View view, Asked asked) {
    Assessment assessment = assessment(view, asked);
    if (format.equals("json")) {
      json(out, assessment);
    } else {
      new TerminalPage(assessment, numbers(assessment))
          .write(out, rejectedRows(view, asked).size());
    }
  }

  private static void json(PrintWriter out, Assessment assessment) {
    new AssessmentNotation(assessment, numbers(assessment)).write(out, 0, List.of(), 0);
  }

  private void tallies(PrintWriter out, View view, Asked asked) {
    Assessment assessment = assessment(view, asked);
    SortedMap<ReportId, Report> reports = byId(view.reports(asked.index()));
    List<Claim.Tally> tallies = new ArrayList<>();
    for (Claim claim : assessment.claims()) {
      boolean then =
          asked.about().map(span -> span.overlaps(claim.statement().about())).orElse(true);
      if (claim instanceof Claim.Tally tally && then) {
        tallies.add(tally);
      }
    }
    for (Claim.Tally tally : tallies) {
      out.printf(
          "%s  %s of %s to %s: %s%s%n",
          tally.id(),
          tally.statement().voice().name(),
          tally.statement().about().from(),
          tally.statement().about().to(),
          SumLines.figures(tally),
          learnt(reports.get(tally.id().report()), asked));
      SumLines.within(tally, assessment, Gazetteer.load().atlas())
          .ifPresent(line -> out.println("  " + line));
    }
    receipts(tallies.stream().map(tally -> reports.get(tally.id().report())).toList(), asked, out);
    if (tallies.isEmpty()) {
      out.println("no data: nobody gave a total that may be shown");
    }
  }

  /**
   * Writes the receipts of entries that may be told of; each is named as the line above it says.
   */
  private void receipts(List<Report> shown, Asked asked, PrintWriter out) {
    if (receipts == null) {
      return;
    }
    TreeSet<Long> entries = new TreeSet<>();
    for (Report report : shown) {
      View.learnt(report, asked).ifPresent(known -> entries.add(known.ledgerIndex()));
    }
    Receipts.write(options.data(), entries, receipts)
        .forEach(
            (entry, level) ->
                out.printf(
                    "receipt of entry %d, %s: %s%n",
                    entry,
                    level.name().toLowerCase(Locale.ROOT),
                    receipts.resolve(Receipts.name(entry))));
  }

  private void timeline(PrintWriter out, View view, Asked asked) {
    for (Report report : view.reports(asked.index())) {
      boolean said =
          asked.saidBy().map(time -> !report.voice().said().to().isAfter(time)).orElse(true);
      boolean then =
          asked
              .about()
              .map(
                  span ->
                      report.claims().stream()
                          .anyMatch(claim -> span.overlaps(claim.statement().about())))
              .orElse(true);
      if (said && then && asked.audience().maySee(report.voice().disclosure().effective())) {
        out.printf(
            "%s  said %s to %s  %s%s%n",
            report.id(),
            report.voice().said().from(),
            report.voice().said().to(),
            Counted.of(report.claims().size(), "claim"),
            learnt(report, asked));
      }
    }
    if (asked.audience() == Audience.MISSION) {
      for (Row act : view.rows(Query.of(Table.ACT, asked.index()))) {
        out.printf(
            "entry %d  %s %s  %s%s%n",
            act.number("entry"),
            act.text("act"),
            act.text("subject").length() > 60
                ? act.text("subject").substring(0, 60) + "…"
                : act.text("subject"),
            act.text("reason"),
            act.text("refused").isEmpty() ? "" : "  refused: " + act.text("refused"));
      }
    }
  }

  /** Nobody knows what a record that could not be read may show, so it stays in the mission. */
  private static List<Row> rejectedRows(View view, Asked asked) {
    return asked.audience() == Audience.MISSION
        ? view.rows(Query.of(Table.REJECTED, asked.index()).where("entry", Comparison.MORE, -1L))
        : List.of();
  }

  private void rejected(PrintWriter out, View view, Asked asked) {
    List<Row> rows = rejectedRows(view, asked);
    rows.forEach(row -> out.println(Mechanism.rejected(row)));
    out.printf("%,d records could not be read%n", rows.size());
  }

  private static AssessedNumbers numbers(Assessment assessment) {
    return AssessedNumbers.of(assessment, Gazetteer.load().atlas());
  }
}
