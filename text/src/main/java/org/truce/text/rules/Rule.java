package org.truce.text.rules;

import java.util.List;
import java.util.Map;

/**
 * One rule.
 *
 * @param id name, unique in its language
 * @param type type of claim it makes
 * @param pattern what it looks for
 * @param fields values that it sets whatever the words
 * @param examples what it must and must not match
 * @param order place in the table; of rules that match alike the first counts
 */
public record Rule(
    String id,
    ClaimType type,
    Pattern pattern,
    Map<String, String> fields,
    Examples examples,
    int order) {

  /**
   * Texts by which a rule is held.
   *
   * @param positive it must make a claim of its type
   * @param negative it must make none
   */
  public record Examples(List<String> positive, List<String> negative) {}
}
