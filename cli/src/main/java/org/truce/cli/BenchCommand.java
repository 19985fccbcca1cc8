package org.truce.cli;

import picocli.CommandLine.Command;

/** {@code truce bench}: measured figures, with the machine next to them. */
@Command(
    name = "bench",
    description = "Measure, and compare with the stored goals (exit code 1 when one is missed).",
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      BenchAssessCommand.class,
      BenchTextCommand.class,
      BenchIntakeCommand.class,
      BenchReportCommand.class,
      BenchCrashCommand.class,
      BenchTamperCommand.class,
      BenchLedgerCommand.class,
      BenchFusionCommand.class,
      BenchMechanismCommand.class,
      BenchStartCommand.class,
    })
final class BenchCommand {}
