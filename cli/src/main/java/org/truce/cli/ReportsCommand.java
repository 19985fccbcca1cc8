package org.truce.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.truce.gazetteer.Gazetteer;
import org.truce.report.Claim;
import org.truce.report.Rejected;
import org.truce.report.Report;
import org.truce.sources.Reception;
import org.truce.sources.Repeats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce reports}. */
@Command(
    name = "reports",
    description = "Work on files of reports.",
    synopsisSubcommandLabel = "check|compare",
    subcommands = {ReportsCommand.Check.class, ReportsCompareCommand.class})
final class ReportsCommand {

  /** {@code truce reports check}: a dry run at any size. */
  @Command(
      name = "check",
      description =
          "Read files of any size to the end and say what is in them and what cannot be read;"
              + " nothing is kept.")
  static final class Check implements Callable<Integer>, Reception {
    private static final int MOST_SHOWN = 20;

    @Parameters(
        arity = "1..*",
        paramLabel = "REPORTS",
        description = "files of reports, or folders")
    private List<Path> reports = new ArrayList<>();

    @Mixin private ReportOptions reading = new ReportOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Map<String, Long> claims = new TreeMap<>();
    private final Repeats repeats = new Repeats();
    private long read;
    private long repeated;
    private long rejected;

    @Override
    public Integer call() {
      reading.of(reports).read(Gazetteer.load(), this);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          Locale.ROOT,
          "reports   %,d read · %,d repeated · %,d rejected%n",
          read,
          repeated,
          rejected);
      claims.forEach((kind, count) -> out.printf(Locale.ROOT, "          %,d %s%n", count, kind));
      if (rejected > MOST_SHOWN) {
        out.printf("          the first %d rejected records are shown above%n", MOST_SHOWN);
      }
      return 0;
    }

    @Override
    public void report(Report report) {
      switch (repeats.note(report)) {
        case NEW -> {
          read++;
          for (Claim claim : report.claims()) {
            claims.merge(claim.kind(), 1L, Long::sum);
          }
        }
        case REPEATED -> repeated++;
        case OTHER_CONTENT ->
            rejected(
                new Rejected(
                    report.document().input(),
                    "report",
                    report.id().toString(),
                    "was read before with another content"));
      }
    }

    @Override
    public void rejected(Rejected record) {
      if (++rejected <= MOST_SHOWN) {
        spec.commandLine().getErr().println(record);
      }
    }
  }
}
