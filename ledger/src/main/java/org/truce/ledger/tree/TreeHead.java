package org.truce.ledger.tree;

/**
 * A tree: how many leaves it has, and its root.
 *
 * @param size number of leaves, 0 or more
 * @param root the hash over all of them
 */
public record TreeHead(long size, Hash root) {
  /** The tree without leaves; its root is SHA-256 of nothing (RFC 6962, 2.1). */
  public static final TreeHead EMPTY = new TreeHead(0, Hash.sha256());

  /** Checks the size. */
  public TreeHead {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no negative size: " + size);
    }
  }
}
