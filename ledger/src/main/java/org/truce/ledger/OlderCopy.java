package org.truce.ledger;

import java.io.IOException;

/** The data folder is not the newest: writing on would make two histories. */
public final class OlderCopy extends IOException {
  private static final long serialVersionUID = 1L;

  OlderCopy(String message) {
    super(message + " Nothing was written. Put the newest copy back, or open a new log.");
  }
}
