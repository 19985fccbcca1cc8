package org.truce.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A witness's statement: "at this time, this was the newest tree that I had seen of this log, and
 * it was consistent with every one before" (C2SP tlog-cosignature, Ed25519).
 *
 * @param witness the witness's key name
 * @param time when it signed, by its own clock, in whole seconds
 */
public record Cosignature(String witness, Instant time) {
  /** The last second that is believed: the end of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  static byte[] message(long seconds, String checkpoint) {
    return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the statement if the line is the key's valid cosignature of the text. */
  static Optional<Cosignature> verified(VerifierKey key, SignatureLine line, String text) {
    byte[] stamped = line.signature();
    if (stamped.length != 8 + Ed25519.SIGNATURE_BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(stamped);
    long seconds = buffer.getLong();
    byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
    buffer.get(signature);
    if (seconds < 0 || seconds > LAST_SECOND || !key.verifies(message(seconds, text), signature)) {
      return Optional.empty();
    }
    return Optional.of(new Cosignature(key.name(), Instant.ofEpochSecond(seconds)));
  }
}
