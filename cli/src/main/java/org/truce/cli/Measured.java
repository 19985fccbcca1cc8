package org.truce.cli;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * The least, the median and the most of several runs of one measurement.
 *
 * @param least the smallest value
 * @param median the middle value; of an even number of runs the higher of the two in the middle
 * @param most the largest value
 */
record Measured(double least, double median, double most) {

  /** Returns the figures of at least one run. */
  static Measured of(List<Double> runs) {
    List<Double> sorted = runs.stream().sorted().toList();
    return new Measured(sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
  }

  /** Returns how long processors worked for this process so far, all threads together. */
  static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /** Returns how long ago this process was started, in seconds. */
  static double livedSeconds() {
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return (System.currentTimeMillis() - started) / 1e3;
  }

  /** Returns the line that belongs next to every figure. */
  static String machine() {
    return String.format(
        Locale.ROOT,
        "machine: %d cores, %.1f processes at work on them, %d MiB heap, Java %s, %s %s",
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().maxMemory() >> 20,
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
  }
}
