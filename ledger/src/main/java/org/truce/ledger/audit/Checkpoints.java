package org.truce.ledger.audit;

import java.io.IOException;
import java.util.Optional;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.TileTree;

/** The checkpoints that a log publishes: the newest, and the newest that its witnesses cosigned. */
public final class Checkpoints {
  private Checkpoints() {}

  /** Returns the newest checkpoint. */
  public static SignedNote newest(LogFiles log) throws IOException, Malformed {
    return SignedNote.parse(log.get(LogFiles.CHECKPOINT, SignedNote.MAX_BYTES));
  }

  /**
   * Returns the receipt of an entry, under the witnessed checkpoint if that holds the entry, else
   * under the newest.
   *
   * @param index of the entry
   * @return nothing when no published checkpoint holds the entry yet
   */
  public static Optional<ProofFile> receipt(LogFiles log, long index)
      throws IOException, Malformed {
    Optional<byte[]> witnessed = log.find(LogFiles.WITNESSED, SignedNote.MAX_BYTES);
    SignedNote note = witnessed.isPresent() ? SignedNote.parse(witnessed.get()) : newest(log);
    if (index >= note.checkpoint().head().size()) {
      note = newest(log);
    }
    long size = note.checkpoint().head().size();
    return index < size
        ? Optional.of(new ProofFile(index, new TileTree(log, size).inclusion(index), note))
        : Optional.empty();
  }
}
