package org.truce.publish;

import java.util.Locale;
import org.truce.report.Count;

/** A number with its noun as English counts it: 0 incidents, 1 incident, 1,200 incidents. */
public final class Counted {
  private Counted() {}

  /**
   * Returns the number and the noun.
   *
   * @param number from 0
   * @param noun in the singular, with a plural in s or es
   */
  public static String of(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural(noun));
  }

  /** Returns the bounds and the noun; singular only where it is one for certain. */
  public static String of(Count count, String noun) {
    return count.isExact() ? of(count.least(), noun) : TallyPage.bounds(count) + " " + plural(noun);
  }

  private static String plural(String noun) {
    return noun + (noun.endsWith("ch") ? "es" : "s");
  }
}
