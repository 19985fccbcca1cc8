package org.truce.ledger;

/** A batch that was not stored, and why. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  /** The reasons. */
  public enum Reason {
    /** More is waiting than may be kept in memory: try again in a second. */
    BUSY,
    /** The disk is full; what was acknowledged is safe. */
    DISK_FULL,
    /** Writing failed, or the ledger was closed: only a new start may write again. */
    STOPPED,
    /** An entry needs two people and does not have them; the message says which. */
    NOT_APPROVED
  }

  private final Reason reason;

  Refused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Returns the reason. */
  public Reason reason() {
    return reason;
  }
}
