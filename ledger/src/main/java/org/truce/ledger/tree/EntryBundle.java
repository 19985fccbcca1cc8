package org.truce.ledger.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 entries, each after its length in two bytes, big-endian (C2SP tlog-tiles). */
public final class EntryBundle {
  /** The longest entry that the format can hold, in bytes. */
  public static final int MAX_ENTRY = 65_535;

  /** The longest bundle, in bytes. */
  public static final int MAX_BYTES = Tile.FULL * (MAX_ENTRY + 2);

  private EntryBundle() {}

  /** Returns the bytes of a bundle. */
  public static byte[] write(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY) {
        throw new IllegalArgumentException("an entry of " + entry.length + " bytes is too long");
      }
      bundle.write(entry.length >>> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  /** Reads a bundle of exactly so many entries with nothing after them. */
  public static List<byte[]> read(byte[] bundle, int count) throws Malformed {
    List<byte[]> entries = new ArrayList<>(count);
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (bundle.length - at < 2) {
        throw new Malformed("entry bundle: ends before entry " + i + " of " + count);
      }
      int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
      at += 2;
      if (bundle.length - at < length) {
        throw new Malformed("entry bundle: entry " + i + " is cut short");
      }
      byte[] entry = new byte[length];
      System.arraycopy(bundle, at, entry, 0, length);
      entries.add(entry);
      at += length;
    }
    if (at != bundle.length) {
      throw new Malformed("entry bundle: " + (bundle.length - at) + " bytes after the last entry");
    }
    return entries;
  }
}
