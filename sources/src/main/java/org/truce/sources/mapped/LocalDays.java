package org.truce.sources.mapped;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.truce.notation.Node;
import org.truce.notation.Node.Mapping;
import org.truce.notation.Node.Scalar;
import org.truce.time.TimeSpan;

/**
 * A time given by local date and perhaps time of day, as an interval: a date without a time is the
 * whole day, a time to the minute that minute. {@code within} widens it on both sides.
 */
final class LocalDays {
  private final Template date;
  private final Optional<Template> time;
  private final Optional<Template> lastDate;
  private final Template zone;
  private final Optional<Template> within;
  private final DateTimeFormatter dateForm;
  private final DateTimeFormatter timeForm;
  private final ChronoUnit timeUnit;

  private LocalDays(Mapping mapping) {
    mapping.only("date", "format", "time", "time-format", "last-date", "zone", "within");
    this.date = Template.of(mapping.get("date"));
    this.time = mapping.find("time").map(Template::of);
    this.lastDate = mapping.find("last-date").map(Template::of);
    this.zone = Template.of(mapping.get("zone"));
    this.within = mapping.find("within").map(Template::of);
    this.dateForm = form(mapping.find("format"), "uuuu-MM-dd");
    String timePattern = mapping.findText("time-format").orElse("H:mm");
    this.timeForm = form(mapping.find("time-format"), "H:mm");
    this.timeUnit =
        timePattern.contains("s")
            ? ChronoUnit.SECONDS
            : timePattern.contains("m") ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
  }

  static LocalDays of(Mapping mapping) {
    return new LocalDays(mapping);
  }

  /** Returns every column that it names. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(date.columns());
    columns.addAll(zone.columns());
    Stream.of(time, lastDate, within)
        .flatMap(Optional::stream)
        .forEach(part -> columns.addAll(part.columns()));
    return columns;
  }

  private static DateTimeFormatter form(Optional<Node> node, String otherwise) {
    return node.map(each -> each.read(LocalDays::strict, "is not a pattern such as uuuu-MM-dd"))
        .orElseGet(() -> strict(otherwise));
  }

  /**
   * Returns a form that takes no day that does not exist: 31 April is not 30 April. The year of an
   * era ({@code yyyy}) is read as a year, since no table names the era.
   */
  private static DateTimeFormatter strict(String pattern) {
    String[] pieces = pattern.split("'", -1);
    for (int i = 0; i < pieces.length; i += 2) {
      pieces[i] = pieces[i].replace('y', 'u');
    }
    return DateTimeFormatter.ofPattern(String.join("'", pieces), Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Returns the interval as a report writes it, or nothing when there is no date. */
  Optional<Node> of(Template.Filling filling) {
    Optional<Node> first = date.fill(filling);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    ZoneId clocks = zone(filling);
    LocalDate day = day(first.get());
    TimeSpan span =
        time.flatMap(each -> each.fill(filling))
            .map(each -> at(day, each, clocks))
            .orElseGet(() -> days(day, filling, clocks));
    Map<String, Node> ends = new LinkedHashMap<>();
    Node.Where where = filling.where();
    Duration doubt =
        within.flatMap(each -> each.fill(filling)).map(this::length).orElse(Duration.ZERO);
    ends.put("from", new Scalar(where, span.from().minus(doubt).toString(), true));
    ends.put("to", new Scalar(where, span.to().plus(doubt).toString(), true));
    return Optional.of(new Node.Mapping(where, ends));
  }

  /** The columns at fault, as far as they are known: those of the date and the time. */
  private String name() {
    return String.join(" ", columns());
  }

  private TimeSpan days(LocalDate first, Template.Filling filling, ZoneId clocks) {
    LocalDate last = lastDate.flatMap(each -> each.fill(filling)).map(this::day).orElse(first);
    if (last.isBefore(first)) {
      throw new BadCell(name(), last.toString(), "comes before " + first);
    }
    return TimeSpan.ofDays(first, last, clocks);
  }

  private TimeSpan at(LocalDate day, Node text, ZoneId clocks) {
    try {
      LocalTime clock = LocalTime.parse(text.text(), timeForm);
      var from = LocalDateTime.of(day, clock).atZone(clocks).toInstant();
      return new TimeSpan(from, from.plus(timeUnit.getDuration()));
    } catch (DateTimeException e) {
      throw new BadCell(
          name(), text.text(), "is not a time of day of the form that the mapping says");
    }
  }

  private LocalDate day(Node text) {
    try {
      LocalDate day = LocalDate.parse(text.text(), dateForm);
      if (day.getYear() < 1900 || day.getYear() > 2100) {
        throw new BadCell(name(), text.text(), "lies outside the years 1900 to 2100");
      }
      return day;
    } catch (DateTimeException e) {
      throw new BadCell(name(), text.text(), "is not a date of the form that the mapping says");
    }
  }

  private ZoneId zone(Template.Filling filling) {
    String name =
        zone.fill(filling)
            .map(Node::text)
            .orElseThrow(() -> new BadCell(name(), "", "a date needs a time zone"));
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw new BadCell(name(), name, "is not an IANA time zone such as Europe/Kyiv");
    }
    return ZoneId.of(name);
  }

  private Duration length(Node text) {
    try {
      return Duration.parse(text.text());
    } catch (DateTimeException e) {
      throw new BadCell(name(), text.text(), "is not a length such as P7D or PT6H");
    }
  }
}
