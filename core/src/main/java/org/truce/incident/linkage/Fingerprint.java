package org.truce.incident.linkage;

import java.nio.charset.StandardCharsets;

/**
 * A 64-bit number for a text, the same on every machine. Not a cryptographic digest: it breaks ties
 * and finds equal names, and nothing is trusted because of it.
 */
public final class Fingerprint {
  private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

  private Fingerprint() {}

  /** Returns the number of a text. */
  public static long of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** Returns the number of the bytes from {@code from} inclusive to {@code to} exclusive. */
  public static long of(byte[] bytes, int from, int to) {
    long hash = PRIME * (to - from + 1L);
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x100_0000_01B3L;
    }
    return mix(hash);
  }

  /** Returns a number in which every bit depends on every bit of the given one. */
  public static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ (mixed >>> 31);
  }
}
