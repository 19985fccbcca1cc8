package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * The rows of one tier of a {@link Stretch} in the order in which they are swept for one reach: by
 * time bucket, band of latitude and longitude. They are copied in that order, since what is
 * compared then lies side by side. One object holds one list after the other.
 */
final class SweepList {
  private static final double E7_PER_METRE = 1e7 / 110_500.0;

  /** Longitudes are sorted in steps of 1,024e-7 degrees, at most 11 m. */
  private static final int LON_SHIFT = 10;

  /** How far rows of one group may be out of the order of their longitudes. */
  static final int SLACK = 1 << LON_SHIFT;

  /** What lies between the least and the most of a column, so that keys need few bits. */
  record Extent(long least, long most) {
    static final Extent NONE = new Extent(0, 0);

    /** Bits that the steps of that size from the least value need, with one step to spare. */
    private int bits(long step) {
      return 64 - Long.numberOfLeadingZeros(Math.max(0, most - least) / step + 2);
    }
  }

  /** Where all rows of a stretch lie. */
  record Extents(Extent time, Extent lat, Extent lon) {}

  /** The rows, {@link Stretch#WIDTH} numbers each. */
  int[] cells = new int[0];

  /** Half the width of each row's window, in 1e-7 degrees of longitude. */
  int[] reach = new int[0];

  /** Keys of the groups of one bucket and band, ascending; one band more is one more. */
  long[] groups = new long[0];

  /** Where each group starts, and where the last one ends. */
  int[] starts = new int[0];

  int groupCount;

  /** Two rows that are near are no further apart than that. */
  int metres;

  /** How much more the key of the next bucket is. */
  long bucketStep;

  private final RadixSort sort;

  /** Starts empty. */
  SweepList(RadixSort sort) {
    this.sort = sort;
  }

  /**
   * Takes rows of a stretch, from one position of a list on.
   *
   * @param metres two rows that are near are no further apart than that
   * @param seconds nor later than that
   */
  void fill(int[] rows, int[] list, int from, int to, int metres, int seconds, Extents extents) {
    int size = to - from;
    makeRoom(size);
    this.metres = metres;
    int lonBits = extents.lon().bits(1 << LON_SHIFT);
    setKeys(rows, list, from, size, height(metres), seconds, lonBits, extents);
    sort.sort(size);
    copy(rows, size, metres);
    group(size, lonBits);
  }

  private void makeRoom(int size) {
    sort.makeRoom(size);
    if (reach.length < size) {
      int room = size + size / 2;
      cells = new int[Math.multiplyExact(room, Stretch.WIDTH)];
      reach = new int[room];
      groups = new long[room];
      starts = new int[room + 1];
    }
  }

  private void setKeys(
      int[] rows,
      int[] list,
      int from,
      int size,
      int band,
      int seconds,
      int lonBits,
      Extents extents) {
    int bandBits = extents.lat().bits(band);
    bucketStep = 1L << bandBits;
    for (int i = 0; i < size; i++) {
      int at = list[from + i];
      // Counted from one, so that one band less is never one bucket less.
      long bucket = (rows[at + ClaimTable.TIME] - extents.time().least()) / seconds + 1;
      long row = (rows[at + ClaimTable.LAT] - extents.lat().least()) / band + 1;
      long column = (rows[at + ClaimTable.LON] - extents.lon().least()) >>> LON_SHIFT;
      sort.keys[i] = (bucket << bandBits | row) << lonBits | column;
      sort.values[i] = at;
    }
  }

  private void copy(int[] rows, int size, int metres) {
    for (int i = 0, to = 0; i < size; i++, to += Stretch.WIDTH) {
      int at = sort.values[i];
      System.arraycopy(rows, at, cells, to, Stretch.WIDTH);
      reach[i] = reach(metres, rows[at + ClaimTable.SCALE] & 0xffff);
    }
  }

  private void group(int size, int lonBits) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      long group = sort.keys[i] >>> lonBits;
      if (count == 0 || groups[count - 1] != group) {
        groups[count] = group;
        starts[count++] = i;
      }
    }
    starts[count] = size;
    groupCount = count;
  }

  /** Returns the height of a band in 1e-7 degrees: no two rows that are near are further apart. */
  static int height(int metres) {
    return (int) (metres * E7_PER_METRE) + 1;
  }

  /** Half the width of the window in 1e-7 degrees of longitude; wide enough for both bands. */
  private static int reach(int metres, int scale) {
    // Two bands towards the pole a degree is shorter: 2 % covers that up to 80 degrees.
    return (int) Math.min(1.8e9, (double) metres * 4e6 / Math.max(1, scale) * 1.02) + 1;
  }

  /** Returns the first group from {@code from} on whose key is at least that, or the count. */
  int groupFrom(int from, long key) {
    int step = 1;
    int below = from - 1;
    int at = from;
    while (at < groupCount && groups[at] < key) {
      below = at;
      at += step;
      step += step;
    }
    int above = Arrays.binarySearch(groups, below + 1, Math.min(at, groupCount), key);
    return above < 0 ? -above - 1 : above;
  }
}
