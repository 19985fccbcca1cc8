package org.truce.ledger;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.function.BooleanSupplier;
import org.truce.ledger.journal.Closed;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.Storage;
import org.truce.ledger.tree.TileStack;

/**
 * What this start did not read, and what the next one need not (docs/decisions/0011).
 *
 * @param known the segments that were not read; nothing when all were
 * @param deciding the entries that decide who may do what, by index; more are added as they come
 */
record Restart(
    Storage data,
    SigningKey key,
    Journal journal,
    Optional<Frontier> known,
    ConcurrentNavigableMap<Long, byte[]> deciding) {

  /**
   * Keeps for the next start what is known where the last segment begins.
   *
   * @param tree over the records before it; of another point it is of no use, and nothing is kept
   */
  void keep(TileStack tree) {
    Closed closed = journal.closed();
    if (closed.nextIndex() == tree.size() && !closed.segments().isEmpty()) {
      try {
        new Frontier(closed, tree, deciding.headMap(tree.size())).keep(data, key);
      } catch (IOException e) {
        // The next start reads more; nothing is lost but time.
      }
    }
  }

  /**
   * Reads what the start did not read.
   *
   * @param isOver whether nobody waits for the answer any more
   * @throws IOException when it is not what was written and signed
   */
  void check(BooleanSupplier isOver) throws IOException {
    if (known.isPresent()) {
      known.get().check(data, isOver);
    }
  }
}
