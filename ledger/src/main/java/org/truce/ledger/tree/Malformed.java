package org.truce.ledger.tree;

/**
 * Input from outside that is not in the one form that is accepted; the message names what was found
 * and what is expected. The only exception that a reader of this module throws for bad input.
 */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates it with a message that a person can act on. */
  public Malformed(String message) {
    super(message);
  }
}
