package org.truce.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of Truce in a process of its own, to measure what is cold. */
final class FreshProcess {
  private FreshProcess() {}

  /**
   * Runs a command, with this process's options of the virtual machine, and returns what it says;
   * its errors go where this process's go.
   *
   * @throws IOException when it cannot be started or does not end with 0: nothing was measured
   */
  static String said(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Truce.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.onExit().join().exitValue();
    if (code != 0) {
      throw new IOException("truce %s ended with %d".formatted(arguments[0], code));
    }
    return said;
  }
}
