package org.truce.ledger.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file. What was appended may be lost, torn or reordered by a crash until it is forced. */
public interface StoredFile extends Closeable {
  /** Returns the length in bytes. */
  long size() throws IOException;

  /**
   * Writes all bytes at the end.
   *
   * @throws NoSpace if the disk is full; part of them may have been written
   */
  void append(ByteBuffer bytes) throws IOException;

  /** Reads from a position until the buffer is full or the file ends; returns the bytes read. */
  int read(ByteBuffer target, long position) throws IOException;

  /** Returns when everything written so far survives a loss of power. */
  void force() throws IOException;

  /** Cuts the file. */
  void truncate(long size) throws IOException;
}
