package org.truce.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.truce.mechanism.Mechanism;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce doctor}: is the ledger whole, and the projection what it says it must be? */
@Command(
    name = "doctor",
    description =
        "Read the whole ledger, make the projection again beside the present one, and name what is"
            + " damaged or the first entry and row that differ; exit code 1 when something is.")
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Mechanism mechanism = Mechanism.open(data, Clock.systemUTC())) {
      List<String> differences = mechanism.differences();
      differences.forEach(out::println);
      out.printf(
          "%,d entries, digest %s: %s%n",
          mechanism.progress().entries(),
          mechanism.digest(),
          differences.isEmpty() ? "the rows are what the ledger leads to" : "NOT in order");
      out.println(
          "warning: no witness: if the data folder and the keys beside it are put back together to an"
              + " earlier state, nobody can tell; keep the keys elsewhere");
      return differences.isEmpty() ? 0 : 1;
    }
  }
}
