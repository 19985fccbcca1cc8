package org.truce.ledger.tree;

import java.util.List;

/**
 * Checks inclusion and consistency proofs (RFC 9162, 2.1.3.2 and 2.1.4.2; the tree of RFC 6962).
 */
public final class Proofs {
  private Proofs() {}

  /**
   * Says whether a leaf is at an index of a tree. Exact: a proof with a hash too many or too few is
   * refused.
   */
  public static boolean includes(long index, Hash leaf, TreeHead tree, List<Hash> proof) {
    if (index < 0 || index >= tree.size()) {
      return false;
    }
    Climb climb = new Climb(index, tree.size() - 1);
    Hash root = leaf;
    for (Hash sibling : proof) {
      if (climb.atTop()) {
        return false;
      }
      root = climb.siblingIsLeft() ? Hash.node(sibling, root) : Hash.node(root, sibling);
      climb.up();
    }
    return climb.atTop() && root.equals(tree.root());
  }

  /**
   * Says whether the newer tree begins with exactly the leaves of the older one. Two different
   * older trees of one size cannot both be shown: that would be a collision of SHA-256.
   */
  public static boolean consistent(TreeHead older, TreeHead newer, List<Hash> proof) {
    if (older.size() > newer.size()) {
      return false;
    }
    if (older.size() == newer.size()) {
      return proof.isEmpty() && older.root().equals(newer.root());
    }
    if (older.size() == 0) {
      return proof.isEmpty() && older.equals(TreeHead.EMPTY);
    }
    return !proof.isEmpty() && climbs(older, newer, proof);
  }

  private static boolean climbs(TreeHead older, TreeHead newer, List<Hash> proof) {
    boolean complete = Long.bitCount(older.size()) == 1;
    Climb climb = new Climb(older.size() - 1, newer.size() - 1);
    climb.skipCompleted();
    Hash start = complete ? older.root() : proof.getFirst();
    Hash olderRoot = start;
    Hash newerRoot = start;
    for (Hash sibling : proof.subList(complete ? 0 : 1, proof.size())) {
      if (climb.atTop()) {
        return false;
      }
      if (climb.siblingIsLeft()) {
        olderRoot = Hash.node(sibling, olderRoot);
        newerRoot = Hash.node(sibling, newerRoot);
      } else {
        newerRoot = Hash.node(newerRoot, sibling);
      }
      climb.up();
    }
    return climb.atTop() && olderRoot.equals(older.root()) && newerRoot.equals(newer.root());
  }
}
