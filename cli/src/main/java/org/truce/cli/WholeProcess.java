package org.truce.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process took that was started for one thing, from its start until that was done.
 *
 * @param found how many incidents or candidates it found
 * @param cpu seconds of all its threads on processors
 * @param wall seconds of the clock
 */
record WholeProcess(long found, double cpu, double wall) {
  private static final Pattern LINE =
      Pattern.compile("(\\d+) found, ([\\d.]+) CPU seconds, ([\\d.]+) s");

  /**
   * Returns what this process took until now.
   *
   * @param cpuNanos of them for what is not measured
   * @param nanos of the clock for what is not measured
   */
  static WholeProcess soFar(long found, long cpuNanos, long nanos) {
    double wall = Measured.livedSeconds() - nanos / 1e9;
    return new WholeProcess(found, (Measured.processorNanos() - cpuNanos) / 1e9, wall);
  }

  /** Returns what a process said of itself by its {@link #line}. */
  static WholeProcess said(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) {
      throw new IllegalStateException("a bench in a process of its own said " + line);
    }
    return new WholeProcess(
        Long.parseLong(matcher.group(1)),
        Double.parseDouble(matcher.group(2)),
        Double.parseDouble(matcher.group(3)));
  }

  String line() {
    return String.format(Locale.ROOT, "%d found, %.3f CPU seconds, %.3f s", found, cpu, wall);
  }

  /** Returns the medians of several runs, and between what the clock lay. */
  static String medians(List<WholeProcess> runs) {
    Measured wall = wall(runs);
    return String.format(
        Locale.ROOT,
        "%.2f CPU seconds, %.2f s (%.2f to %.2f)",
        Measured.of(runs.stream().map(WholeProcess::cpu).toList()).median(),
        wall.median(),
        wall.least(),
        wall.most());
  }

  static Measured wall(List<WholeProcess> runs) {
    return Measured.of(runs.stream().map(WholeProcess::wall).toList());
  }
}
