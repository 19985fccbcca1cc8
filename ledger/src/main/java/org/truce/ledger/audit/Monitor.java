package org.truce.ledger.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.truce.ledger.note.Attested;
import org.truce.ledger.note.ForkProof;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.Proofs;
import org.truce.ledger.tree.TileTree;
import org.truce.ledger.tree.TreeHead;

/** Compares a checkpoint that somebody kept, or got from a witness, with a published log. */
public final class Monitor {
  private Monitor() {}

  /**
   * Returns evidence if the log signed two histories, or nothing if the two agree.
   *
   * @param kept a checkpoint seen earlier or elsewhere
   * @param log the published files now
   * @throws Malformed if a signature or a tile does not hold; that convicts nobody
   */
  public static Optional<ForkProof> compare(SignedNote kept, LogFiles log, Policy policy)
      throws IOException, Malformed {
    Attested before = policy.check(kept);
    SignedNote shown = SignedNote.parse(log.get(LogFiles.CHECKPOINT, SignedNote.MAX_BYTES));
    TreeHead older = before.checkpoint().head();
    TreeHead newer = policy.check(shown).checkpoint().head();
    if (older.size() > newer.size()) {
      throw new Malformed(
          "the log shows " + newer.size() + " entries, " + older.size() + " were signed before");
    }
    TileTree tree = new TileTree(log, newer.size());
    Hash implied = older.size() == newer.size() ? newer.root() : tree.head(older.size()).root();
    List<Hash> proof = tree.consistency(older.size());
    if (!Proofs.consistent(new TreeHead(older.size(), implied), newer, proof)) {
      throw new Malformed("the tiles do not belong to the checkpoint");
    }
    return implied.equals(older.root())
        ? Optional.empty()
        : Optional.of(new ForkProof(kept, shown, implied, proof));
  }
}
