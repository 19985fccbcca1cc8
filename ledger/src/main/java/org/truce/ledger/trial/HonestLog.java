package org.truce.ledger.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.truce.ledger.LockFile;
import org.truce.ledger.Publisher;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.Checkpoint;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.note.SignatureLine;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.SimulatedStorage;
import org.truce.ledger.tree.EntryBundle;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.Tile;
import org.truce.ledger.tree.TileStack;
import org.truce.ledger.tree.TileTree;

/**
 * A log as the ledger's own writer publishes it, in memory, with what a reader kept of it.
 *
 * @param entries every leaf
 * @param files what a reader of the newest checkpoint needs
 * @param older cosigned checkpoints published before the newest
 * @param receipts of some of its entries
 */
record HonestLog(
    List<byte[]> entries,
    SortedMap<String, byte[]> files,
    List<SignedNote> older,
    List<ProofFile> receipts) {
  private static final int RECEIPTS = 4;
  private static final int PUBLISHED = 3;

  /** Letters of a text. The same entry in two logs of one key has a true receipt in both. */
  private static final int ENOUGH_TO_DIFFER = 12;

  private static final String RELEASE = "report.released";

  /** Files in memory. */
  record Files(Map<String, byte[]> paths) implements LogFiles {
    @Override
    public Optional<byte[]> find(String path, int limit) throws IOException {
      byte[] bytes = paths.get(path);
      if (bytes != null && bytes.length > limit) {
        throw new IOException(path + ": longer than " + limit + " bytes");
      }
      return Optional.ofNullable(bytes);
    }
  }

  /**
   * Writes a log of so many made-up entries, published up to three times on the way.
   *
   * @param size at least 1
   */
  static HonestLog of(Cast cast, int size, SplittableRandom random) throws IOException, Malformed {
    return of(cast, entries(cast, size, random), random);
  }

  /** Writes a log of these entries. */
  static HonestLog of(Cast cast, List<byte[]> entries, SplittableRandom random)
      throws IOException, Malformed {
    SimulatedStorage disk = new SimulatedStorage();
    List<SignedNote> notes = new ArrayList<>();
    int most = random.nextInt(PUBLISHED);
    try (Journal journal = Journal.open(disk, 1 << 20, 0)) {
      Publisher publisher =
          new Publisher(journal, disk, new LockFile(disk, "lock/last"), cast.log());
      while (journal.size() < entries.size()) {
        int from = (int) journal.size();
        int to = notes.size() == most ? entries.size() : random.nextInt(from, entries.size()) + 1;
        journal.append(List.of(entries.subList(from, to).stream().map(Stored::of).toList()));
        publisher.publish();
        notes.add(cosigned(cast, published(disk), random));
      }
    }
    SortedMap<String, byte[]> files = files(disk, entries.size());
    SignedNote newest = notes.removeLast();
    files.put(LogFiles.CHECKPOINT, newest.bytes());
    return new HonestLog(entries, files, notes, receipts(files, newest, entries.size(), random));
  }

  private static SignedNote published(SimulatedStorage disk) throws Malformed {
    Optional<byte[]> note = disk.find(Publisher.FOLDER + LogFiles.CHECKPOINT, SignedNote.MAX_BYTES);
    return SignedNote.parse(note.orElseThrow());
  }

  private static SignedNote cosigned(Cast cast, SignedNote note, SplittableRandom random)
      throws Malformed {
    List<SignatureLine> lines = new ArrayList<>();
    int without = random.nextInt(2 * cast.witnesses().size());
    for (int i = 0; i < cast.witnesses().size(); i++) {
      if (i != without) {
        Instant now = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1 << 20));
        lines.add(cast.witnesses().get(i).cosign(note.checkpoint(), now));
      }
    }
    return note.with(lines);
  }

  private static List<byte[]> entries(Cast cast, int size, SplittableRandom random) {
    List<byte[]> entries = new ArrayList<>();
    boolean twoPeople = size > 2 && random.nextInt(4) == 0;
    if (twoPeople) {
      entries.add(opening(cast, random).bytes());
      entries.add(released(cast, random).bytes());
    }
    while (entries.size() < size) {
      byte[] salt = new byte[Entry.SALT_BYTES];
      random.nextBytes(salt);
      Instant at = Instant.ofEpochSecond(1_700_000_000L + entries.size());
      entries.add(
          random.nextBoolean()
              ? Entry.committing("report.received", at, Entry.commit(salt, new byte[0])).bytes()
              : Entry.of("exercise.entry", at, Map.of("n", text(random))).bytes());
    }
    return entries;
  }

  private static String text(SplittableRandom random) {
    byte[] letters = new byte[ENOUGH_TO_DIFFER + random.nextInt(60)];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (byte) random.nextInt(' ', '~');
    }
    return new String(letters, StandardCharsets.US_ASCII);
  }

  private static Entry opening(Cast cast, SplittableRandom random) {
    Map<String, String> facts = new TreeMap<>();
    for (int i = 0; i < 2; i++) {
      String key = java.util.Base64.getEncoder().encodeToString(key(cast, i));
      facts.put("founder." + i, "founder person-" + i + " " + key);
    }
    facts.put("rule." + RELEASE, "founder founder");
    Instant opened = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE)); // no two logs alike
    return Entry.of("log.opened", opened, facts);
  }

  private static byte[] key(Cast cast, int person) {
    return cast.people().get(person).verifier().key();
  }

  private static Entry released(Cast cast, SplittableRandom random) {
    Entry entry = Entry.of(RELEASE, Instant.EPOCH, Map.of("report", text(random)));
    for (SigningKey person : cast.people()) {
      entry = entry.approvedBy(person, cast.log().verifier().name());
    }
    return entry;
  }

  private static SortedMap<String, byte[]> files(SimulatedStorage disk, long size) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int level = 0; size >>> (8 * level) > 0; level++) {
      for (long first = 0; first < size >>> (8 * level); first += Tile.FULL) {
        Tile tile = Tile.holding(level, first, size);
        copy(disk, tile.path(), files);
        if (level == 0) {
          copy(disk, tile.entriesPath(), files);
        }
      }
    }
    return files;
  }

  private static void copy(SimulatedStorage disk, String path, Map<String, byte[]> files) {
    disk.find(Publisher.FOLDER + path, Integer.MAX_VALUE)
        .ifPresent(bytes -> files.put(path, bytes));
  }

  private static List<ProofFile> receipts(
      SortedMap<String, byte[]> files, SignedNote newest, int size, SplittableRandom random)
      throws IOException, Malformed {
    TileTree tree = new TileTree(new Files(files), size);
    List<ProofFile> receipts = new ArrayList<>();
    for (int i = 0; i < RECEIPTS; i++) {
      long index = random.nextInt(size);
      receipts.add(new ProofFile(index, tree.inclusion(index), newest));
    }
    return receipts;
  }

  SignedNote newest() {
    try {
      return SignedNote.parse(java.util.Objects.requireNonNull(files.get(LogFiles.CHECKPOINT)));
    } catch (Malformed e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns what an operator shows who signs other entries, in memory: without the writer's guards.
   */
  static SortedMap<String, byte[]> forged(Cast cast, List<byte[]> entries)
      throws IOException, Malformed {
    SortedMap<String, byte[]> files = new TreeMap<>();
    TileStack stack = new TileStack();
    TileStack.Tiles put = (tile, hashes) -> files.put(tile.path(), hashes);
    for (byte[] entry : entries) {
      stack.add(Hash.leaf(entry), put);
    }
    stack.partials(put);
    for (int first = 0; first < entries.size(); first += Tile.FULL) {
      Tile tile = Tile.holding(0, first, entries.size());
      List<byte[]> held = entries.subList(first, first + tile.width());
      files.put(tile.entriesPath(), EntryBundle.write(held));
    }
    Checkpoint checkpoint = new Checkpoint(cast.log().verifier().name(), stack.head());
    SignatureLine line = cast.log().signNote(checkpoint.text());
    files.put(LogFiles.CHECKPOINT, new SignedNote(checkpoint.text(), List.of(line)).bytes());
    return files;
  }

  /** Returns the entries with one of them exchanged. */
  List<byte[]> rewritten(SplittableRandom random) {
    List<byte[]> others = new ArrayList<>(entries);
    byte[] chance = new byte[32];
    random.nextBytes(chance);
    others.set(
        random.nextInt(others.size()),
        Entry.committing("report.received", Instant.EPOCH, Hash.of(chance)).bytes());
    return others;
  }
}
