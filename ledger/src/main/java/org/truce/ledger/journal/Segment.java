package org.truce.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import org.truce.ledger.storage.StoredFile;
import org.truce.ledger.tree.Hash;

/**
 * One file of the journal: a header of 52 bytes (magic, first index, chain, CRC-32C), then records.
 * The chain is SHA-256 over the chain of the segment before and the entries in it, so that a
 * segment that was exchanged or left out is noticed. Payloads are not in the chain: they can be
 * erased.
 */
final class Segment {
  static final int HEADER = 52;
  private static final long MAGIC = 0x5452_5543_4a31_0d0aL; // TRUCJ1\r\n

  /**
   * What a scan found.
   *
   * @param end where the last whole batch ends
   * @param nextIndex index of the record after it
   * @param chain the chain up to there, with which a next segment begins
   * @param soFar the chain as it goes on in this segment
   */
  record Scan(long end, long nextIndex, Hash chain, MessageDigest soFar) {
    /** Returns what stands before the first record of a segment. */
    static Scan start(long nextIndex, Hash chain) {
      MessageDigest soFar = Hash.newSha256();
      soFar.update(chain.bytes());
      return new Scan(HEADER, nextIndex, chain, soFar);
    }
  }

  /** Takes the entries of records in order. */
  interface Reader {
    void take(long index, long offset, byte[] entry) throws IOException;
  }

  private Segment() {}

  static String name(long firstIndex) {
    return String.format(Locale.ROOT, "journal/%019d.seg", firstIndex);
  }

  static ByteBuffer header(long firstIndex, Hash chain) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).putLong(MAGIC).putLong(firstIndex);
    chain.writeTo(header);
    java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
    crc.update(header.array(), 0, HEADER - 4);
    return header.putInt((int) crc.getValue()).flip();
  }

  /**
   * Reads all records of whole batches.
   *
   * @param isLast whether a torn tail is possible
   * @throws Damaged if anything that had been forced is not whole
   */
  static Scan scan(String name, StoredFile file, Scan before, boolean isLast, Reader reader)
      throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEADER);
    file.read(head, 0);
    if (!head.flip().equals(header(before.nextIndex(), before.chain()))) {
      throw new Damaged(name + ": its header does not continue the segment before it");
    }
    Pass pass = new Pass(before);
    long hole = pass.run(file, reader);
    if (hole < file.size()) {
      if (!isLast || forcedBeyond(file, hole)) {
        throw new Damaged(
            name
                + ": damaged at byte "
                + hole
                + ", in what had been stored for good; nothing was cut."
                + " Restore this file from a copy.");
      }
    } else if (!isLast && pass.end != hole) {
      throw new Damaged(name + ": ends inside a batch");
    }
    Hash chain = Hash.of(copy(pass.ended).digest());
    return new Scan(pass.end, pass.next, chain, pass.ended);
  }

  /** Says whether any whole record behind a hole was written after the hole had been forced. */
  private static boolean forcedBeyond(StoredFile file, long hole) throws IOException {
    long size = file.size();
    ByteBuffer window = ByteBuffer.allocate(1 << 16);
    for (long at = hole + 1; at + Frame.BYTES <= size; at += window.capacity() - Frame.BYTES) {
      window.clear();
      file.read(window, at);
      window.flip();
      for (int i = 0; i + Frame.BYTES <= window.limit(); i++) {
        Frame frame = Frame.read(window.position(i));
        if (frame != null && frame.forced() > hole) {
          return true;
        }
      }
    }
    return false;
  }

  /** One reading from start to first hole. */
  private static final class Pass {
    private final MessageDigest digest = Hash.newSha256();
    private final java.util.List<byte[]> batch = new java.util.ArrayList<>();
    private final java.util.List<Long> offsets = new java.util.ArrayList<>();
    private MessageDigest ended = digest;
    private long end = HEADER;
    private long next;

    Pass(Scan before) {
      this.next = before.nextIndex();
      digest.update(before.chain().bytes());
      ended = copy(digest);
    }

    long run(StoredFile file, Reader reader) throws IOException {
      long at = HEADER;
      long size = file.size();
      Window window = new Window(file);
      while (at + Frame.BYTES <= size) {
        Frame frame = Frame.read(window.at(at, Frame.BYTES));
        if (frame == null
            || frame.index() != next + batch.size()
            || at + Frame.BYTES + frame.length() > size) {
          return at;
        }
        ByteBuffer content = window.at(at + Frame.BYTES, frame.length());
        if (!frame.matches(content)) {
          return at;
        }
        offsets.add(at);
        at += Frame.BYTES + frame.length();
        take(frame, frame.entry(content), at, reader);
      }
      return at;
    }

    private void take(Frame frame, byte[] entry, long after, Reader reader) throws IOException {
      batch.add(entry);
      Chain.update(digest, entry);
      if (frame.endsBatch()) {
        for (int i = 0; i < batch.size(); i++) {
          reader.take(next++, offsets.get(i), batch.get(i));
        }
        batch.clear();
        offsets.clear();
        end = after;
        ended = copy(digest);
      }
    }
  }

  /** A part of a file in memory, so that reading it record by record takes few calls. */
  private static final class Window {
    private final StoredFile file;
    private ByteBuffer part = ByteBuffer.allocate(1 << 20).limit(0);
    private long start;

    Window(StoredFile file) {
      this.file = file;
    }

    /** Returns a buffer at a position of the file; what the file lacks is zero. */
    ByteBuffer at(long position, int length) throws IOException {
      if (position < start || position + length > start + part.limit()) {
        if (length > part.capacity()) {
          part = ByteBuffer.allocate(length);
        }
        start = position;
        file.read(part.clear(), position);
        Arrays.fill(part.array(), part.position(), part.capacity(), (byte) 0);
        part.clear();
      }
      return part.position((int) (position - start));
    }
  }

  static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
