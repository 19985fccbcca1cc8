package org.truce.mechanism;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
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

  /** What was appended last is worked out next; so much of it need not be opened again. */
  private static final long MOST_RECENT_BYTES = 16L << 20;

  private final Ledger ledger;
  private final Vault vault;
  private final LinkedHashMap<Long, byte[]> recent = new LinkedHashMap<>();
  private long recentBytes;

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
    List<byte[]> contents = drafts.stream().map(draft -> draft.content().toArray()).toList();
    List<Stored> batch =
        IntStream.range(0, drafts.size())
            .parallel()
            .mapToObj(i -> sealed(drafts.get(i), contents.get(i)))
            .toList();
    try {
      long first = ledger.appendNow(batch, Level.DURABLE).first();
      remember(first, contents);
      return first;
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

  private Stored sealed(Draft draft, byte[] content) {
    Vault.Sealed sealed = vault.seal(content);
    org.truce.ledger.entry.Entry entry =
        new org.truce.ledger.entry.Entry(
            draft.kind(),
            draft.at(),
            java.util.Optional.of(sealed.commitment()),
            draft.facts(),
            Map.of());
    return new Stored(entry.bytes(), sealed.wrappedKey().toArray(), sealed.payload().toArray());
  }

  private void remember(long first, List<byte[]> contents) {
    for (int i = 0; i < contents.size(); i++) {
      recent.put(first + i, contents.get(i));
      recentBytes += contents.get(i).length;
    }
    while (recentBytes > MOST_RECENT_BYTES) {
      recentBytes -= recent.pollFirstEntry().getValue().length;
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
    long known = recent.isEmpty() ? to : Math.clamp(recent.firstEntry().getKey(), from, to);
    try {
      ledger.read(from, known, (index, stored) -> each.accept(index, opened(index, stored)));
    } catch (IOException e) {
      throw new MechanismException("cannot read the ledger: " + e.getMessage(), e);
    }
    for (long index = known; index < to; index++) {
      each.accept(index, Objects.requireNonNull(recent.get(index)));
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

  /** Reads what the start did not read; returns what is wrong with it, if anything. */
  Optional<String> damage() {
    try {
      ledger.check();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("ledger: " + e.getMessage());
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
