package org.truce.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.truce.mechanism.MechanismException;
import org.truce.notation.NotationException;
import org.truce.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "truce",
    description = "Software for ceasefire mechanisms.",
    mixinStandardHelpOptions = true,
    version = "truce 0.1.0")
public final class Truce {
  /** In the order in which the help names them. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          AgreementCommand.class,
          AssessCommand.class,
          DemoCommand.class,
          FoundCommand.class,
          ImportCommand.class,
          ShowCommand.class,
          ExportCommand.class,
          ActCommand.class,
          RebuildCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          DoctorCommand.class,
          FuseCommand.class,
          SimulateCommand.class,
          BenchCommand.class,
          ExtractCommand.class,
          ReviewCommand.class,
          MappingCommand.class,
          ReportsCommand.class,
          TallyCommand.class,
          LedgerCommand.class,
          ReportCommand.class);

  /** Bad usage or unusable input. */
  static final int UNUSABLE = 2;

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Runs one command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line =
        withCommandsFor(arguments)
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(
                (e, command, result) -> {
                  if (e instanceof NotationException
                      || e instanceof UnusableInput
                      || e instanceof MechanismException
                      || e instanceof StoreException) {
                    err.println("truce: " + e.getMessage());
                    return UNUSABLE;
                  }
                  throw e;
                });
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  /** Only the command that is called is made ready: a tenth of a second less for each call. */
  private static CommandLine withCommandsFor(String... arguments) {
    List<Class<?>> called =
        COMMANDS.stream()
            .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
            .toList();
    CommandLine line = new CommandLine(new Truce());
    (called.isEmpty() ? COMMANDS : called).forEach(line::addSubcommand);
    return line;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }
}
