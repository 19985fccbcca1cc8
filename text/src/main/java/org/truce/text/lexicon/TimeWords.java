package org.truce.text.lexicon;

/**
 * Words that name a time, before it is known relative to when and in which direction.
 *
 * @param kind what they name
 * @param day day of the month, weekday (1 Monday to 7 Sunday) or number of days back; 0 if none
 * @param month 1 to 12, or 0
 * @param year four digits, or 0
 * @param shift direction that the words themselves give
 */
public record TimeWords(Kind kind, int day, int month, int year, Shift shift)
    implements Mention.Meaning {

  /** What is named. */
  public enum Kind {
    DAY,
    WEEKDAY,
    MONTH,
    YEAR,
    SEASON,
    DAYS_BACK,
    LAST_WEEK,
    LAST_HOURS,
    UNTIL_MIDNIGHT,
    NIGHT_BETWEEN,
    OVERNIGHT,
    SINCE_NEW_YEAR
  }

  /** Direction given by the words themselves. */
  public enum Shift {
    NONE,
    PREVIOUS,
    NEXT
  }
}
