package org.truce.mechanism;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;

/**
 * Which submissions came before: from their keyed hash to the index of the entry.
 *
 * <p>The hash is under the mission's own key, so that nobody outside can try guesses against it.
 * Only the same sender sending the same again is a repeat.
 */
final class Intake {
  private final SecretKeySpec key;
  private final HashIndex entries = new HashIndex();

  Intake(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /**
   * Returns the keyed hash over sender and number, or sender and bytes when there is no number; by
   * another mapping the same bytes are another submission.
   */
  String id(Submission submission) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      update(mac, submission.sender().getBytes(StandardCharsets.UTF_8));
      update(
          mac,
          submission
              .number()
              .map(number -> ("number " + number).getBytes(StandardCharsets.UTF_8))
              .orElseGet(() -> submission.bytes().toArray()));
      submission.mapping().ifPresent(of -> update(mac, of.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  private static void update(Mac mac, byte[] part) {
    mac.update(java.nio.ByteBuffer.allocate(4).putInt(part.length).array());
    mac.update(part);
  }

  Optional<Long> find(String id) {
    long found = entries.find(HashIndex.parse(id));
    return found < 0 ? Optional.empty() : Optional.of(found);
  }

  void put(String id, long index) {
    entries.put(HashIndex.parse(id), index);
  }

  void write(SnapshotOutput out) throws IOException {
    entries.write(out);
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    entries.read(in);
  }
}
