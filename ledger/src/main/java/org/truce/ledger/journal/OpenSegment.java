package org.truce.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.truce.ledger.storage.StoredFile;
import org.truce.ledger.tree.Hash;

/** A segment with its file and where every 64th record of it begins. */
final class OpenSegment {
  static final int STRIDE = 64;

  private final long firstIndex;
  private final Hash chain;
  private final List<Long> offsets = new ArrayList<>();
  private @Nullable StoredFile file;
  private volatile long end;

  OpenSegment(Segment.Scan before) {
    firstIndex = before.nextIndex();
    chain = before.chain();
  }

  /** Returns the chain with which it begins. */
  Hash chain() {
    return chain;
  }

  /** Returns what is known of it once another follows it. */
  Closed.ClosedSegment closed() {
    synchronized (offsets) {
      return new Closed.ClosedSegment(firstIndex, end, List.copyOf(offsets));
    }
  }

  /** Puts back where records begin. */
  void restore(List<Long> known) {
    synchronized (offsets) {
      offsets.addAll(known);
    }
  }

  /** Remembers where a record begins. */
  void note(long index, long offset) {
    synchronized (offsets) {
      if ((index - firstIndex) % STRIDE == 0) {
        offsets.add(offset);
      }
    }
  }

  void opened(StoredFile opened, long length) {
    file = opened;
    end = length;
  }

  StoredFile file() {
    return Objects.requireNonNull(file);
  }

  /** Returns where the next record begins; everything before is forced. */
  long end() {
    return end;
  }

  void extend(long newEnd) {
    end = newEnd;
  }

  /** Reads from an index to the end of this segment or {@code to}; returns the next index. */
  long read(long from, long to, Journal.Reader reader) throws IOException {
    long limit = end;
    long index = firstIndex + (from - firstIndex) / STRIDE * STRIDE;
    long at;
    synchronized (offsets) {
      at = offsets.get((int) ((index - firstIndex) / STRIDE));
    }
    ByteBuffer header = ByteBuffer.allocate(Frame.BYTES);
    while (at < limit && index < to) {
      file().read(header.clear(), at);
      Frame frame = Frame.read(header.flip());
      if (frame == null || frame.index() != index) {
        throw new Damaged("record " + index + " of the journal is damaged; restore it from a copy");
      }
      if (index >= from) {
        byte[] content = new byte[frame.length()];
        file().read(ByteBuffer.wrap(content), at + Frame.BYTES);
        if (!frame.matches(content)) {
          throw new Damaged(
              "record " + index + " of the journal is damaged; restore it from a copy");
        }
        reader.take(index, frame.stored(content));
      }
      at += Frame.BYTES + frame.length();
      index++;
    }
    return index;
  }
}
