package org.truce.ledger.note;

import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.TreeHead;

/**
 * What a log says of itself: its name, its size and its root (C2SP tlog-checkpoint, without
 * extension lines, which nobody could audit).
 *
 * @param origin the log's name
 * @param head size and root
 */
public record Checkpoint(String origin, TreeHead head) {

  /** Reads exactly three lines. */
  public static Checkpoint parse(String text) throws Malformed {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty()) {
      throw new Malformed("checkpoint: expected three lines: origin, size, root");
    }
    if (!Text.isKeyName(lines[0])) {
      throw new Malformed("checkpoint: \"" + lines[0] + "\" cannot be an origin");
    }
    long size = Text.decimal(lines[1], "checkpoint size");
    TreeHead head = new TreeHead(size, Hash.parse(lines[2]));
    if (size == 0 && !head.equals(TreeHead.EMPTY)) {
      throw new Malformed("checkpoint: a tree without leaves has another root");
    }
    return new Checkpoint(lines[0], head);
  }

  /** Returns the text that is signed. */
  public String text() {
    return origin + "\n" + head.size() + "\n" + head.root() + "\n";
  }
}
