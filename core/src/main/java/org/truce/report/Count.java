package org.truce.report;

/**
 * A number as it was said, with what it can be.
 *
 * @param said the figure said
 * @param least smallest number that the words allow
 * @param most largest number that the words allow; {@link Long#MAX_VALUE} after "more than"
 */
public record Count(long said, long least, long most) {
  public Count {
    if (least < 0 || said < least || most < said) {
      throw new IllegalArgumentException(
          "a count satisfies 0 <= least <= said <= most, was %d, %d, %d"
              .formatted(least, said, most));
    }
  }

  /** Returns exactly that number. */
  public static Count exactly(long number) {
    return new Count(number, number, number);
  }

  /** Returns a number of which at least one more is claimed. */
  public static Count moreThan(long number) {
    return new Count(number, number, Long.MAX_VALUE);
  }

  /** Returns a rounded number: half a unit of its last digit that is not zero, either way. */
  public static Count about(long number) {
    long unit = 1;
    while (number != 0 && unit <= Long.MAX_VALUE / 10 && number % (unit * 10) == 0) {
      unit *= 10;
    }
    return about(number, unit / 2);
  }

  /** Returns a number that may be off by {@code within} either way. */
  public static Count about(long number, long within) {
    if (within < 0) {
      throw new IllegalArgumentException("a count is off by 0 or more, was " + within);
    }
    return new Count(number, Math.max(0, number - within), saturated(number, within));
  }

  /** Returns whether one number satisfies both. */
  public boolean agreesWith(Count other) {
    return least <= other.most && other.least <= most;
  }

  /** Returns whether only one number is possible. */
  public boolean isExact() {
    return least == most;
  }

  /** Returns the sum: bounds added to bounds; beyond what a long holds it stays at its largest. */
  public Count plus(Count other) {
    return new Count(
        saturated(said, other.said), saturated(least, other.least), saturated(most, other.most));
  }

  private static long saturated(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  /** Returns the number as one would say it: {@code 12}, {@code ~4,900}, {@code more than 950}. */
  @Override
  public String toString() {
    String figure = String.format(java.util.Locale.ROOT, "%,d", said);
    if (isExact()) {
      return figure;
    }
    if (most == Long.MAX_VALUE) {
      return "more than " + figure;
    }
    return said - least == most - said
        ? "~" + figure
        : String.format(java.util.Locale.ROOT, "%,d to %,d", least, most);
  }
}
