package org.truce.ledger.audit;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.truce.ledger.entry.Approvals;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.note.Attested;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.tree.EntryBundle;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.Proofs;
import org.truce.ledger.tree.Tile;
import org.truce.ledger.tree.TileStack;
import org.truce.ledger.tree.TileTree;
import org.truce.ledger.tree.TreeHead;

/**
 * The whole of a published log, checked: signatures, every entry, every tile, the root, and that
 * each entry which needs two people has them. Memory does not grow with the log.
 *
 * @param attested who attests the checkpoint
 * @param twoPersonEntries how many entries had the two people they needed
 */
public record Audit(Attested attested, long twoPersonEntries) {

  /**
   * Checks a log.
   *
   * @throws Malformed if anything in it does not hold; the message says what
   */
  public static Audit of(LogFiles log, Policy policy) throws IOException, Malformed {
    return of(log, attested(log, policy));
  }

  /** Checks the entries and tiles of a log against a checkpoint whose signatures were checked. */
  public static Audit of(LogFiles log, Attested attested) throws IOException, Malformed {
    TreeHead head = attested.checkpoint().head();
    Approvals approvals = new Approvals(attested.checkpoint().origin());
    TileStack stack = new TileStack();
    TileStack.Tiles same = (tile, hashes) -> compare(log, tile, hashes);
    for (long start = 0; start < head.size(); start += Tile.FULL) {
      Tile tile = Tile.holding(0, start, head.size());
      byte[] bundle = log.get(tile.entriesPath(), EntryBundle.MAX_BYTES);
      for (byte[] entry : EntryBundle.read(bundle, tile.width())) {
        check(stack.size(), entry, approvals);
        stack.add(Hash.leaf(entry), same);
      }
    }
    stack.partials(same);
    if (!stack.head().equals(head)) {
      throw new Malformed("the entries do not give the root that the log signed");
    }
    return new Audit(attested, approvals.twoPersonEntries());
  }

  /** Checks the checkpoint of a log alone. */
  public static Attested attested(LogFiles log, Policy policy) throws IOException, Malformed {
    byte[] note = log.get(LogFiles.CHECKPOINT, SignedNote.MAX_BYTES);
    return policy.check(SignedNote.parse(note));
  }

  /** Checks that the log still begins with an older checkpoint that the reader kept. */
  public void continues(Attested kept, LogFiles log) throws IOException, Malformed {
    TreeHead older = kept.checkpoint().head();
    TreeHead newer = attested.checkpoint().head();
    if (older.size() > newer.size()) {
      throw new Malformed(
          "the log has become shorter: " + newer.size() + " entries, had " + older.size());
    }
    List<Hash> proof = new TileTree(log, newer.size()).consistency(older.size());
    if (!Proofs.consistent(older, newer, proof)) {
      throw new Malformed("the log was rewritten: its first " + older.size() + " entries differ");
    }
  }

  private static void check(long index, byte[] bytes, Approvals approvals) throws Malformed {
    Optional<String> objection = approvals.take(index, Entry.parse(bytes));
    if (objection.isPresent()) {
      throw new Malformed("entry " + index + ": " + objection.get());
    }
  }

  private static void compare(LogFiles log, Tile tile, byte[] hashes)
      throws IOException, Malformed {
    byte[] published = log.get(tile.path(), Tile.FULL * Hash.BYTES);
    if (!Arrays.equals(published, hashes)) {
      throw new Malformed(tile.path() + ": its hashes do not belong to the entries");
    }
  }
}
