package org.truce.ledger.journal;

import java.io.IOException;

/** Something that had been forced is not what was written: nothing is cut, a person must look. */
public final class Damaged extends IOException {
  private static final long serialVersionUID = 1L;

  Damaged(String message) {
    super(message);
  }
}
