package org.truce.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A complete interpretation of an agreement that somebody asserts.
 *
 * @param id lower case, digits, hyphens
 * @param assertedBy who asserts it
 * @param inForce when it applies; the first alternative if that is open
 * @param clauses ids of the clauses that it has
 * @param note why it is read so
 * @param alternatives every way in which its open values can be meant; empty when none is open
 */
public record Reading(
    String id,
    Asserted assertedBy,
    TermOfForce inForce,
    List<String> clauses,
    Optional<String> note,
    List<Alternative> alternatives) {
  public Reading {
    clauses = List.copyOf(clauses);
    alternatives = List.copyOf(alternatives);
  }

  /** Returns a reading that leaves no value open. */
  public Reading(
      String id,
      Asserted assertedBy,
      TermOfForce inForce,
      List<String> clauses,
      Optional<String> note) {
    this(id, assertedBy, inForce, clauses, note, List.of());
  }

  /**
   * One way in which the values that the text leaves open can be meant.
   *
   * @param chosen where the value stands in the file → what is chosen for it
   * @param inForce when the reading applies then
   * @param clauses clause id → the clause then, of all clauses of the agreement
   */
  public record Alternative(
      SortedMap<String, String> chosen, TermOfForce inForce, Map<String, Clause> clauses) {
    public Alternative {
      chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
      clauses = Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
    }
  }

  /**
   * Who asserts something, and when.
   *
   * @param speaker person or body
   * @param date day on which it was asserted, as written
   * @param source id of the citation
   */
  public record Asserted(String speaker, String date, String source) {}
}
