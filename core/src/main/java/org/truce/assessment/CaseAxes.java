package org.truce.assessment;

/**
 * Where an alleged breach stands, on four axes that move independently of each other: never one
 * status.
 *
 * <p>Only people move the axes; the legal qualification begins with what the words say and ends
 * with what the commission determines.
 *
 * @param verification how far the facts are verified
 * @param qualification what it is in law, per reading
 * @param attribution who is responsible
 * @param disclosure who may know
 */
public record CaseAxes(
    Verification verification,
    Qualification qualification,
    Attribution attribution,
    DisclosureState disclosure) {

  /** An alleged breach that nobody has looked at yet. */
  public static final CaseAxes RECEIVED =
      new CaseAxes(
          Verification.RECEIVED,
          Qualification.NOT_ASSESSED,
          Attribution.NONE,
          DisclosureState.RESTRICTED);

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
