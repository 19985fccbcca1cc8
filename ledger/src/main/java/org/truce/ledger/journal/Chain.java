package org.truce.ledger.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** The running hash over the entries of one segment. */
final class Chain {
  private Chain() {}

  static void update(MessageDigest digest, byte[] entry) {
    digest.update(ByteBuffer.allocate(4).putInt(entry.length).array());
    digest.update(entry);
  }
}
