package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.trial.TamperCampaign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce bench tamper}: whether the ledger's verifier can be deceived by small changes. */
@Command(
    name = "tamper",
    description =
        "Change logs, receipts and evidence N times; exit code 1 if the verifier reports anything"
            + " false, or refuses an honest log.")
final class BenchTamperCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Parameters(paramLabel = "N", defaultValue = "10000", description = "changes; default 10,000")
  private long changes;

  @Option(names = "--logs", defaultValue = "1000", description = "honest logs to accept")
  private int logs;

  @Option(names = "--seed", defaultValue = "1", description = "of the logs and the changes")
  private long seed;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, Malformed {
    PrintWriter out = spec.commandLine().getOut();
    List<String> alarms = TamperCampaign.falseAlarms(logs, seed);
    out.printf("%d honest logs: %d refused%n", logs, alarms.size());
    alarms.stream().limit(SHOWN).forEach(out::println);
    TamperCampaign.Outcome outcome = TamperCampaign.run(changes, seed);
    out.printf(
        Locale.ROOT,
        "%d changes: %d detected, %d leave every reported statement true, %d missed (seed %d)%n",
        outcome.changes(),
        outcome.detected(),
        outcome.harmless(),
        outcome.missed().size(),
        seed);
    outcome.missed().stream().limit(SHOWN).forEach(out::println);
    out.println(Measured.machine());
    return alarms.isEmpty() && outcome.missed().isEmpty() ? 0 : 1;
  }
}
