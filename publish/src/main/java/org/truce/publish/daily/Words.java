package org.truce.publish.daily;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.truce.conduct.Taxonomy;
import org.truce.notation.Node;
import org.truce.notation.Notation;
import org.truce.place.RegionCode;
import org.truce.time.TimeSpan;

/** The words of one language, and how it writes times. */
public final class Words {
  /** Codes of the languages that there are words for. */
  public static final List<String> LANGUAGES = List.of("en", "ar", "uk", "ru");

  private final String language;
  private final Node.Mapping words;
  private final Function<RegionCode, Map<String, String>> regions;
  private final DateTimeFormatter minutes;

  /** Reads the words of one of {@link #LANGUAGES}. */
  public Words(String language, ZoneId zone, Function<RegionCode, Map<String, String>> regions) {
    this.language = language;
    this.regions = regions;
    this.words = read().mapping().get(language).mapping();
    this.minutes = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  private static Node read() {
    Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream("words.json"), "words.json"),
            StandardCharsets.UTF_8);
    return Notation.json("words.json", reader);
  }

  String language() {
    return language;
  }

  /** Returns the words under a key with values put in at {@code {0}}, {@code {1}}, … */
  String of(String key, Object... values) {
    String text = words.get(key).text();
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", placed(String.valueOf(values[i])));
    }
    return text;
  }

  /** Without a mark, a date or range inside Arabic words is shown with its ends swapped. */
  private String placed(String value) {
    boolean number = !value.isEmpty() && Character.isDigit(value.charAt(0));
    return language.equals("ar") && number ? "\u200e" + value + "\u200e" : value;
  }

  String region(RegionCode code) {
    Map<String, String> names = regions.apply(code);
    return names.getOrDefault(language, names.getOrDefault("en", code.code()));
  }

  String conduct(String code) {
    return Taxonomy.CONDUCT
        .find(code)
        .map(kind -> kind.names().getOrDefault(language, code))
        .orElse(code);
  }

  String at(Instant instant) {
    return minutes.format(instant);
  }

  String span(TimeSpan span) {
    String from = span.from().equals(TimeSpan.BEGINNING) ? of("open") : at(span.from());
    String to = span.to().equals(TimeSpan.END) ? of("open") : at(span.to());
    return span.isBounded() && span.length().toSeconds() <= 60 ? from : of("span", from, to);
  }
}
