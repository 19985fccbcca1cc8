package org.truce.ledger.journal;

/**
 * One record: the entry that is in the tree, and what is kept beside it, sealed.
 *
 * @param entry the leaf's bytes, at most 65,535
 * @param wrappedKey the payload's key, wrapped by whoever may open it; empty if there is none
 * @param payload the ciphertext; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying payloads would cost
public record Stored(byte[] entry, byte[] wrappedKey, byte[] payload) {
  /** The longest payload, in bytes. */
  public static final int MAX_PAYLOAD = 16 << 20;

  /** The longest wrapped key, in bytes. */
  public static final int MAX_KEY = 65_535;

  /** Checks the lengths. */
  public Stored {
    if (entry.length == 0 || entry.length > MAX_KEY) {
      throw new IllegalArgumentException("an entry has 1 to 65,535 bytes, not " + entry.length);
    }
    if (wrappedKey.length > MAX_KEY || payload.length > MAX_PAYLOAD) {
      throw new IllegalArgumentException("a wrapped key or payload is too long");
    }
  }

  /** Returns a record without payload. */
  public static Stored of(byte[] entry) {
    return new Stored(entry, new byte[0], new byte[0]);
  }

  int contentBytes() {
    return entry.length + wrappedKey.length + payload.length;
  }
}
