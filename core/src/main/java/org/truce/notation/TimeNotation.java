package org.truce.notation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.truce.notation.Node.Mapping;
import org.truce.time.TimeSpan;
import org.truce.time.WallTime;

/** Reads and writes times as docs/report-format.md and docs/agreement-language.md give them. */
final class TimeNotation {
  private static final String INSTANT_FORM =
      "is not a time such as 2025-04-19T18:05+03:00 (an offset or Z is required)";

  private TimeNotation() {}

  /** Reads a time; a text to the minute is that minute, to the second that second. */
  static TimeSpan span(Node node) {
    if (node instanceof Node.Scalar) {
      return written(node);
    }
    Mapping mapping = node.mapping().only("at", "within", "day", "zone", "from", "to");
    if (mapping.find("day").isPresent()) {
      LocalDate day = day(mapping.only("day", "zone").get("day"));
      return TimeSpan.ofDay(day, zone(mapping.get("zone")));
    }
    return mapping.find("at").isPresent() ? around(mapping) : between(mapping);
  }

  /** Reads a time as written and widens it by a duration on both sides. */
  static TimeSpan widened(TimeSpan span, Node within) {
    Duration doubt = duration(within);
    return within.checked(() -> new TimeSpan(span.from().minus(doubt), span.to().plus(doubt)));
  }

  private static TimeSpan around(Mapping mapping) {
    TimeSpan at = span(mapping.only("at", "within").get("at"));
    return mapping.find("within").map(within -> widened(at, within)).orElse(at);
  }

  private static TimeSpan between(Mapping mapping) {
    mapping.only("from", "to");
    Instant from = mapping.find("from").map(TimeNotation::instant).orElse(TimeSpan.BEGINNING);
    Instant to = mapping.find("to").map(TimeNotation::instant).orElse(TimeSpan.END);
    if (mapping.entries().isEmpty()) {
      throw mapping.error("a time needs from, to or both", java.util.List.of());
    }
    return mapping.checked(() -> new TimeSpan(from, to));
  }

  private static TimeSpan written(Node node) {
    Instant from = instant(node);
    String clock = node.text().substring(node.text().indexOf('T') + 1);
    int digits = clock.split("[+Z-]", 2)[0].length();
    Duration length =
        digits > 8
            ? ChronoUnit.MICROS.getDuration()
            : digits > 5 ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
    return node.checked(() -> new TimeSpan(from, from.plus(length)));
  }

  static Instant instant(Node node) {
    return node.read(text -> OffsetDateTime.parse(text).toInstant(), INSTANT_FORM);
  }

  static LocalDate day(Node node) {
    return node.read(LocalDate::parse, "is not a day such as 2025-04-19");
  }

  static ZoneId zone(Node node) {
    return node.read(TimeNotation::namedZone, "is not an IANA time zone such as Europe/Kyiv");
  }

  private static ZoneId namedZone(String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return ZoneId.of(text);
  }

  static Duration duration(Node node) {
    Duration duration = node.read(Duration::parse, "is not a duration such as PT5M, PT30H or P1D");
    if (duration.isNegative()) {
      throw node.error("\"%s\" is negative".formatted(node.text()), java.util.List.of());
    }
    return duration;
  }

  /** Reads a bound of force: local wall time, zone, precision and wording. */
  static WallTime wallTime(Node node) {
    Mapping mapping = node.mapping().only("local", "zone", "precision", "wording");
    Node local = mapping.get("local");
    LocalDateTime time =
        local.text().contains("T")
            ? local.read(LocalDateTime::parse, "is not a wall time such as 2025-04-19T18:00")
            : day(local).atStartOfDay();
    return new WallTime(
        time,
        zone(mapping.get("zone")),
        mapping.get("precision").oneOf(WallTime.Precision.class),
        mapping.findText("wording").orElse(local.text()));
  }

  /** Writes an instant, UTC. */
  static String write(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** Writes a span as from and to, leaving out a side without bound. */
  static java.util.Map<String, Object> write(TimeSpan span) {
    java.util.Map<String, Object> written = new java.util.LinkedHashMap<>();
    if (span.from().isAfter(TimeSpan.BEGINNING)) {
      written.put("from", write(span.from()));
    }
    if (span.to().isBefore(TimeSpan.END)) {
      written.put("to", write(span.to()));
    }
    return written;
  }
}
