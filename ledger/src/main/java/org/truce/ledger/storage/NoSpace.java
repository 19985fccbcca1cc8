package org.truce.ledger.storage;

import java.io.IOException;

/** The disk is full; part of what was to be written may have been. */
public final class NoSpace extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates it for a file. */
  public NoSpace(String path) {
    super("no space left on the disk for " + path);
  }
}
