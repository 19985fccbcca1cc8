package org.truce.ledger.tree;

/** The way from one node up to the root: "fn" and "sn" of RFC 9162, 2.1.3.2. */
final class Climb {
  private long node;
  private long last;

  Climb(long node, long last) {
    this.node = node;
    this.last = last;
  }

  boolean atTop() {
    return last == 0;
  }

  boolean siblingIsLeft() {
    return (node & 1) == 1 || node == last;
  }

  /** Goes to the next node that has a sibling in the proof. */
  void up() {
    if (node == last) {
      while ((node & 1) == 0 && node != 0) {
        shift();
      }
    }
    shift();
  }

  /** Leaves out the levels at which the older tree is complete. */
  void skipCompleted() {
    while ((node & 1) == 1) {
      shift();
    }
  }

  private void shift() {
    node >>>= 1;
    last >>>= 1;
  }
}
