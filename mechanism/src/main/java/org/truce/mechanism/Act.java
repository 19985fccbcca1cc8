package org.truce.mechanism;

import java.util.List;
import org.truce.assessment.CaseAxes;
import org.truce.provenance.Handling;
import org.truce.provenance.Side;
import org.truce.report.ClaimId;

/**
 * What a person does. Nothing is taken back: undoing is an act of its own.
 *
 * <p>A report is named by the ledger index of its entry, an incident by its number.
 */
public sealed interface Act {

  /** Returns why, in the person's own words. */
  String reason();

  /**
   * Gives a key a role.
   *
   * @param key public key, hexadecimal
   * @param side whose person it is; nobody verifies or adjudicates a case of their own side
   */
  record Grant(String key, Role role, String name, Side side, String reason) implements Act {}

  /** Takes a role from a key; what it did before stands. */
  record Revoke(String key, Role role, String reason) implements Act {}

  /** Says how far the facts are verified. */
  record Verify(long incident, CaseAxes.Verification value, String reason) implements Act {}

  /** Records what the commission determined under a reading. */
  record Determine(long incident, String reading, CaseAxes.Qualification value, String reason)
      implements Act {}

  /** Records what people say of who is responsible. */
  record Attribute(long incident, CaseAxes.Attribution value, String reason) implements Act {}

  /** Opens an incident to more people, or closes it again. */
  record Disclose(long incident, CaseAxes.DisclosureState value, String reason) implements Act {}

  /**
   * Replaces what a report says from now on; what it said before stays known.
   *
   * @param replacement the report in our own form, one line of JSON, with the same source and
   *     number
   */
  record Correct(long report, String replacement, String reason) implements Act {}

  /** Lets a report say nothing from now on. */
  record Retract(long report, String reason) implements Act {}

  /** Sets who may see a report. */
  record SetHandling(long report, Handling handling, String reason) implements Act {}

  /** Says that two incidents are one; the smaller number stays, both resolve for ever. */
  record Merge(long one, long other, String reason) implements Act {}

  /** Says that these claims are not of the same happening as the rest of the incident. */
  record Split(long incident, List<ClaimId> apart, String reason) implements Act {
    public Split {
      apart = List.copyOf(apart);
    }
  }

  /** Says of two claims whether they are one happening. */
  record Link(ClaimId one, ClaimId other, Verdict verdict, String reason) implements Act {}

  /** Notes something beside a subject; changes nothing. */
  record Annotate(String subject, String reason) implements Act {}

  /** Undoes an act; the entry of that act stays. */
  record Undo(long act, String reason) implements Act {}

  /** What an analyst says of two claims. */
  enum Verdict {
    TOGETHER,
    APART,
    /** It cannot be decided; every count that holds both is a range. */
    UNDECIDABLE
  }
}
