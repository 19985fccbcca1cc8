package org.truce.ledger;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.truce.ledger.entry.Approvals;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.TileStack;

/** What a start learns from the entries while it reads them. */
final class Replay implements Journal.Recovered {
  private final Approvals approvals;
  private final Optional<Frontier> known;
  private final long signed;
  private final TileStack tree;
  private final ConcurrentNavigableMap<Long, byte[]> deciding = new ConcurrentSkipListMap<>();
  private Optional<TileStack> beginning = Optional.empty();

  /**
   * Begins where what is known ends.
   *
   * @param signed size of the tree that was signed last; entries behind it are not in the tree
   */
  Replay(Approvals approvals, Optional<Frontier> known, long signed) throws IOException {
    this.approvals = approvals;
    this.known = known;
    this.signed = signed;
    this.tree = known.map(frontier -> frontier.tree().copy()).orElseGet(TileStack::new);
    for (var each :
        known.map(Frontier::deciding).orElseGet(ConcurrentSkipListMap::new).entrySet()) {
      approve(each.getKey(), each.getValue());
    }
  }

  @Override
  public void begins(long index) {
    beginning = index == tree.size() ? Optional.of(tree.copy()) : Optional.empty();
  }

  @Override
  public void take(long index, byte[] entry) throws IOException {
    if (index < signed) {
      add(tree, index, entry);
    }
    approve(index, entry);
  }

  /** Adds an entry to a tree of which no tile is wanted. */
  static void add(TileStack tree, long index, byte[] entry) throws IOException {
    try {
      tree.add(Hash.leaf(entry), (tile, hashes) -> {});
    } catch (Malformed e) {
      throw new IOException("record " + index + " does not fit into a tree: " + e.getMessage(), e);
    }
  }

  private void approve(long index, byte[] entry) throws IOException {
    try {
      Optional<String> kind = Entry.kindOf(entry);
      if (kind.isEmpty() || approvals.concerns(kind.get())) {
        approvals.take(index, Entry.parse(entry));
        deciding.put(index, entry);
      }
    } catch (Malformed e) {
      throw new IOException("record " + index + " is not an entry: " + e.getMessage(), e);
    }
  }

  Approvals approvals() {
    return approvals;
  }

  /** Returns the tree over what was signed, as far as it is there. */
  TileStack tree() {
    return tree;
  }

  /** Returns the entries that decide who may do what, by index. */
  ConcurrentNavigableMap<Long, byte[]> deciding() {
    return deciding;
  }

  /** Returns the tree where the last segment begins, if that was signed and is not known yet. */
  Optional<TileStack> beginning() {
    long before = known.map(frontier -> frontier.tree().size()).orElse(0L);
    return beginning.filter(tree -> tree.size() > before);
  }
}
