package org.truce.ledger.journal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.truce.ledger.tree.Hash;

/**
 * The segments before the last one: they never change again, so whoever knows this need not read
 * them at a start.
 *
 * @param segments in order
 * @param nextIndex index of the first record of the last segment
 * @param chain over all entries before it; the header of the last segment repeats it
 */
public record Closed(List<ClosedSegment> segments, long nextIndex, Hash chain) {
  private static final int MOST_AT_ONCE = 1 << 16;

  /**
   * One segment.
   *
   * @param firstIndex index of its first record
   * @param end its length in bytes
   * @param offsets where every {@value OpenSegment#STRIDE}th record begins, from the first on
   */
  record ClosedSegment(long firstIndex, long end, List<Long> offsets) {}

  /** Writes it; {@link #read} reads it back. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(segments.size());
    for (ClosedSegment segment : segments) {
      out.writeLong(segment.firstIndex);
      out.writeLong(segment.end);
      out.writeInt(segment.offsets.size());
      for (long offset : segment.offsets) {
        out.writeLong(offset);
      }
    }
    out.writeLong(nextIndex);
    out.write(chain.bytes());
  }

  /** Reads what {@link #write} wrote. */
  public static Closed read(DataInput in) throws IOException {
    List<ClosedSegment> segments = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      long firstIndex = in.readLong();
      long end = in.readLong();
      int size = in.readInt();
      List<Long> offsets = new ArrayList<>(Math.clamp(size, 0, MOST_AT_ONCE));
      for (int i = 0; i < size; i++) {
        offsets.add(in.readLong());
      }
      segments.add(new ClosedSegment(firstIndex, end, offsets));
    }
    long nextIndex = in.readLong();
    byte[] chain = new byte[Hash.BYTES];
    in.readFully(chain);
    return new Closed(segments, nextIndex, Hash.of(chain));
  }
}
