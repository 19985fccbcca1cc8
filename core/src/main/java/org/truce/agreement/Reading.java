package org.truce.agreement;

import java.util.List;
import java.util.Optional;

/**
 * A complete interpretation of an agreement that somebody asserts.
 *
 * @param id lower case, digits, hyphens
 * @param assertedBy who asserts it
 * @param inForce when it applies
 * @param clauses ids of the clauses that it has
 * @param note why it is read so
 */
public record Reading(
    String id,
    Asserted assertedBy,
    TermOfForce inForce,
    List<String> clauses,
    Optional<String> note) {
  public Reading {
    clauses = List.copyOf(clauses);
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
