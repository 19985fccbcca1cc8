package org.truce.coverage;

import java.time.Duration;
import java.util.Locale;
import org.truce.report.Count;

/**
 * So many in the time that was watched.
 *
 * @param count what was noticed in that time
 * @param watched how long somebody watched; positive
 */
public record Rate(Count count, Duration watched) {
  public Rate {
    if (!watched.isPositive()) {
      throw new IllegalArgumentException("no rate without time watched: it is no data");
    }
  }

  /** Returns the least number an hour. */
  public double leastPerHour() {
    return count.least() * 3_600.0 / watched.toSeconds();
  }

  /** Returns the largest number an hour; infinite when the count has no upper bound. */
  public double mostPerHour() {
    return count.most() == Long.MAX_VALUE
        ? Double.POSITIVE_INFINITY
        : count.most() * 3_600.0 / watched.toSeconds();
  }

  /** Returns the rate to one decimal, as a range where it is one: {@code 6.2 to 6.7 an hour}. */
  @Override
  public String toString() {
    String least = String.format(Locale.ROOT, "%.1f", leastPerHour());
    if (count.most() == Long.MAX_VALUE) {
      return "more than " + least + " an hour";
    }
    String most = String.format(Locale.ROOT, "%.1f", mostPerHour());
    return (least.equals(most) ? least : least + " to " + most) + " an hour";
  }
}
