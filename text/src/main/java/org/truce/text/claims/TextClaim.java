package org.truce.text.claims;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.report.Count;
import org.truce.text.lexicon.When;
import org.truce.text.rules.ClaimType;
import org.truce.text.words.Span;

/**
 * One claim read from a text.
 *
 * @param type what it states
 * @param evidence the words that say so, verbatim
 * @param reading the rule that made it, and how far it can be trusted
 * @param fields what was read, by name, as written or as a code
 * @param spans where fields stand, for those that stand somewhere
 * @param amounts count and time
 */
public record TextClaim(
    ClaimType type,
    Span evidence,
    Reading reading,
    SortedMap<String, String> fields,
    SortedMap<String, Span> spans,
    Amounts amounts) {
  public TextClaim {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    spans = Collections.unmodifiableSortedMap(new TreeMap<>(spans));
  }

  /**
   * How a claim was made.
   *
   * @param rule id of the rule
   * @param confidence 0 to 1: the rule's precision on the development texts, less for what was
   *     inherited
   */
  public record Reading(String rule, double confidence) {}

  /**
   * Numbers of a claim.
   *
   * @param count how many, if a number was said
   * @param when when, if said
   */
  public record Amounts(Optional<Count> count, Optional<When> when) {}

  /** Returns a field, if it was read. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Returns the claim with other fields. */
  public TextClaim withFields(Map<String, String> changed) {
    return new TextClaim(type, evidence, reading, new TreeMap<>(changed), spans, amounts);
  }
}
