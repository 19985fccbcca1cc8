package org.truce.ledger.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.truce.ledger.LockFile;
import org.truce.ledger.Publisher;
import org.truce.ledger.journal.Closed;
import org.truce.ledger.journal.Damaged;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.SimulatedStorage;
import org.truce.ledger.storage.Storage;

/**
 * One ledger through several starts on a bad disk, with what it has promised so far: every
 * acknowledged record is there, in order; what was not acknowledged is there by whole batches or
 * not.
 */
final class SimulatedLife {
  private static final long SEGMENT_BYTES = 2_000;
  private static final int RESERVE_BYTES = 64;

  private final String seed;
  private final boolean forced;
  private final List<Stored> acknowledged = new ArrayList<>();
  private List<List<Stored>> unanswered = List.of();
  private SimulatedStorage disk = new SimulatedStorage();
  private Optional<Closed> known = Optional.empty();
  private int starts;
  private long written;

  SimulatedLife(String seed) {
    this(seed, true);
  }

  /** Creates one; {@code forced} is false for the seeded bug that nothing is forced. */
  SimulatedLife(String seed, boolean forced) {
    this.seed = seed;
    this.forced = forced;
  }

  SimulatedStorage disk() {
    return disk;
  }

  @Override
  public String toString() {
    return seed;
  }

  void continueOn(SimulatedStorage other) {
    disk = other;
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /** Starts, and checks that everything promised is there. */
  Journal start() throws IOException {
    Journal journal;
    try {
      Storage storage = forced ? disk : new Unforced(disk);
      journal =
          starts++ % 3 == 2
              ? reopened(storage)
              : Journal.open(storage, SEGMENT_BYTES, RESERVE_BYTES);
      known = Optional.of(journal.closed());
    } catch (Damaged e) {
      throw new Violation(seed + ": " + e.getMessage());
    }
    check(journal);
    return journal;
  }

  /** Every third start does not read the segments that the one before found closed. */
  private Journal reopened(Storage storage) throws IOException {
    Optional<Closed> fitting = Optional.empty();
    if (known.isPresent() && Journal.fits(storage, known.get())) {
      fitting = known;
    }
    return Journal.open(storage, SEGMENT_BYTES, RESERVE_BYTES, fitting, (index, entry) -> {});
  }

  Publisher publisher(Journal journal, SigningKey key) throws IOException {
    return new Publisher(journal, disk, new LockFile(disk, "lock/last"), key);
  }

  private void check(Journal journal) throws IOException {
    List<Stored> found = new ArrayList<>();
    journal.read(0, journal.size(), (index, stored) -> found.add(stored));
    if (found.size() < acknowledged.size()) {
      throw new Violation(
          seed + ": " + acknowledged.size() + " were acknowledged, " + found.size() + " are there");
    }
    List<Stored> expected = new ArrayList<>(acknowledged);
    for (List<Stored> batch : unanswered) {
      if (expected.size() < found.size()) {
        expected.addAll(batch);
      }
    }
    boolean same = found.size() == expected.size();
    for (int i = 0; same && i < found.size(); i++) {
      same = same(found.get(i), expected.get(i));
    }
    if (!same) {
      throw new Violation(seed + ": what is there is not what was written, or a batch is torn");
    }
    acknowledged.clear();
    acknowledged.addAll(found);
    unanswered = List.of();
  }

  private static boolean same(Stored a, Stored b) {
    return Arrays.equals(a.entry(), b.entry())
        && Arrays.equals(a.wrappedKey(), b.wrappedKey())
        && Arrays.equals(a.payload(), b.payload());
  }

  /** Appends batches of records with these payload lengths, in one group. */
  void append(Journal journal, List<int[]> payloads) throws IOException {
    unanswered = new ArrayList<>();
    for (int[] batch : payloads) {
      List<Stored> stored = new ArrayList<>();
      for (int length : batch) {
        byte[] payload = new byte[length];
        Arrays.fill(payload, (byte) (written + 1));
        byte[] entry = ("entry " + written++).getBytes(StandardCharsets.US_ASCII);
        stored.add(new Stored(entry, new byte[length == 0 ? 0 : 40], payload));
      }
      unanswered.add(stored);
    }
    journal.append(unanswered);
    unanswered.forEach(acknowledged::addAll);
    unanswered = List.of();
  }
}
