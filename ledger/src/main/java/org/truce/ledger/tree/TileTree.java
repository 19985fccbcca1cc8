package org.truce.ledger.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proofs out of the published tiles of a tree of one size. What it returns is as good as the tiles:
 * check it against a root that somebody signed. Not for several threads.
 */
public final class TileTree {
  private static final int CACHED_TILES = 64;

  private final LogFiles files;
  private final long size;
  private final Map<Tile, byte[]> cache = new LinkedHashMap<>();

  /** Reads the tiles of a tree with so many leaves. */
  public TileTree(LogFiles files, long size) {
    this.files = files;
    this.size = size;
  }

  /** Returns the root of the first {@code count} leaves, 0 to the size. */
  public TreeHead head(long count) throws IOException, Malformed {
    if (count < 0 || count > size) {
      throw new IllegalArgumentException(count + " leaves of " + size);
    }
    return count == 0 ? TreeHead.EMPTY : new TreeHead(count, range(0, count));
  }

  /** Returns the proof that the leaf at an index is in the whole tree (RFC 6962, 2.1.1). */
  public List<Hash> inclusion(long index) throws IOException, Malformed {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("leaf " + index + " of " + size);
    }
    List<Hash> path = new ArrayList<>();
    long low = 0;
    long high = size;
    while (high - low > 1) {
      long middle = low + split(high - low);
      boolean left = index < middle;
      path.addFirst(left ? range(middle, high) : range(low, middle));
      low = left ? low : middle;
      high = left ? middle : high;
    }
    return path;
  }

  /**
   * Returns the proof that the tree begins with its first {@code older} leaves (RFC 6962, 2.1.2).
   */
  public List<Hash> consistency(long older) throws IOException, Malformed {
    if (older < 0 || older > size) {
      throw new IllegalArgumentException(older + " leaves of " + size);
    }
    List<Hash> path = new ArrayList<>();
    if (older == 0 || older == size) {
      return path;
    }
    long low = 0;
    long high = size;
    while (high != older) {
      long middle = low + split(high - low);
      boolean left = older <= middle;
      path.addFirst(left ? range(middle, high) : range(low, middle));
      low = left ? low : middle;
      high = left ? middle : high;
    }
    if (low != 0) {
      path.addFirst(range(low, high));
    }
    return path;
  }

  /** Returns the largest power of two below a count of at least two. */
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }

  private Hash range(long low, long high) throws IOException, Malformed {
    long count = high - low;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return complete(level, low >>> level);
    }
    long middle = low + split(count);
    return Hash.node(range(low, middle), range(middle, high));
  }

  /** Returns the hash over the leaves from {@code index * 2^level}, 2^level of them. */
  private Hash complete(int level, long index) throws IOException, Malformed {
    int within = level % 8;
    long first = index << within;
    Tile tile = Tile.holding(level / 8, first, size);
    byte[] hashes = read(tile);
    List<Hash> row = new ArrayList<>();
    for (int i = 0; i < 1 << within; i++) {
      row.add(Hash.of(hashes, ((int) (first % Tile.FULL) + i) * Hash.BYTES));
    }
    return TileStack.subtree(row);
  }

  private byte[] read(Tile tile) throws IOException, Malformed {
    byte[] cached = cache.get(tile);
    if (cached != null) {
      return cached;
    }
    byte[] hashes = files.get(tile.path(), Tile.FULL * Hash.BYTES);
    if (hashes.length != tile.width() * Hash.BYTES) {
      throw new Malformed(
          tile.path() + ": " + hashes.length + " bytes, expected " + tile.width() * Hash.BYTES);
    }
    if (cache.size() == CACHED_TILES) {
      cache.remove(cache.keySet().iterator().next());
    }
    cache.put(tile, hashes);
    return hashes;
  }
}
