package org.truce.mechanism;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.truce.gazetteer.Gazetteer;
import org.truce.report.Input;
import org.truce.report.Rejected;
import org.truce.store.Chain;
import org.truce.store.Progress;
import org.truce.store.Query;
import org.truce.store.Row;
import org.truce.store.SqliteStore;
import org.truce.store.Store;
import org.truce.store.StoreException;
import org.truce.store.Table;

/**
 * One running mechanism in one data folder; the only writer there. For one thread.
 *
 * <p>What is received or done is durable before the call returns; {@link #project} then works out
 * what it changes. A crash at any point loses nothing that was acknowledged: the next start goes on
 * from the last committed batch.
 */
public final class Mechanism implements AutoCloseable {
  private static final int BATCH = 1_000;

  /** So many entries are worked out again at a start, a few seconds' work, before one is kept. */
  private static final long MOST_FRESH_AT_END = 2_000;

  /** While entries come, a snapshot is kept whenever there are so many, and a quarter, more. */
  private static final long MOST_FRESH = 20_000;

  private static final long QUARTER = 4;

  private final Folder folder;
  private final Clock clock;
  private final Folder.Lock lock;
  private final SealedLog journal;
  private final Supplier<Gazetteer> gazetteer;
  private Store store;
  private Memory memory;
  private Writing writing;

  private Mechanism(Folder folder, Clock clock, Folder.Lock lock, Supplier<Gazetteer> gazetteer) {
    this.folder = folder;
    this.clock = clock;
    this.lock = lock;
    this.gazetteer = gazetteer;
    // Each takes long, and none needs another.
    CompletableFuture<SealedLog> ledger =
        CompletableFuture.supplyAsync(() -> SealedLog.open(folder));
    CompletableFuture<Store> projection = CompletableFuture.supplyAsync(() -> opened(folder));
    CompletableFuture<Gazetteer> places = CompletableFuture.supplyAsync(gazetteer);
    try {
      Optional<Memory> kept = Memory.kept(empty());
      this.store = joined(projection);
      this.memory = kept.filter(found -> found.fits(store)).orElseGet(this::empty);
      this.writing = new Writing(store, memory.projector());
      this.journal = joined(ledger);
      joined(places);
      load();
    } catch (RuntimeException e) {
      closed(projection, e);
      closed(ledger, e);
      throw e;
    }
  }

  /** Closes what was opened, if it was. */
  private static void closed(CompletableFuture<? extends AutoCloseable> opening, Exception why) {
    try {
      opening.join().close();
    } catch (Exception e) {
      why.addSuppressed(e);
    }
  }

