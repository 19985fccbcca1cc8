package org.truce.ledger.tree;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: takes leaf hashes in order, gives each tile when it is full,
 * the partial ones on request, and the root. At most 255 hashes a level stay in memory.
 */
public final class TileStack {

  /** Takes a finished tile. */
  public interface Tiles {
    /** Takes one tile and its hashes, one after the other. */
    void take(Tile tile, byte[] hashes) throws Malformed, IOException;
  }

  private final List<List<Hash>> levels = new ArrayList<>();
  private long size;

  /** Returns the number of leaves so far. */
  public long size() {
    return size;
  }

  /** Returns one of its own that stands where this one does. */
  public TileStack copy() {
    TileStack copy = new TileStack();
    copy.size = size;
    levels.forEach(level -> copy.levels.add(new ArrayList<>(level)));
    return copy;
  }

  /** Writes it; {@link #read} reads it back. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(size);
    out.writeInt(levels.size());
    for (List<Hash> pending : levels) {
      out.writeInt(pending.size());
      out.write(bytes(pending));
    }
  }

  /** Reads what {@link #write} wrote. */
  public static TileStack read(DataInput in) throws IOException {
    TileStack read = new TileStack();
    read.size = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      List<Hash> pending = new ArrayList<>(Tile.FULL);
      for (int more = in.readInt(); more > 0; more--) {
        byte[] hash = new byte[Hash.BYTES];
        in.readFully(hash);
        pending.add(Hash.of(hash));
      }
      read.levels.add(pending);
    }
    return read;
  }

  /** Adds the next leaf hash; full tiles go to {@code full}, lowest level first. */
  public void add(Hash leaf, Tiles full) throws Malformed, IOException {
    Hash hash = leaf;
    size++;
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(new ArrayList<>(Tile.FULL));
      }
      List<Hash> pending = levels.get(level);
      pending.add(hash);
      if (pending.size() < Tile.FULL) {
        return;
      }
      full.take(new Tile(level, (size >>> (8 * level + 8)) - 1, Tile.FULL), bytes(pending));
      hash = subtree(pending);
      pending.clear();
    }
  }

  /** Gives the partial tile of every level that has one. */
  public void partials(Tiles partial) throws Malformed, IOException {
    for (int level = 0; level < levels.size(); level++) {
      List<Hash> pending = levels.get(level);
      if (!pending.isEmpty()) {
        long index = size >>> (8 * level + 8);
        partial.take(new Tile(level, index, pending.size()), bytes(pending));
      }
    }
  }

  /** Returns the size and root of the tree so far. */
  public TreeHead head() {
    Hash root = null;
    for (List<Hash> pending : levels) {
      int end = pending.size();
      while (end > 0) {
        int start = end - Integer.lowestOneBit(end);
        Hash peak = subtree(pending.subList(start, end));
        root = root == null ? peak : Hash.node(peak, root);
        end = start;
      }
    }
    return root == null ? TreeHead.EMPTY : new TreeHead(size, root);
  }

  /** Returns the root over a power of two of hashes. */
  static Hash subtree(List<Hash> hashes) {
    List<Hash> row = hashes;
    while (row.size() > 1) {
      List<Hash> above = new ArrayList<>(row.size() / 2);
      for (int i = 0; i < row.size(); i += 2) {
        above.add(Hash.node(row.get(i), row.get(i + 1)));
      }
      row = above;
    }
    return row.getFirst();
  }

  private static byte[] bytes(List<Hash> hashes) {
    java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(hashes.size() * Hash.BYTES);
    hashes.forEach(hash -> hash.writeTo(bytes));
    return bytes.array();
  }
}
