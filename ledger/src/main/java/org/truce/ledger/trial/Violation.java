package org.truce.ledger.trial;

/** A promise of the ledger that was seen broken; the message has the seed. */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String message) {
    super(message);
  }
}
