package org.truce.text.claims;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.report.Count;
import org.truce.text.lexicon.When;
import org.truce.text.rules.ClaimType;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Span;

/** A claim while it is put together. */
final class Draft {
  private final ClaimType type;
  private final Range range;
  private final String rule;
  private final SortedMap<String, String> fields = new TreeMap<>();
  private final SortedMap<String, Span> spans = new TreeMap<>();
  private double confidence;
  private Optional<Count> count = Optional.empty();
  private Optional<When> when = Optional.empty();

  Draft(ClaimType type, Range range, String rule, double confidence) {
    this.type = type;
    this.range = range;
    this.rule = rule;
    this.confidence = confidence;
  }

  ClaimType type() {
    return type;
  }

  Range range() {
    return range;
  }

  /** Keeps a value; an empty one is left out. */
  void put(String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  void put(String name, String value, Span span) {
    put(name, value);
    spans.put(name, span);
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  void remove(String name) {
    fields.remove(name);
    fields.remove("region");
    spans.remove(name);
  }

  void count(Count number) {
    count = Optional.of(number);
    fields.put("count", String.valueOf(number.said()));
    if (!number.isExact()) {
      fields.put("count-range", number.toString());
    }
  }

  /** "Dozens": something was counted and no number said. */
  void vague() {
    fields.remove("count");
    spans.remove("count");
    fields.put("approx", "yes");
  }

  Optional<Count> number() {
    return count;
  }

  Optional<When> time() {
    return when;
  }

  boolean countIs(long number) {
    return count.filter(c -> c.isExact() && c.said() == number).isPresent();
  }

  void when(Optional<When> time) {
    when = time;
    time.ifPresent(t -> fields.put("date", t.code()));
  }

  void lower(double factor) {
    confidence *= factor;
  }

  TextClaim claim(Passage passage) {
    return new TextClaim(
        type,
        passage.span(range),
        new TextClaim.Reading(rule, Math.round(confidence * 1000) / 1000.0),
        fields,
        spans,
        new TextClaim.Amounts(count, when));
  }
}
