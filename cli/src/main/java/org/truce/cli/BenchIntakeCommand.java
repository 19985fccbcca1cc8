package org.truce.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce bench intake}: files of any size and shape within a heap. */
@Command(
    name = "intake",
    description =
        "Read made-up files that are very large or damaged with truce reports check and truce tally;"
            + " exit code 1 when one ends otherwise than 0 or the heap goes past the goal.")
final class BenchIntakeCommand implements Callable<Integer> {
  @Option(
      names = "--megabytes",
      paramLabel = "N",
      description = "size of the single lines; 1024 is the goal's")
  private int megabytes = 64;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "rows of the tables; 10000000 is the goal's")
  private int rows = 100_000;

  @Option(
      names = "--check",
      paramLabel = "MIB",
      description = "exit code 1 when the heap's peak is above this")
  private int goalMebibytes;

  @Spec private CommandSpec spec = CommandSpec.create();
  private boolean failed;

  /** Writes the bytes of a made-up file. */
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("truce-intake");
    try {
      PrintWriter out = spec.commandLine().getOut();
      measure(
          folder,
          "one line of CSV",
          "line.csv",
          to -> filled(to, "region,started_at,finished_at\n", 'x'));
      measure(folder, "one line of JSON", "line.jsonl", to -> filled(to, "{\"report\":\"", 'x'));
      measure(
          folder,
          "a quote never closed",
          "quote.csv",
          to -> filled(to, "region,started_at,finished_at\n\"", 'x'));
      measure(folder, "rows of a mapped CSV", "rows.csv", this::alerts);
      measure(folder, "reports as JSON Lines", "rows.jsonl", this::events);
      out.println(Measured.machine());
      return failed ? 1 : 0;
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private void filled(OutputStream out, String before, char with) throws IOException {
    byte[] chunk = new byte[1 << 20];
    Arrays.fill(chunk, (byte) with);
    out.write(before.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < megabytes; i++) {
      out.write(chunk);
    }
  }

  private void alerts(OutputStream out) throws IOException {
    out.write("region,started_at,finished_at\n".getBytes(StandardCharsets.UTF_8));
    Instant from = Instant.parse("2000-01-01T00:00:00Z");
    for (int i = 0; i < rows; i++) {
      Instant start = from.plusSeconds(60L * i);
      out.write(
          "Sumska oblast,%s,%s\n"
              .formatted(start, start.plusSeconds(30))
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private void events(OutputStream out) throws IOException {
    for (int i = 0; i < rows; i++) {
      out.write(
          ("{\"report\":\"%d\",\"source\":{\"id\":\"s\",\"name\":\"s\",\"class\":\"ngo\",\"side\":\"neutral\"},"
                  + "\"said\":\"2025-04-20T10:00Z\",\"claims\":[{\"claim\":\"event\",\"conduct\":\"raid\"}]}\n")
              .formatted(i)
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private void measure(Path folder, String what, String name, Content content) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      content.write(out);
    }
    try {
      run(what, file, "reports", "check");
      if (!name.equals("rows.csv")) {
        run(what, file, "tally");
      }
    } finally {
      Files.delete(file);
    }
  }

  private void run(String what, Path file, String... command) throws IOException {
    StringWriter printed = new StringWriter();
    String[] arguments = Arrays.copyOf(command, command.length + 1);
    arguments[command.length] = file.toString();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    int code = Truce.run(new PrintWriter(printed), new PrintWriter(new StringWriter()), arguments);
    double seconds = (System.nanoTime() - start) / 1e9;
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    String[] lines = printed.toString().split("\\R", 2);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%-22s %,6d MB  truce %-14s exit %d  %7.1f s  heap at most %d MiB  %s%n",
            what,
            Files.size(file) / 1_000_000,
            String.join(" ", command),
            code,
            seconds,
            peak,
            lines[0].replaceAll("\\s+", " "));
    failed |= code != 0 || (goalMebibytes > 0 && peak > goalMebibytes);
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
