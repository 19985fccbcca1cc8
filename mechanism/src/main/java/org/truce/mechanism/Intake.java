package org.truce.mechanism;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which submissions came before: from their keyed hash to the index of the entry.
 *
 * <p>The hash is under the mission's own key, so that nobody outside can try guesses against it.
 * Only the same sender sending the same again is a repeat.
 */
final class Intake {
  private final SecretKeySpec key;
  private final Map<String, Long> entries = new HashMap<>();

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
    return Optional.ofNullable(entries.get(id));
  }

  void put(String id, long index) {
    entries.putIfAbsent(id, index);
  }
}
