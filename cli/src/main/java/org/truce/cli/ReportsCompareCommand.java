package org.truce.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.truce.gazetteer.Gazetteer;
import org.truce.notation.RevisionNotation;
import org.truce.publish.RevisionPage;
import org.truce.revision.Revisions;
import org.truce.sources.Received;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce reports compare}. */
@Command(
    name = "compare",
    description =
        "Say what changed between two versions of the same data, value by value; what was only"
            + " renamed or written otherwise is told apart (docs/tallies.md).")
final class ReportsCompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "EARLIER", description = "file or folder of reports")
  private Path earlier = Path.of("");

  @Parameters(index = "1", paramLabel = "LATER", description = "the same data, later")
  private Path later = Path.of("");

  @Mixin private ReportOptions reading = new ReportOptions();

  @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
  private String format = "table";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Gazetteer gazetteer = Gazetteer.load();
    Received before = reading.of(List.of(earlier)).received(gazetteer);
    Received now = reading.of(List.of(later)).received(gazetteer);
    Revisions revisions = Revisions.between(before.reports(), now.reports());
    var out = spec.commandLine().getOut();
    int unread = before.rejected().size();
    int unreadNow = now.rejected().size();
    switch (format) {
      case "table" -> new RevisionPage(revisions).write(out, unread, unreadNow);
      case "json" -> RevisionNotation.write(out, revisions, unread, unreadNow);
      default ->
          throw new UnusableInput("--format: \"%s\" is neither table nor json".formatted(format));
    }
    return 0;
  }
}
