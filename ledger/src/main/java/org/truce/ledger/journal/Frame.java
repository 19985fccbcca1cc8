package org.truce.ledger.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The header before each record, 36 bytes, big-endian: content length, its CRC-32C, the entry's
 * index, the file offset that was forced before this record was written, entry length, key length,
 * 1 if it ends its batch, CRC-32C of the header.
 *
 * <p>The forced offset is what tells a torn tail from damage: a whole record that was written when
 * a hole before it had been forced already convicts the disk.
 */
record Frame(
    int length,
    int crc,
    long index,
    long forced,
    int entryLength,
    int keyLength,
    boolean endsBatch) {
  static final int BYTES = 40;

  static int bytes(Stored stored) {
    return BYTES + stored.contentBytes();
  }

  static void write(ByteBuffer target, Stored stored, long index, long forced, boolean endsBatch) {
    int start = target.position();
    CRC32C crc = new CRC32C();
    crc.update(stored.entry());
    crc.update(stored.wrappedKey());
    crc.update(stored.payload());
    target
        .putInt(stored.contentBytes())
        .putInt((int) crc.getValue())
        .putLong(index)
        .putLong(forced);
    target.putInt(stored.entry().length).putInt(stored.wrappedKey().length);
    target.putInt(endsBatch ? 1 : 0);
    CRC32C header = new CRC32C();
    header.update(target.duplicate().position(start).limit(start + BYTES - 4));
    target.putInt((int) header.getValue());
    target.put(stored.entry()).put(stored.wrappedKey()).put(stored.payload());
  }

  /** Returns the header at the buffer's position, or null if there is none that is whole. */
  static @org.jspecify.annotations.Nullable Frame read(ByteBuffer header) {
    CRC32C crc = new CRC32C();
    crc.update(header.duplicate().limit(header.position() + BYTES - 4));
    int at = header.position();
    Frame frame =
        new Frame(
            header.getInt(at),
            header.getInt(at + 4),
            header.getLong(at + 8),
            header.getLong(at + 16),
            header.getInt(at + 24),
            header.getInt(at + 28),
            header.getInt(at + 32) == 1);
    return (int) crc.getValue() == header.getInt(at + BYTES - 4) && frame.isPossible()
        ? frame
        : null;
  }

  private boolean isPossible() {
    return entryLength > 0
        && keyLength >= 0
        && length >= entryLength + keyLength
        && length <= 2 * Stored.MAX_KEY + Stored.MAX_PAYLOAD;
  }

  boolean matches(byte[] content) {
    CRC32C actual = new CRC32C();
    actual.update(content);
    return (int) actual.getValue() == crc;
  }

  /** Returns whether the content at the buffer's position is the one that was written. */
  boolean matches(ByteBuffer content) {
    CRC32C actual = new CRC32C();
    actual.update(content.slice(content.position(), length));
    return (int) actual.getValue() == crc;
  }

  /** Returns the entry, with which the content at the buffer's position begins. */
  byte[] entry(ByteBuffer content) {
    byte[] entry = new byte[entryLength];
    content.get(content.position(), entry);
    return entry;
  }

  Stored stored(byte[] content) {
    ByteBuffer parts = ByteBuffer.wrap(content);
    byte[] entry = new byte[entryLength];
    byte[] key = new byte[keyLength];
    byte[] payload = new byte[length - entryLength - keyLength];
    parts.get(entry).get(key).get(payload);
    return new Stored(entry, key, payload);
  }
}
