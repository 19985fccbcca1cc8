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
 * @param around what stands around the clauses
 */
public record Agreement(
    Heading heading,
    Roster roster,
    List<Reading> readings,
    Map<String, Clause> clauses,
    Map<String, Citation> sources,
    Surroundings around) {

  /** Returns an agreement of which nothing is written but its terms. */
  public Agreement(
      Heading heading,
      Roster roster,
      List<Reading> readings,
      Map<String, Clause> clauses,
      Map<String, Citation> sources) {
    this(heading, roster, readings, clauses, sources, Surroundings.NONE);
  }

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

  /** Returns the same agreement with these readings. */
  public Agreement withReadings(List<Reading> others) {
    return new Agreement(heading, roster, others, clauses, sources, around);
  }

  /**
   * Returns what an incident is judged by under the id of a clause: a prohibition, or what an
   * obligation forbids in effect.
   *
   * @throws IllegalArgumentException when an incident cannot breach the clause
   */
  public Clause.Prohibition prohibition(String id) {
    return findProhibition(id)
        .orElseThrow(
            () -> new IllegalArgumentException("no incident can breach \"%s\"".formatted(id)));
  }

  /** Returns what an incident is judged by under the id of a clause, if anything. */
  public Optional<Clause.Prohibition> findProhibition(String id) {
    return switch (clause(id)) {
      case Clause.Prohibition prohibition -> Optional.of(prohibition);
      case Clause.Obligation obligation -> obligation.watched();
      case Clause.Permission permission -> Optional.empty();
      case Clause.Statement statement -> Optional.empty();
    };
  }

  /** Returns what incidents are judged by under a reading, in its order. */
  public List<Clause.Prohibition> prohibitions(Reading reading) {
    return reading.clauses().stream().flatMap(id -> findProhibition(id).stream()).toList();
  }

  /** Returns the permissions to which a prohibition is subject within a reading. */
  public List<Clause.Permission> exceptions(Clause.Prohibition prohibition, Reading reading) {
    return prohibition.subjectTo().stream()
        .filter(reading.clauses()::contains)
        .map(this::clause)
        .map(Clause.Permission.class::cast)
        .toList();
  }

  /**
   * Returns the reading in each way in which its open values can be meant, each with the agreement
   * as it stands then; one way when no value is open.
   */
  public List<Meant> ways(Reading reading) {
    if (reading.alternatives().isEmpty()) {
      return List.of(new Meant(this, reading, new java.util.TreeMap<>()));
    }
    return reading.alternatives().stream()
        .map(
            way ->
                new Meant(
                    new Agreement(heading, roster, readings, way.clauses(), sources, around),
                    new Reading(
                        reading.id(),
                        reading.assertedBy(),
                        way.inForce(),
                        reading.clauses(),
                        reading.note()),
                    way.chosen()))
        .toList();
  }

  /**
   * One way in which a reading can be meant.
   *
   * @param agreement with the clauses as they are meant then
   * @param reading with its term as it is meant then
   * @param chosen where an open value stands → what is chosen for it
   */
  public record Meant(
      Agreement agreement, Reading reading, java.util.SortedMap<String, String> chosen) {}
}
