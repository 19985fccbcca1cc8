package org.truce.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.truce.mechanism.Mechanism;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce rebuild}: the projection thrown away and made again from the ledger. */
@Command(
    name = "rebuild",
    description =
        "Throw the projection away and make it again from the ledger; exit code 1 when its digest is"
            + " another than before.")
final class RebuildCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Mechanism mechanism = Mechanism.open(data, Clock.systemUTC())) {
      String before = mechanism.digest();
      String after = mechanism.rebuild();
      mechanism.indexText();
      spec.commandLine()
          .getOut()
          .printf(
              "%,d entries; digest before %s%n%s%n",
              mechanism.progress().entries(),
              before,
              before.equals(after) ? "after: the same" : "after: " + after + ", NOT the same");
      return before.equals(after) ? 0 : 1;
    }
  }
}
