package org.truce.text.lexicon;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.truce.text.lexicon.TimeWords.Shift;

/**
 * Fixes time words relative to the day of publication.
 *
 * <p>A bare weekday after a past verb is the last such day, after a present or future verb the next
 * one; the day of publication itself counts. A day of the month without a year is the nearest in
 * the direction.
 */
public final class Calendar {
  private final LocalDate published;

  /** Begins at the day of publication. */
  public Calendar(LocalDate published) {
    this.published = published;
  }

  /** Returns the day of publication. */
  public LocalDate published() {
    return published;
  }

  /** Returns the time, or nothing when the words name none that exists. */
  public Optional<When> fix(TimeWords words, boolean future) {
    try {
      return Optional.of(fixed(words, direction(words.shift(), future)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean direction(Shift shift, boolean future) {
    return switch (shift) {
      case NEXT -> true;
      case PREVIOUS -> false;
      case NONE -> future;
    };
  }

  private When fixed(TimeWords words, boolean future) {
    return switch (words.kind()) {
      case DAY -> day(dayOf(words, future));
      case WEEKDAY -> day(weekday(words, future));
      case MONTH -> month(monthOf(words, future));
      case YEAR -> days(LocalDate.of(words.day(), 1, 1), LocalDate.of(words.day(), 12, 31));
      case SEASON -> season(words.day(), future);
      case DAYS_BACK -> day(published.minusDays(words.day()));
      case LAST_WEEK -> lastWeek();
      case LAST_HOURS -> hours(words.day());
      case UNTIL_MIDNIGHT -> midnight(weekday(words, future));
      case NIGHT_BETWEEN -> night(weekday(words, false));
      case OVERNIGHT -> night(published.minusDays(1));
      case SINCE_NEW_YEAR -> days(published.withDayOfYear(1), published);
    };
  }

  private LocalDate weekday(TimeWords words, boolean future) {
    DayOfWeek day = DayOfWeek.of(words.day());
    boolean strict = words.shift() != Shift.NONE;
    if (future) {
      return published.with(
          strict ? TemporalAdjusters.next(day) : TemporalAdjusters.nextOrSame(day));
    }
    return published.with(
        strict ? TemporalAdjusters.previous(day) : TemporalAdjusters.previousOrSame(day));
  }

  private LocalDate dayOf(TimeWords words, boolean future) {
    if (words.year() > 0) {
      return LocalDate.of(words.year(), words.month(), words.day());
    }
    LocalDate same = LocalDate.of(published.getYear(), words.month(), words.day());
    if (future) {
      return same.isBefore(published) ? same.plusYears(1) : same;
    }
    return same.isAfter(published) ? same.minusYears(1) : same;
  }

  private YearMonth monthOf(TimeWords words, boolean future) {
    if (words.year() > 0) {
      return YearMonth.of(words.year(), words.month());
    }
    YearMonth now = YearMonth.from(published);
    YearMonth same = YearMonth.of(published.getYear(), words.month());
    if (future) {
      return same.isBefore(now) ? same.plusYears(1) : same;
    }
    boolean strictlyBefore = words.shift() == Shift.PREVIOUS;
    return same.isAfter(now) || (strictlyBefore && same.equals(now)) ? same.minusYears(1) : same;
  }

  private static When month(YearMonth month) {
    When days = days(month.atDay(1), month.atEndOfMonth());
    return new When(month.toString(), days.from(), days.to());
  }

  /** Northern seasons: 1 spring, 2 summer, 3 autumn, 4 winter. */
  private When season(int number, boolean future) {
    int firstMonth = number * 3;
    LocalDate start = LocalDate.of(published.getYear(), firstMonth, 1);
    if (!future && start.isAfter(published)) {
      start = start.minusYears(1);
    }
    String code = start.getYear() + "-" + new String[] {"SP", "SU", "AU", "WI"}[number - 1];
    return new When(code, start.atStartOfDay(), start.plusMonths(3).atStartOfDay());
  }

  /** Speakers mean the calendar week before or the seven days before: both lie inside. */
  private When lastWeek() {
    LocalDate monday =
        published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
    LocalDate sevenBack = published.minusDays(7);
    LocalDate first = monday.isBefore(sevenBack) ? monday : sevenBack;
    if (published.getDayOfWeek() == DayOfWeek.MONDAY) {
      first = first.minusDays(7);
    }
    return days(first, published.minusDays(1));
  }

  private When hours(int hours) {
    int back = Math.max(1, Math.ceilDiv(hours == 0 ? 24 : hours, 24));
    return days(published.minusDays(back), published);
  }

  private static When day(LocalDate day) {
    return new When(day.toString(), day.atStartOfDay(), day.plusDays(1).atStartOfDay());
  }

  private static When days(LocalDate first, LocalDate last) {
    return new When(first + "/" + last, first.atStartOfDay(), last.plusDays(1).atStartOfDay());
  }

  /** Whose midnight is meant, its first or its last, is open: both stay. */
  private static When midnight(LocalDate day) {
    return new When(
        day + "T00:00|" + day.plusDays(1) + "T00:00",
        day.minusDays(1).atStartOfDay(),
        day.plusDays(1).atStartOfDay().plusMinutes(1));
  }

  private static When night(LocalDate evening) {
    return new When(
        evening + "/" + evening.plusDays(1),
        evening.atTime(12, 0),
        evening.plusDays(1).atTime(12, 0));
  }
}
