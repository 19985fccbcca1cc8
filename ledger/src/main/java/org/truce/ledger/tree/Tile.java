package org.truce.ledger.tree;

import java.util.Locale;

/**
 * Where 256 consecutive hashes of one height lie (C2SP tlog-tiles).
 *
 * @param level 0 for leaf hashes; a hash of level L covers 256^L leaves
 * @param index number of the tile within its level, from 0
 * @param width number of hashes in it, 1 to 256
 */
public record Tile(int level, long index, int width) {
  /** The width of a full tile. */
  public static final int FULL = 256;

  /** The highest level of a tree whose size is a positive long. */
  public static final int MAX_LEVEL = 7;

  /** Checks the ranges. */
  public Tile {
    if (level < 0 || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no such tile: " + level + ", " + index + ", " + width);
    }
  }

  /** Returns the tile of a tree that holds a hash: full, or as wide as the tree makes it. */
  public static Tile holding(int level, long hashIndex, long treeSize) {
    long index = hashIndex / FULL;
    long hashes = treeSize >>> (8 * level);
    return new Tile(level, index, (int) Math.min(FULL, hashes - index * FULL));
  }

  /** Says whether nothing will ever be added to it. */
  public boolean isFull() {
    return width == FULL;
  }

  /** Returns the path of its hashes below the log's folder. */
  public String path() {
    return "tile/" + level + "/" + place();
  }

  /** Returns the path of the entries whose leaf hashes a tile of level 0 holds. */
  public String entriesPath() {
    return "tile/entries/" + place();
  }

  private String place() {
    StringBuilder path = new StringBuilder(threeDigits(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x" + threeDigits(rest % 1000) + "/");
    }
    if (!isFull()) {
      path.append(".p/").append(width);
    }
    return path.toString();
  }

  private static String threeDigits(long number) {
    return String.format(Locale.ROOT, "%03d", number);
  }
}
