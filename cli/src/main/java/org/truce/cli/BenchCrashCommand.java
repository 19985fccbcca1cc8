package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.truce.ledger.trial.CrashCampaign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce bench crash}: how many acknowledged records are lost when the ledger dies. */
@Command(
    name = "crash",
    description = "Kill a ledger, or cut its power, N times; exit code 1 if anything is lost.")
final class BenchCrashCommand implements Callable<Integer> {
  @Option(names = "--kill9", paramLabel = "N", description = "deaths by signal 9")
  private int kills;

  @Option(names = "--power-cut", paramLabel = "N", description = "cut power, on ext4; needs root")
  private int cuts;

  @Option(names = "--unforced", description = "with the bug that nothing is forced: must lose")
  private boolean unforced;

  @Option(names = "--seed", defaultValue = "1", description = "of the times of death")
  private long seed;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("truce-crash");
    try {
      long lost = 0;
      if (kills > 0) {
        lost += print("kill -9", CrashCampaign.kill9(folder, kills, seed));
      }
      if (cuts > 0) {
        if (!CrashCampaign.canCutPower(folder)) {
          String need = "LEFT OUT: power cuts need root, loop devices, mkfs.ext4 and mkfs.xfs";
          spec.commandLine().getErr().println(need);
          return "1".equals(System.getenv("TRUCE_REQUIRE_ALL")) ? 1 : 0;
        }
        lost += print("power cut", CrashCampaign.powerCut(folder, cuts, seed, !unforced));
      }
      return lost == 0 ? 0 : 1;
    } finally {
      CrashCampaign.delete(folder);
    }
  }

  private long print(String what, CrashCampaign.Outcome outcome) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %d deaths, %d records acknowledged, losses after %d deaths (seed %d)%n",
        what, outcome.cycles(), outcome.acknowledged(), outcome.losses().size(), seed);
    outcome.losses().forEach(out::println);
    out.println(Measured.machine());
    // A trial in which nothing was acknowledged shows nothing.
    return outcome.acknowledged() == 0 ? 1 : outcome.losses().size();
  }
}
