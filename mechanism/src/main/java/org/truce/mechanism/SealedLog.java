package org.truce.mechanism;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.truce.ledger.Ledger;
import org.truce.ledger.Level;
import org.truce.ledger.LockFile;
import org.truce.ledger.OlderCopy;
import org.truce.ledger.Refused;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.Malformed;

/** The ledger of one mechanism, with the payloads sealed. */
final class SealedLog implements AutoCloseable {
  /** Name of the last signed checkpoint among the keys. */
  static final String LAST_SIGNED = "last-signed";

  private final Ledger ledger;
  private final Vault vault;

  private SealedLog(Ledger ledger, Vault vault) {
    this.ledger = ledger;
    this.vault = vault;
  }

  /**
   * What is to be recorded.
   *
   * @param kind kind of the ledger entry
   * @param at time that the entry states
   * @param facts what the entry itself says; everybody who sees the ledger sees it
   * @param content what it commits to
   */
  record Draft(String kind, Instant at, Map<String, String> facts, Bytes content) {}

  static SealedLog open(Folder folder) {
    Keys keys = new Keys(folder.keys());
    try {
      LockFile lock = new LockFile(new OsStorage(folder.keys()), LAST_SIGNED);
      Ledger ledger =
          Ledger.open(new OsStorage(folder.ledger()), lock, keys.log(), Witnesses.policy(folder));
      return new SealedLog(ledger, new Vault(keys.payloads()));
    } catch (OlderCopy e) {
      throw new MechanismException(
          "%s is an older copy: more was signed already (%s); go on with the newest folder"
              .formatted(folder.path(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new MechanismException(
          "cannot open the ledger in %s: %s".formatted(folder.path(), e.getMessage()), e);
    }
  }

  long size() {
    return ledger.size();
  }

  /** Appends entries, all or none, and returns the index of the first once all are durable. */
  long append(List<Draft> drafts) {
    List<Stored> batch = new ArrayList<>();
    for (Draft draft : drafts) {
      Vault.Sealed sealed = vault.seal(draft.content().toArray());
      org.truce.ledger.entry.Entry entry =
          new org.truce.ledger.entry.Entry(
              draft.kind(),
              draft.at(),
              java.util.Optional.of(sealed.commitment()),
              draft.facts(),
              Map.of());
      batch.add(
          new Stored(entry.bytes(), sealed.wrappedKey().toArray(), sealed.payload().toArray()));
    }
    try {
      return ledger.appendNow(batch, Level.DURABLE).first();
    } catch (Refused e) {
      throw new MechanismException(
          e.reason() == Refused.Reason.DISK_FULL
              ? "the disk is full: nothing more is taken in; make room and start again, nothing"
                  + " that was acknowledged is lost"
              : "the ledger took nothing: " + e.getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MechanismException("interrupted before it was durable", e);
    }
  }

  /** Returns what the entry of an index commits to. */
  byte[] read(long index) {
    List<byte[]> found = new ArrayList<>();
    each(index, index + 1, (at, content) -> found.add(content));
    return found.getFirst();
  }

  /** Hands over what entries commit to, in order, from one index up to another, exclusive. */
  void each(long from, long to, BiConsumer<Long, byte[]> each) {
    try {
      ledger.read(from, to, (index, stored) -> each.accept(index, opened(index, stored)));
    } catch (IOException e) {
      throw new MechanismException("cannot read the ledger: " + e.getMessage(), e);
    }
  }

  private byte[] opened(long index, Stored stored) {
    try {
      return vault.open(
          org.truce.ledger.entry.Entry.parse(stored.entry()).commitment().orElseThrow(),
          stored.wrappedKey(),
          stored.payload());
    } catch (Malformed e) {
      throw new MechanismException("entry %d cannot be read".formatted(index), e);
    }
  }

  @Override
  public void close() {
    try {
      ledger.close();
    } catch (IOException e) {
      throw new MechanismException("cannot close the ledger: " + e.getMessage(), e);
    }
  }
}
