package org.truce.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.truce.coverage.CountingRule;
import org.truce.gazetteer.Gazetteer;
import org.truce.notation.TallyNotation;
import org.truce.publish.TallyPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce tally}. */
@Command(
    name = "tally",
    description =
        "Hold totals against their parts, against each other and against what was noticed: windows,"
            + " units, running totals, contradictions, tolls, hours without data, alerts.")
final class TallyCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "REPORTS", description = "files of reports, or folders")
  private List<Path> reports = new ArrayList<>();

  @Mixin private ReportOptions reading = new ReportOptions();

  @Option(
      names = "--about",
      paramLabel = "FROM/TO",
      description = "the window to count in; only tallies that meet it; both with offset")
  private @Nullable String about;

  @Option(
      names = "--around",
      paramLabel = "LENGTH",
      description = "with --about: also count as long before and after, such as P30D")
  private String around = "PT0S";

  @Mixin private SaidByOption saidBy = new SaidByOption();

  @Option(
      names = "--counting-rule",
      paramLabel = "RULE",
      description = "add units of what was noticed under this rule: osce-smm")
  private @Nullable String countingRule;

  @Option(
      names = "--stale-after",
      paramLabel = "LENGTH",
      description = "how long an alert is believed; P1D when left out")
  private String staleAfter = "P1D";

  @Option(names = "--zone", paramLabel = "ZONE", description = "clocks to print by; UTC")
  private String zone = "UTC";

  @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
  private String format = "table";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TallyInput input =
        new TallyInput(
            Optional.ofNullable(about).map(WrittenTime::span),
            saidBy.time(),
            length("--around", around),
            length("--stale-after", staleAfter));
    Optional<CountingRule> rule = Optional.ofNullable(countingRule).map(TallyCommand::rule);
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new UnusableInput("--zone: \"%s\" is not an IANA time zone".formatted(zone));
    }
    Gazetteer gazetteer = Gazetteer.load();
    reading.of(reports).read(gazetteer, input);
    var found = input.analysis(gazetteer.atlas());
    switch (format) {
      case "table" ->
          new TallyPage(ZoneId.of(zone), rule).write(spec.commandLine().getOut(), found);
      case "json" -> new TallyNotation(rule).write(spec.commandLine().getOut(), found);
      default ->
          throw new UnusableInput("--format: \"%s\" is neither table nor json".formatted(format));
    }
    return 0;
  }

  private static CountingRule rule(String code) {
    return CountingRule.find(code)
        .orElseThrow(
            () ->
                new UnusableInput(
                    "--counting-rule: \"%s\" is not known: osce-smm".formatted(code)));
  }

  private static Duration length(String option, String text) {
    try {
      Duration length = Duration.parse(text);
      if (!length.isNegative() && length.compareTo(Duration.ofDays(36_525)) <= 0) {
        return length;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new UnusableInput(
        "%s: \"%s\" is not a length such as P30D or PT12H".formatted(option, text));
  }
}
