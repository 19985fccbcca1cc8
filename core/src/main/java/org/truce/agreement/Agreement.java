package org.truce.agreement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One agreement, with every reading of it.
 *
 * @param heading what it is
 * @param roster whom it binds, excludes or leaves out
 * @param readings complete interpretations, in the order written
 * @param clauses clause id → clause, in the order written
 * @param sources source id → where a statement of this file can be checked
 */
public record Agreement(
    Heading heading,
    Roster roster,
    List<Reading> readings,
    Map<String, Clause> clauses,
    Map<String, Citation> sources) {
  public Agreement {
    readings = List.copyOf(readings);
    clauses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
    sources = Map.copyOf(sources);
  }

  /**
   * What an agreement is.
   *
   * @param id lower case, digits, hyphens
   * @param title for people
   * @param label the word the parties used
   * @param kind in the classes of the practice
   * @param authenticity how the text is known
   * @param note anything a reader must know first
   */
  public record Heading(
      String id,
      String title,
      String label,
      Kind kind,
      Authenticity authenticity,
      Optional<String> note) {}

  /**
   * Where a statement can be checked.
   *
   * @param title of the document
   * @param publisher who published it
   * @param date of publication, if known
   * @param address where it can be read, if anywhere
   */
  public record Citation(
      String title, String publisher, Optional<LocalDate> date, Optional<String> address) {}

  /** Classes of cessation (Clayton and Sticher, as used by PA-X). */
  public enum Kind {
    UNILATERAL_CESSATION,
    LIMITED_CESSATION,
    CESSATION_OF_HOSTILITIES,
    PRELIMINARY,
    DEFINITIVE
  }

  /** How the text is known. */
  public enum Authenticity {
    OFFICIAL,
    LEAKED,
    MEDIA_RECONSTRUCTED,
    ORAL,
    /** It exists but its text is unknown: it can be referred to and never judged. */
    UNDISCLOSED
  }

  /** Returns whether there is a text to judge by; an undisclosed one can only be referred to. */
  public boolean canBeJudged() {
    return heading.authenticity() != Authenticity.UNDISCLOSED;
  }

  /** Returns the reading of that id. */
  public Optional<Reading> findReading(String id) {
    return readings.stream().filter(reading -> reading.id().equals(id)).findFirst();
  }

  /** Returns the clause of that id. */
  public Clause clause(String id) {
    return Optional.ofNullable(clauses.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no clause \"%s\"".formatted(id)));
  }

  /** Returns the prohibitions of a reading, in its order. */
  public List<Clause.Prohibition> prohibitions(Reading reading) {
    return reading.clauses().stream()
        .map(this::clause)
        .filter(Clause.Prohibition.class::isInstance)
        .map(Clause.Prohibition.class::cast)
        .toList();
  }

  /** Returns the permissions to which a prohibition is subject within a reading. */
  public List<Clause.Permission> exceptions(Clause.Prohibition prohibition, Reading reading) {
    return prohibition.subjectTo().stream()
        .filter(reading.clauses()::contains)
        .map(this::clause)
        .map(Clause.Permission.class::cast)
        .toList();
  }
}
