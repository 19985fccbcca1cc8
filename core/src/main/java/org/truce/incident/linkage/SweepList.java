package org.truce.incident.linkage;

/**
 * The rows of one tier in the order in which they are swept for one reach: by time bucket, band of
 * latitude and longitude. What a sweep reads of a row is copied beside what it reads of the next.
 */
final class SweepList {
  private static final double E7_PER_METRE = 1e7 / 110_500.0;

  /** Longitudes are sorted in steps of 1,024e-7 degrees, at most 11 m. */
  private static final int LON_SHIFT = 10;

  /** How far rows of one group may be out of the order of their longitudes. */
  static final int SLACK = 1 << LON_SHIFT;

  /** Number of columns that a sweep reads. */
  static final int WIDTH = 6;

  static final int LON = 0;
  static final int LAT = 1;
  static final int TIME = 2;
  static final int RADIUS = 3;
  static final int SCALE = 4;
  static final int REACH = 5;

  /** What lies between the least and the most of a column, so that keys need few bits. */
  record Extent(long least, long most) {
    static final Extent NONE = new Extent(Integer.MAX_VALUE, Integer.MIN_VALUE);

    Extent with(int value) {
      return value < least || value > most
          ? new Extent(Math.min(least, value), Math.max(most, value))
          : this;
    }

    /** Bits that the steps of that size from the least value need, with one step to spare. */
    private int bits(long step) {
      return 64 - Long.numberOfLeadingZeros(Math.max(0, most - least) / step + 2);
    }
  }

  /** Where all rows lie. */
  record Extents(Extent time, Extent lat, Extent lon) {}

  final int[] rows;
  final int[] columns;

  /** Keys of the groups of one bucket and band, ascending; one band more is one more. */
  final long[] groups;

  /** Where each group starts, and where the last one ends. */
  final int[] starts;

  final int groupCount;

  /** How much more the key of the next bucket is. */
  final long bucketStep;

  SweepList(int[] cells, int[] list, int metres, int seconds, Extents extents) {
    int band = height(metres);
    int lonBits = extents.lon().bits(1 << LON_SHIFT);
    int bandBits = extents.lat().bits(band);
    bucketStep = 1L << bandBits;
    long[] keys = new long[list.length];
    for (int i = 0; i < list.length; i++) {
      int at = list[i] * ClaimTable.WIDTH;
      // Counted from one, so that one band less is never one bucket less.
      long bucket = (cells[at + ClaimTable.TIME] - extents.time().least()) / seconds + 1;
      long row = (cells[at + ClaimTable.LAT] - extents.lat().least()) / band + 1;
      long column = (cells[at + ClaimTable.LON] - extents.lon().least()) >>> LON_SHIFT;
      keys[i] = (bucket << bandBits | row) << lonBits | column;
    }
    rows = RadixSort.sorted(keys, list);
    columns = columns(cells, metres);
    groups = new long[rows.length];
    starts = new int[rows.length + 1];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      long group = keys[i] >>> lonBits;
      if (count == 0 || groups[count - 1] != group) {
        groups[count] = group;
        starts[count++] = i;
      }
    }
    starts[count] = rows.length;
    groupCount = count;
  }

  /** Returns the height of a band in 1e-7 degrees: no two rows that are near are further apart. */
  static int height(int metres) {
    return (int) (metres * E7_PER_METRE) + 1;
  }

  private int[] columns(int[] cells, int metres) {
    int[] copied = new int[rows.length * WIDTH];
    for (int i = 0, to = 0; i < rows.length; i++, to += WIDTH) {
      int at = rows[i] * ClaimTable.WIDTH;
      copied[to + LON] = cells[at + ClaimTable.LON];
      copied[to + LAT] = cells[at + ClaimTable.LAT];
      copied[to + TIME] = cells[at + ClaimTable.TIME];
      copied[to + RADIUS] = cells[at + ClaimTable.RADIUS];
      copied[to + SCALE] = cells[at + ClaimTable.SCALE];
      copied[to + REACH] = reach(metres, cells[at + ClaimTable.SCALE] & 0xffff);
    }
    return copied;
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
    int above = Math.min(at, groupCount);
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (groups[middle] < key) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return above;
  }
}