  private static <T> T joined(CompletableFuture<T> opening) {
    try {
      return opening.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * Opens a data folder, making it when there is none.
   *
   * @param clock the only clock; it stamps entries and is used for nothing else
   * @throws Folder.HeldException when another process holds it
   */
  public static Mechanism open(Path data, Clock clock) {
    return open(data, clock, Gazetteer::load);
  }

  static Mechanism open(Path data, Clock clock, Supplier<Gazetteer> gazetteer) {
    Mechanism mechanism = openEmpty(data, clock, gazetteer);
    mechanism.openEpoch();
    return mechanism;
  }

  /** Opens a folder without an epoch of this software's versions. */
  static Mechanism openEmpty(Path data, Clock clock, Supplier<Gazetteer> gazetteer) {
    Folder folder = new Folder(data);
    Folder.Lock lock = folder.lock();
    try {
      return new Mechanism(folder, clock, lock, gazetteer);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Store opened(Folder folder) {
    Optional<SqliteStore> opened = SqliteStore.open(folder.projection());
    if (opened.isEmpty()) {
      SqliteStore.delete(folder.projection());
      opened = SqliteStore.open(folder.projection());
    }
    return opened.orElseThrow();
  }

  private Memory empty() {
    return Memory.empty(folder, projector());
  }

  private Projector projector() {
    return new Projector(places(), at -> EntryNotation.read(journal.read(at)), Reports.MOST_HELD);
  }

  private Projector.Places places() {
    return new Projector.Places(
        () -> gazetteer.get().atlas(), name -> gazetteer.get().findRegion(name));
  }

  /** Brings what is in memory to where the store is. */
  private void load() {
    long projected = store.progress().entries();
    if (projected > journal.size()) {
      throw new StoreException(
          "the projection knows %d entries, the ledger only %d: the folder was put together from two"
              .formatted(projected, journal.size()));
    }
    Projector projector = memory.projector();
    projector.resume();
    journal.each(
        memory.held(),
        journal.size(),
        (index, bytes) -> {
          Entry entry = EntryNotation.read(bytes);
          memory.note(entry.recordedAt(), entry.content());
          memory.remember(index, entry);
          if (index < projected) {
            projector.judged(projector.take(index, entry, projector.read(entry)));
          }
        });
    project();
  }

  /** Returns how many entries the snapshot holds that this start used or that was kept since. */
  long held() {
    return memory.held();
  }

  /** Keeps what is in memory for the next start. */
  void keep() {
    memory.keep(store);
  }

  private void keepIfMoreThan(long fresh) {
    if (store.progress().entries() - memory.held() > fresh) {
      keep();
    }
  }

  private void openEpoch() {
    Projector projector = memory.projector();
    Epoch now = projector.epoch().orElseGet(Memory::versions);
    Epoch mine = Memory.versions().adopting(now.agreement());
    if (projector.epoch().isEmpty() || !now.sameVersions(mine)) {
      append(List.of(new Content.EpochOpened(mine)));
      project();
    }
  }

  /**
   * Takes in a mapping, once, by which rows can be read from then on.
   *
   * @param text the mapping file
   * @return the name that submissions give it
   * @throws org.truce.notation.NotationException when it cannot be read; nothing is recorded
   */
  public String take(String text) {
    Mappings.read(text);
    String hash = Mappings.hash(text);
    if (memory.projector().mappings().find(hash).isEmpty()) {
      append(List.of(new Content.MappingTaken(text)));
      project();
    }
    return hash;
  }

  /** Takes in what was sent; returns once all of it is durable, in the same order. */
  public List<Receipt> receive(List<Submission> submissions) {
    return receive(submissions, Optional.empty());
  }

  /**
   * Takes in historical reports as if each had been recorded when it was said; the entries are
   * stamped <em>reconstructed</em>.
   *
   * @param known when each counts as recorded, in order and not before anything recorded already
   */
  public List<Receipt> reconstruct(List<Submission> submissions, List<Instant> known) {
    return receive(submissions, Optional.of(known));
  }

  private List<Receipt> receive(List<Submission> submissions, Optional<List<Instant>> known) {
    Map<String, Entry> fresh = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < submissions.size(); i++) {
      String id = memory.intake().id(submissions.get(i));
      ids.add(id);
      if (memory.intake().find(id).isEmpty() && !fresh.containsKey(id)) {
        int at = i;
        Optional<Long> set = known.map(times -> Rows.micros(times.get(at)));
        fresh.put(id, entry(new Content.Received(submissions.get(i)), set));
      }
    }
    write(List.copyOf(fresh.values()));
    List<Receipt> receipts = new ArrayList<>();
    for (String id : ids) {
      receipts.add(new Receipt(memory.intake().find(id).orElseThrow(), fresh.remove(id) == null));
    }
    return receipts;
  }

  private Entry entry(Content content, Optional<Long> reconstructed) {
    if (reconstructed.isPresent() && reconstructed.get() < memory.lastReported()) {
      throw new MechanismException(
          "reports are reconstructed in the order in which they were said, and before any other is"
              + " received: %s comes after %s"
                  .formatted(
                      Rows.instant(reconstructed.get()), Rows.instant(memory.lastReported())));
    }
    // A clock that was set back does not reach the record.
    long at =
        reconstructed.orElseGet(
            () -> Math.max(memory.lastRecorded(), Rows.micros(clock.instant())));
    memory.note(at, content);
    return new Entry(at, reconstructed.isPresent(), content);
  }

  private long append(List<Content> contents) {
    return write(contents.stream().map(content -> entry(content, Optional.empty())).toList());
  }

  private SealedLog.Draft draft(Entry entry) {
    Bytes content = Bytes.of(EntryNotation.bytes(entry));
    Instant at = Rows.instant(entry.recordedAt());
    return switch (entry.content()) {
      case Content.Received received ->
          new SealedLog.Draft(
              "report.received",
              at,
              Map.of("id", memory.intake().id(received.submission())),
              content);
      case Content.MappingTaken taken ->
          new SealedLog.Draft("mapping.taken", at, Map.of(), content);
      case Content.Acted acted -> new SealedLog.Draft("act.done", at, Map.of(), content);
      case Content.EpochOpened opened -> new SealedLog.Draft("epoch.opened", at, Map.of(), content);
    };
  }

  private long write(List<Entry> entries) {
    if (entries.isEmpty()) {
      return journal.size();
    }
    long first = journal.append(entries.stream().map(this::draft).toList());
    for (int i = 0; i < entries.size(); i++) {
      memory.remember(first + i, entries.get(i));
    }
    return first;
  }

  /**
   * Records a signed act and works out what it changes.
   *
   * @return its index, and why it was refused, if it was; a refusal stays on record
   */
  public Answer act(Signing.Key key, Act act) {
    byte[] bytes = ActNotation.bytes(act);
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    return act(key.id(), Signing.sign(key, bytes), text);
  }

  /**
   * Records an act signed elsewhere.
   *
   * @throws IllegalArgumentException when the signature is not of that key; nothing is recorded
   */
  public Answer act(String key, String signature, String act) {
    byte[] bytes = Bytes.ofText(act).toArray();
    if (!Signing.isBy(key, bytes, signature)) {
      throw new IllegalArgumentException("the signature is not of the key " + key);
    }
    ActNotation.read(bytes);
    long index = append(List.of(new Content.Acted(key, signature, act)));
    project();
    Row row = store.find(Table.ACT, List.of(index), index).orElseThrow();
    String refused = row.text("refused");
    return new Answer(index, refused.isEmpty() ? Optional.empty() : Optional.of(refused));
  }

  /**
   * What became of an act.
   *
   * @param index index of its entry
   * @param refused why, if it was refused
   */
  public record Answer(long index, Optional<String> refused) {}

  /**
   * Adopts an agreement; from here on it is judged by.
   *
   * @param files file name → text; the agreement itself as {@code agreement.yaml}
   * @throws org.truce.notation.NotationException when it cannot be read; nothing is recorded
   */
  public long adopt(SortedMap<String, String> files) {
    new Judging(files, gazetteer.get().atlas());
    long index = append(List.of(new Content.EpochOpened(Memory.versions().adopting(files))));
    project();
    return index;
  }

  /** Takes in entries that another folder's journal holds, as they are, and works them out. */
  void feed(List<byte[]> entries) {
    write(entries.stream().map(EntryNotation::read).toList());
    project();
  }

  /** Works out everything received so far. */
  public void project() {
    project(BATCH);
  }

  /** Works out everything received so far, so many entries to a transaction. */
  void project(int batch) {
    takeIn(memory.projector(), writing, batch);
    writing.settle();
    keepIfMoreThan(mostFresh());
  }

  /**
   * Takes in everything received so far; what it changes may still be judged and written while more
   * is received. {@link #project} waits for that, and so does whatever reads.
   */
  public void advance() {
    takeIn(memory.projector(), writing, BATCH);
    if (memory.projector().taken() - memory.held() > mostFresh()) {
      project();
    }
  }

  private long mostFresh() {
    return Math.max(MOST_FRESH, memory.held() / QUARTER);
  }

  private void takeIn(Projector by, Writing to, int batch) {
    while (by.taken() < journal.size()) {
      long from = by.taken();
      List<byte[]> contents = new ArrayList<>();
      journal.each(
          from, Math.min(journal.size(), from + batch), (index, bytes) -> contents.add(bytes));
      List<Entry> entries = contents.parallelStream().map(EntryNotation::read).toList();
      List<Optional<Reading>> readings = readings(entries, by);
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        to.write(
            new Store.Recorded(from + i, entry.recordedAt(), contents.get(i)),
            by.take(from + i, entry, readings.get(i)));
      }
      to.commit();
    }
  }

  /** Reads ahead in parallel; a mapping counts for what comes after it, whatever the batch. */
  private static List<Optional<Reading>> readings(List<Entry> entries, Projector by) {
    List<Optional<Reading>> readings = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= entries.size(); at++) {
      boolean end = at == entries.size();
      if (end || entries.get(at).content() instanceof Content.MappingTaken) {
        readings.addAll(entries.subList(from, at).parallelStream().map(by::read).toList());
        from = at;
        if (!end) {
          by.prepare(entries.get(at));
        }
      }
    }
    return readings;
  }

  /** Returns by when a submission had certainly been said, if it can be read. */
  public Optional<Instant> saidBy(Submission submission) {
    Readers readers = new Readers(places().regions(), memory.projector().mappings());
    return Reading.read(submission, readers) instanceof Reading.Of of
        ? Optional.of(of.report().voice().said().to())
        : Optional.empty();
  }

  /** Returns what could not be read from an entry on, each with its place and the reason. */
  public List<String> rejectedSince(long first) {
    List<String> lines = new ArrayList<>();
    Query query =
        Query.of(Table.REJECTED, store().progress().entries())
            .where("entry", Query.Comparison.MORE, first - 1);
    store.each(query, row -> lines.add(rejected(row)));
    return lines;
  }

  /** Returns a rejected record as people read it. */
  public static String rejected(Row row) {
    return new Rejected(
            new Input(row.text("file"), row.number("line")),
            row.text("field"),
            row.text("value"),
            row.text("reason"))
        .toString();
  }

  /** Throws the projection away and makes it again from the ledger; returns its digest. */
  public String rebuild() {
    writing.close();
    store.close();
    SqliteStore.delete(folder.projection());
    store = opened(folder);
    memory = memory.projectedAgain(projector());
    writing = new Writing(store, memory.projector());
    project();
    return digest();
  }

  /**
   * Reads the whole ledger, makes the projection again beside this one, and returns what is damaged
   * or differs; nothing when all is well.
   */
  public List<String> differences() {
    Optional<String> damage = journal.damage();
    if (damage.isPresent()) {
      return List.of(damage.get());
    }
    Path beside = folder.path().resolve("projection.check.db");
    SqliteStore.delete(beside);
    Projector second = projector();
    try (Store again = SqliteStore.open(beside).orElseThrow();
        Writing to = new Writing(again, second)) {
      takeIn(second, to, BATCH);
      to.settle();
      return new Checkup(store(), again).differences();
    } finally {
      SqliteStore.delete(beside);
    }
  }

  /** Brings the text index up to date. */
  public void indexText() {
    while (store().textEntries() < store.progress().entries()) {
      store.indexText(BATCH);
    }
  }

  /** Returns the digest over every row and when it was known. */
  public String digest() {
    return Chain.scan(store());
  }

  /** Returns how far the projection has come. */
  public Progress progress() {
    return store().progress();
  }

  /** Returns whether the entry of an index commits to these bytes of a report. */
  boolean holds(long index, Bytes bytes) {
    return index < journal.size()
        && EntryNotation.read(journal.read(index)).content() instanceof Content.Received received
        && received.submission().bytes().equals(bytes);
  }

  /** Returns what the entry of an index commits to. */
  byte[] content(long index) {
    return journal.read(index);
  }

  /** Returns the projection once everything taken in is written to it. */
  Store store() {
    writing.settle();
    return store;
  }

  @Override
  @SuppressWarnings("try") // each is only named to be closed, the last first
  public void close() {
    try (lock;
        journal;
        Store projection = store;
        Writing last = writing) {
      if (!last.hasFailed()) {
        last.settle();
        keepIfMoreThan(MOST_FRESH_AT_END);
      }
    }
  }
}
