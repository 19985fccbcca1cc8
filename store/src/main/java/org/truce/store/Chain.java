package org.truce.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The digest over the effects of all entries up to one: SHA-256 over the chain before it, the
 * entry's index and time, and every row it closed and opened, in the order of their bytes.
 *
 * <p>It depends on what the effects are, not on the store, the order of the changes inside an entry
 * or the size of a batch.
 */
public final class Chain {
  private Chain() {}

  /**
   * Returns the chain after an entry.
   *
   * @param before the chain before it, hexadecimal; empty before the first
   * @param touched the rows that it opened or closed
   */
  public static String after(String before, long index, long recordedAt, List<Version> touched) {
    List<byte[]> effects = new ArrayList<>();
    for (Version version : touched) {
      effects.add(effect(version.from() == index ? 'o' : 'c', version.row()));
    }
    effects.sort(Arrays::compareUnsigned);
    MessageDigest digest = sha256();
    digest.update(before.getBytes(StandardCharsets.US_ASCII));
    digest.update(ByteBuffer.allocate(16).putLong(index).putLong(recordedAt).array());
    for (byte[] effect : effects) {
      digest.update(ByteBuffer.allocate(4).putInt(effect.length).array());
      digest.update(effect);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] effect(char what, Row row) {
    byte[] bytes = row.bytes();
    byte[] marked = new byte[bytes.length + 1];
    marked[0] = (byte) what;
    System.arraycopy(bytes, 0, marked, 1, bytes.length);
    return marked;
  }

  /** Returns the digest over every row of every table and when it was known: a full scan. */
  public static String scan(Store store) {
    MessageDigest digest = sha256();
    for (Table table : Table.values()) {
      store.history(
          table,
          version -> {
            byte[] row = version.row().bytes();
            digest.update(
                ByteBuffer.allocate(20)
                    .putInt(row.length)
                    .putLong(version.from())
                    .putLong(version.to())
                    .array());
            digest.update(row);
          });
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
