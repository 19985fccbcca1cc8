package org.truce.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.truce.mechanism.Mechanism;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce bench start}: from the call of a process until it takes in and projects. */
@Command(
    name = "start",
    description =
        "Open a data folder and say how long that took, the process included. --check: exit code 1"
            + " when the goal is missed.")
final class BenchStartCommand implements Callable<Integer> {
  private static final double LONGEST_SECONDS = 5;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Option(names = "--check", description = "exit code 1 when the goal is missed")
  private boolean check;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Mechanism mechanism = Mechanism.open(data, Clock.systemUTC())) {
      long began = ManagementFactory.getRuntimeMXBean().getStartTime();
      double seconds = (System.currentTimeMillis() - began) / 1e3;
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "start at %,d entries in a fresh process: %.1f s (goal %.0f)%n",
              mechanism.progress().entries(),
              seconds,
              LONGEST_SECONDS);
      return check && seconds > LONGEST_SECONDS ? 1 : 0;
    }
  }

  /**
   * Measures in a process of its own, with the options of this one.
   *
   * @return whether the goal was met
   */
  static boolean inFreshProcess(Path data, CommandSpec spec) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Truce.class.getName()));
    command.addAll(List.of("bench", "start", "--check", "--data", data.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    spec.commandLine().getOut().print(said);
    return process.onExit().join().exitValue() == 0;
  }
}
