package org.truce.publish.daily;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.truce.time.TimeSpan;

/**
 * The day of a report: 24 hours of local time that end at the cut-off, start inclusive, end
 * exclusive.
 *
 * @param date the day on which the cut-off falls; the whole day where the cut-off is midnight
 * @param cutOff local time at which one report's day ends and the next begins
 * @param zone whose clocks count
 */
public record Day(LocalDate date, LocalTime cutOff, ZoneId zone) {

  /** Returns the hours of the report: the calendar day, or the 24 hours up to the cut-off. */
  public TimeSpan span() {
    LocalDate end = cutOff.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
    return new TimeSpan(
        end.minusDays(1).atTime(cutOff).atZone(zone).toInstant(),
        end.atTime(cutOff).atZone(zone).toInstant());
  }

  /** Returns the day before. */
  public Day before() {
    return new Day(date.minusDays(1), cutOff, zone);
  }
}
