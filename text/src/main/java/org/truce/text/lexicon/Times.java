package org.truce.text.lexicon;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.truce.text.lexicon.TimeWords.Kind;
import org.truce.text.lexicon.TimeWords.Shift;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Token;

/**
 * Finds words that name a time (class {@code time}).
 *
 * <p>Rows used: {@code weekday} and {@code month} with {@code n}; {@code daysback}; {@code shift}
 * (last, next); {@code season}; {@code period} for fixed expressions with {@code kind}; {@code
 * midnight}; {@code daypart}, {@code on} and {@code night}, which may stand before.
 */
final class Times {
  private static final Entry TIME = new Entry("time", "time", Map.of());

  private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,6}");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

  private final Lattice lattice;
  private final Passage passage;

  Times(Lattice lattice) {
    this.lattice = lattice;
    this.passage = lattice.passage();
  }

  /** Time words and the token after them. */
  private record Found(TimeWords words, int to) {}

  void find() {
    int at = 0;
    while (at < passage.size()) {
      Optional<Found> found = at(at);
      if (found.isPresent()) {
        Range range = new Range(at, found.get().to());
        lattice.add(Mention.of("time", range, TIME, found.get().words()));
        at = range.to();
      } else {
        at++;
      }
    }
  }

  private Optional<Found> at(int at) {
    return midnight(at)
        .or(() -> nightBetween(at))
        .or(() -> period(at))
        .or(() -> numericDate(at))
        .or(() -> dayAndMonth(at))
        .or(() -> monthAndDay(at))
        .or(() -> weekday(at))
        .or(() -> daysBack(at))
        .or(() -> month(at));
  }

  private Optional<Found> midnight(int at) {
    return lattice
        .find(at, "midnight")
        .flatMap(
            m ->
                weekdayNumber(m.range().to()).map(d -> found(Kind.UNTIL_MIDNIGHT, d.day, 0, d.to)));
  }

  private record Numbered(int day, int to) {}

  private Optional<Numbered> weekdayNumber(int at) {
    int next = lattice.find(at, "on").map(m -> m.range().to()).orElse(at);
    return lattice.find(next, "weekday").map(m -> new Numbered(number(m), m.range().to()));
  }

  /** The night from one weekday to the next, or from one day of the month to the next. */
  private Optional<Found> nightBetween(int at) {
    Optional<Mention> night = lattice.find(at, "night");
    if (night.isEmpty()) {
      return Optional.empty();
    }
    Optional<Numbered> first = weekdayNumber(night.get().range().to());
    if (first.isPresent()) {
      int next = lattice.find(first.get().to, "to").map(m -> m.range().to()).orElse(-1);
      Optional<Numbered> second = next < 0 ? Optional.empty() : weekdayNumber(next);
      return second.map(d -> found(Kind.NIGHT_BETWEEN, first.get().day, 0, d.to));
    }
    return Optional.empty();
  }

  private Optional<Found> period(int at) {
    return lattice
        .find(at, "period")
        .map(m -> found(Kind.valueOf(m.feature("kind")), intOf(m.feature("n")), 0, m.range().to()));
  }

  private Optional<Found> numericDate(int at) {
    Token token = passage.token(at);
    if (token.kind() != Token.Kind.NUMBER) {
      return Optional.empty();
    }
    if (DOTTED.matcher(token.norm()).matches()) {
      String[] parts = token.norm().split("\\.", -1);
      return date(intOf(parts[0]), intOf(parts[1]), intOf(parts[2]), at + 1);
    }
    boolean slashes = passage.norm(at + 1).equals("/") && passage.norm(at + 3).equals("/");
    boolean hyphens = passage.norm(at + 1).equals("-") && passage.norm(at + 3).equals("-");
    if (!slashes && !hyphens) {
      return Optional.empty();
    }
    int first = intOf(token.norm());
    int last = intOf(passage.norm(at + 4));
    return first > 999
        ? date(last, intOf(passage.norm(at + 2)), first, at + 5)
        : date(first, intOf(passage.norm(at + 2)), last, at + 5);
  }

  private static Optional<Found> date(int day, int month, int year, int to) {
    boolean possible = day >= 1 && day <= 31 && month >= 1 && month <= 12 && year > 1900;
    return possible && year < 2200
        ? Optional.of(new Found(new TimeWords(Kind.DAY, day, month, year, Shift.NONE), to))
        : Optional.empty();
  }

  /** 23 November, 23 November 2025, Friday 2 January; last November. */
  private Optional<Found> dayAndMonth(int at) {
    int start = afterLeadIn(at);
    Optional<Mention> ordinal = lattice.find(start, "ordinal");
    if (ordinal.isPresent()) {
      int month = passage.norm(ordinal.get().range().to()).equals("من") ? 1 : 0;
      return lattice
          .find(ordinal.get().range().to() + month, "month")
          .map(m -> withYear(Kind.DAY, number(ordinal.get()), m));
    }
    int day = dayOfMonth(start);
    if (day == 0) {
      return Optional.empty();
    }
    int next = ORDINALS.contains(passage.norm(start + 1)) ? start + 2 : start + 1;
    next = passage.norm(next).equals("of") ? next + 1 : next;
    return lattice.find(next, "month").map(m -> withYear(Kind.DAY, day, m));
  }

  private Optional<Found> monthAndDay(int at) {
    int start = afterLeadIn(at);
    Optional<Mention> month = lattice.find(start, "month");
    if (month.isEmpty() || month.get().feature("dayfirst").equals("yes")) {
      return Optional.empty();
    }
    int day = dayOfMonth(month.get().range().to());
    if (day == 0) {
      return Optional.empty();
    }
    int to = month.get().range().to() + 1;
    int year = year(passage.norm(to).equals(",") ? to + 1 : to);
    int end = year == 0 ? to : passage.norm(to).equals(",") ? to + 2 : to + 1;
    return Optional.of(
        new Found(new TimeWords(Kind.DAY, day, number(month.get()), year, Shift.NONE), end));
  }

  /** A preposition, part of the day or weekday with comma before a date. */
  private int afterLeadIn(int at) {
    int next = lattice.find(at, "on").map(m -> m.range().to()).orElse(at);
    next = skip(next, "daypart");
    int weekday = skip(next, "weekday");
    if (weekday > next && !passage.norm(weekday).isEmpty()) {
      return ",،(".contains(passage.norm(weekday)) ? weekday + 1 : weekday;
    }
    return next;
  }

  private int skip(int at, String type) {
    return lattice.find(at, type).map(m -> m.range().to()).orElse(at);
  }

  private int dayOfMonth(int at) {
    int day = passage.norm(at).length() <= 2 ? intOf(passage.norm(at)) : 0;
    return day <= 31 ? Math.max(0, day) : 0;
  }

  private Optional<Found> month(int at) {
    int start = skip(at, "on");
    return lattice
        .find(start, "month")
        .filter(m -> start > at || m.feature("alone").isEmpty() || isShifted(m))
        .filter(m -> !m.feature("word").equals("yes") || passage.token(start).capital())
        .map(m -> withYear(Kind.MONTH, 0, m));
  }

  private boolean isShifted(Mention month) {
    return lattice.has(month.range().to(), "shift");
  }

  private Found withYear(Kind kind, int day, Mention month) {
    int to = afterSecondName(month);
    int year = year(to);
    if (year > 0) {
      return new Found(new TimeWords(kind, day, number(month), year, Shift.NONE), to + 1);
    }
    Optional<Mention> shift = lattice.find(to, "shift");
    Shift direction = shift.map(Times::shift).orElse(Shift.NONE);
    int end = shift.map(m -> m.range().to()).orElse(to);
    return new Found(new TimeWords(kind, day, number(month), 0, direction), end);
  }

  /** Arabic media write a month under both of its names: يونيو/حزيران. */
  private int afterSecondName(Mention month) {
    int to = month.range().to();
    return passage.norm(to).equals("/")
        ? lattice
            .find(to + 1, "month")
            .filter(other -> number(other) == number(month))
            .map(other -> other.range().to())
            .orElse(to)
        : to;
  }

  private int year(int at) {
    String text = passage.norm(at);
    return text.length() == 4 && YEAR.matcher(text).matches() ? intOf(text) : 0;
  }

  private Optional<Found> weekday(int at) {
    int next = skip(skip(at, "on"), "daypart");
    Optional<Mention> before = lattice.find(next, "shift");
    next = before.map(m -> m.range().to()).orElse(next);
    next = skip(next, "on");
    Optional<Mention> day = lattice.find(next, "weekday");
    if (day.isEmpty()) {
      return Optional.empty();
    }
    int to = skip(day.get().range().to(), "daypart");
    Optional<Mention> after = lattice.find(to, "shift");
    Shift shift = before.or(() -> after).map(Times::shift).orElse(Shift.NONE);
    int end = after.map(m -> m.range().to()).orElse(to);
    return Optional.of(new Found(new TimeWords(Kind.WEEKDAY, number(day.get()), 0, 0, shift), end));
  }

  /** Yesterday, tomorrow, two days ago; a weekday after it says the same. */
  private Optional<Found> daysBack(int at) {
    int next = skip(skip(at, "on"), "daypart");
    Optional<Mention> word = lattice.find(next, "daysback");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    int to = skip(word.get().range().to(), "daypart");
    int comma = passage.norm(to).equals("،") || passage.norm(to).equals(",") ? to + 1 : to;
    int weekday = skip(comma, "weekday");
    return Optional.of(
        found(Kind.DAYS_BACK, number(word.get()), 0, weekday > comma ? weekday : to));
  }

  private static Shift shift(Mention m) {
    return m.entry().lemma().equals("next") ? Shift.NEXT : Shift.PREVIOUS;
  }

  private static Found found(Kind kind, int day, int month, int to) {
    return new Found(new TimeWords(kind, day, month, 0, Shift.NONE), to);
  }

  private static int number(Mention m) {
    return intOf(m.feature("n"));
  }

  private static int intOf(String text) {
    return !text.isEmpty() && WHOLE.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }
}
