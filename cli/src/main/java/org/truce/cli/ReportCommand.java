package org.truce.cli;

import picocli.CommandLine.Command;

/** {@code truce report}: reports that a mission sends out, one command for each kind. */
@Command(
    name = "report",
    description = "Write the reports that a mission sends out.",
    subcommands = {ReportDailyCommand.class})
final class ReportCommand {}
