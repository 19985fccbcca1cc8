package org.truce.assessment;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.assessment.Assessment.AssessedIncident;

/**
 * Where an alleged breach stands, on four axes that move independently of each other: never one
 * status.
 *
 * <p>Only people move the axes; the legal qualification begins with what the words say and ends
 * with what the commission determines.
 *
 * @param verification how far the facts are verified
 * @param qualification what it is in law: reading → qualification
 * @param attribution who is responsible
 * @param disclosure who may know
 */
public record CaseAxes(
    Verification verification,
    SortedMap<String, Qualification> qualification,
    Attribution attribution,
    DisclosureState disclosure) {
  public CaseAxes {
    qualification = Collections.unmodifiableSortedMap(new TreeMap<>(qualification));
  }

  /**
   * Returns where a case begins, before anybody has moved it: what the words say of it under each
   * reading, and whether somebody claims who did it.
   *
   * @param readings ids of the readings
   */
  public static CaseAxes begins(AssessedIncident incident, Collection<String> readings) {
    SortedMap<String, Qualification> qualification = new TreeMap<>();
    readings.forEach(id -> qualification.put(id, qualification(incident.worst(id))));
    boolean claimed =
        incident.findings().stream().anyMatch(finding -> !finding.authors().isEmpty());
    return new CaseAxes(
        Verification.RECEIVED,
        qualification,
        claimed ? Attribution.CLAIMED : Attribution.NONE,
        DisclosureState.RESTRICTED);
  }

  private static Qualification qualification(Outcome.Kind worst) {
    return switch (worst) {
      case PRIMA_FACIE_BREACH -> Qualification.PRIMA_FACIE_BREACH;
      case UNDETERMINED, ACCOUNTS_DIFFER -> Qualification.UNDETERMINED;
      case NO_BREACH -> Qualification.NOT_A_BREACH;
      case NOT_COVERED -> Qualification.NOT_APPLICABLE;
    };
  }

  /** How far the facts are verified. */
  public enum Verification {
    RECEIVED,
    TRIAGED,
    UNVERIFIED,
    CORROBORATED,
    VERIFIED,
    REFUTED,
    UNVERIFIABLE
  }

  /** What it is in law under one reading; the last four are determinations of the commission. */
  public enum Qualification {
    NOT_ASSESSED,
    PRIMA_FACIE_BREACH,
    NOT_A_BREACH,
    NOT_APPLICABLE,
    UNDETERMINED,
    DETERMINED_NO_VIOLATION,
    DETERMINED_MINOR,
    DETERMINED_SERIOUS,
    DETERMINED_GRAVE
  }

  /** Who is responsible; beyond a claim it is an act of people. */
  public enum Attribution {
    NONE,
    CLAIMED,
    ASSESSED,
    DETERMINED,
    CONTESTED,
    NOT_POSSIBLE
  }

  /** Who may know. */
  public enum DisclosureState {
    RESTRICTED,
    PARTIES,
    GUARANTORS,
    PUBLIC
  }
}
