package org.truce.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.truce.ledger.storage.NoSpace;
import org.truce.ledger.storage.Storage;
import org.truce.ledger.storage.StoredFile;
import org.truce.ledger.tree.Hash;

/**
 * The record itself. {@link #append} returns when its batches survive a loss of power, or throws
 * and has stored none of them for certain; each batch is there as a whole or not at all.
 *
 * <p>One thread appends; others may read. After a failed force or write it refuses everything: what
 * the operating system shows of that file is no longer to be believed, so the next start copies the
 * tail into a new file and forces that.
 */
public final class Journal implements AutoCloseable {
  private static final String FOLDER = "journal";
  private static final String RESERVE = "reserve";
  private static final Hash FIRST_CHAIN = Hash.of(new byte[Hash.BYTES]);

  /** Takes records in order. */
  public interface Reader {
    /** Takes the record with an index. */
    void take(long index, Stored stored) throws IOException;
  }

  /** Whether it accepts records. */
  public enum State {
    /** It does. */
    OPEN,
    /** The disk was full; what had been acknowledged is safe, nothing more is accepted. */
    FULL,
    /** Writing or forcing failed; only a new start may write again. */
    FAILED
  }

  private final Storage storage;
  private final long segmentBytes;
  private final ConcurrentNavigableMap<Long, OpenSegment> segments = new ConcurrentSkipListMap<>();
  private OpenSegment last;
  private MessageDigest chain;
  private volatile long size;
  private volatile State state = State.OPEN;

  private Journal(Storage storage, long segmentBytes, Optional<Closed> known, Recovered recovered)
      throws IOException {
    this.storage = storage;
    this.segmentBytes = segmentBytes;
    for (String name : storage.list(FOLDER)) {
      if (name.endsWith(".new")) {
        storage.delete(FOLDER + "/" + name);
      }
    }
    List<String> names = storage.list(FOLDER);
    Segment.Scan scan = Segment.Scan.start(0, FIRST_CHAIN);
    if (known.isPresent()) {
      scan = taken(known.get());
    }
    for (int i = segments.size(); i < names.size(); i++) {
      recovered.begins(scan.nextIndex());
      scan = recover(FOLDER + "/" + names.get(i), scan, i == names.size() - 1, recovered);
    }
    size = scan.nextIndex();
    chain = scan.soFar();
    if (names.isEmpty()) {
      startSegment(FIRST_CHAIN);
    }
    last = segments.lastEntry().getValue();
  }

  /**
   * Opens the journal in a storage, repairing a torn tail.
   *
   * @param segmentBytes a segment this long is followed by a new one
   * @param reserveBytes kept aside and given back when the disk is full; 0 for none
   * @throws Damaged if something that had been forced is not as it was
   */
  public static Journal open(Storage storage, long segmentBytes, int reserveBytes)
      throws IOException {
    return open(storage, segmentBytes, reserveBytes, Optional.empty(), (index, entry) -> {});
  }

  /** Takes the entries that are there at a start, in order. */
  public interface Recovered {
    /** Takes an entry. */
    void take(long index, byte[] entry) throws IOException;

    /** A segment begins with the record of this index. */
    default void begins(long index) {}
  }

  /**
   * Opens the journal and hands over every entry on the way, so that a start reads it once.
   *
   * @param known segments that {@linkplain #fits fit}; they are not read here, {@link #check} does
   *     that
   * @param recovered takes every entry behind what is known, in order
   */
  public static Journal open(
      Storage storage,
      long segmentBytes,
      int reserveBytes,
      Optional<Closed> known,
      Recovered recovered)
      throws IOException {
    Journal journal = new Journal(storage, segmentBytes, known, recovered);
    if (reserveBytes > 0 && storage.list("").stream().noneMatch(RESERVE::equals)) {
      storage.replace(RESERVE, new byte[reserveBytes]);
    }
    return journal;
  }

  /** Says whether files of these lengths are there, and one more behind them. */
  public static boolean fits(Storage storage, Closed known) throws IOException {
    List<String> names = storage.list(FOLDER);
    if (names.size() <= known.segments().size()
        || !Segment.name(known.nextIndex()).endsWith("/" + names.get(known.segments().size()))) {
      return false;
    }
    for (Closed.ClosedSegment segment : known.segments()) {
      String name = Segment.name(segment.firstIndex());
      if (!names.contains(name.substring(FOLDER.length() + 1))) {
        return false;
      }
      try (StoredFile file = storage.open(name)) {
        if (file.size() != segment.end()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Takes over segments without reading them. */
  private Segment.Scan taken(Closed known) throws IOException {
    for (Closed.ClosedSegment segment : known.segments()) {
      OpenSegment open = new OpenSegment(Segment.Scan.start(segment.firstIndex(), FIRST_CHAIN));
      open.restore(segment.offsets());
      open.opened(storage.open(Segment.name(segment.firstIndex())), segment.end());
      segments.put(segment.firstIndex(), open);
    }
    return Segment.Scan.start(known.nextIndex(), known.chain());
  }

  /**
   * Reads segments from first to last, as a start does that knows nothing.
   *
   * @param recovered takes every entry in them, in order
   * @param isOver asked before each segment; if so, nothing more is read
   * @return whether all were read
   * @throws Damaged if they are not those that are known
   */
  public static boolean check(
      Storage storage, Closed known, Recovered recovered, BooleanSupplier isOver)
      throws IOException {
    Segment.Scan scan = Segment.Scan.start(0, FIRST_CHAIN);
    for (Closed.ClosedSegment segment : known.segments()) {
      if (isOver.getAsBoolean()) {
        return false;
      }
      String name = Segment.name(segment.firstIndex());
      try (StoredFile file = storage.open(name)) {
        Segment.Reader each = (index, offset, entry) -> recovered.take(index, entry);
        scan = Segment.scan(name, file, scan, false, each);
      }
    }
    if (scan.nextIndex() != known.nextIndex() || !scan.chain().equals(known.chain())) {
      throw new Damaged(
          "the journal before record %d is not the one that was written; restore it from a copy"
              .formatted(known.nextIndex()));
    }
    return true;
  }

  /** Returns the index of the first record of the last segment. */
  public long lastBegins() {
    return segments.lastKey();
  }

  /** Returns what is known of the segments before the last. */
  public Closed closed() {
    Map.Entry<Long, OpenSegment> newest = segments.lastEntry();
    List<Closed.ClosedSegment> before =
        segments.headMap(newest.getKey()).values().stream().map(OpenSegment::closed).toList();
    return new Closed(before, newest.getKey(), newest.getValue().chain());
  }

  private Segment.Scan recover(
      String name, Segment.Scan before, boolean isLast, Recovered recovered) throws IOException {
    OpenSegment segment = new OpenSegment(before);
    Segment.Scan scan;
    try (StoredFile file = storage.open(name)) {
      Segment.Reader each =
          (index, offset, entry) -> {
            segment.note(index, offset);
            recovered.take(index, entry);
          };
      scan = Segment.scan(name, file, before, isLast, each);
      if (isLast) {
        rewrite(name, file, scan.end());
      }
    }
    segment.opened(storage.open(name), scan.end());
    segments.put(before.nextIndex(), segment);
    return scan;
  }

  /** Copies what is whole of the last segment into a new file, so that a force covers all of it. */
  private void rewrite(String name, StoredFile file, long end) throws IOException {
    try (StoredFile fresh = storage.create(name + ".new")) {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
      for (long at = 0; at < end; at += buffer.limit()) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
        file.read(buffer, at);
        fresh.append(buffer.flip());
      }
      fresh.force();
    }
    storage.rename(name + ".new", name);
    storage.forceFolder(FOLDER);
  }

  private void startSegment(Hash chainSoFar) throws IOException {
    String name = Segment.name(size);
    try (StoredFile file = storage.create(name + ".new")) {
      file.append(Segment.header(size, chainSoFar));
      file.force();
    }
    storage.rename(name + ".new", name);
    storage.forceFolder(FOLDER);
    Segment.Scan start = Segment.Scan.start(size, chainSoFar);
    OpenSegment segment = new OpenSegment(start);
    segment.opened(storage.open(name), Segment.HEADER);
    segments.put(size, segment);
    last = segment;
    chain = start.soFar();
  }

  /** Returns the number of records that are stored for good. */
  public long size() {
    return size;
  }

  /** Says whether it accepts records. */
  public State state() {
    return state;
  }

  /**
   * Stores batches with one force; returns the index of the first record.
   *
   * @throws NoSpace if the disk is full; nothing of it is stored, and the state is {@link
   *     State#FULL}
   */
  public long append(List<List<Stored>> batches) throws IOException {
    if (state != State.OPEN) {
      throw new IOException("the journal is closed for writing: " + state);
    }
    long first = size;
    try {
      if (last.end() >= segmentBytes) {
        startSegment(Hash.of(Segment.copy(chain).digest()));
      }
      write(batches);
      return first;
    } catch (NoSpace e) {
      retreat(e);
      throw e;
    } catch (IOException e) {
      state = State.FAILED;
      throw e;
    }
  }

  private void write(List<List<Stored>> batches) throws IOException {
    int bytes = batches.stream().flatMap(List::stream).mapToInt(Frame::bytes).sum();
    ByteBuffer group = ByteBuffer.allocate(bytes);
    long forced = last.end();
    long index = size;
    for (List<Stored> batch : batches) {
      for (int i = 0; i < batch.size(); i++) {
        last.note(index, forced + group.position());
        Frame.write(group, batch.get(i), index++, forced, i == batch.size() - 1);
        Chain.update(chain, batch.get(i).entry());
      }
    }
    last.file().append(group.flip());
    last.file().force();
    last.extend(forced + bytes);
    size = index;
  }

  /** Takes back what was written of a group on a full disk, and gives the reserve back. */
  private void retreat(NoSpace cause) throws IOException {
    state = State.FAILED;
    try {
      last.file().truncate(last.end());
      last.file().force();
      storage.delete(RESERVE);
      state = State.FULL;
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** Reads the records from an index to another, exclusive, at most those stored for good. */
  public void read(long from, long to, Reader reader) throws IOException {
    long end = Math.min(to, size);
    long at = from;
    while (at < end) {
      Map.Entry<Long, OpenSegment> segment = segments.floorEntry(at);
      if (segment == null) {
        throw new IllegalArgumentException("no record " + from);
      }
      at = segment.getValue().read(at, end, reader);
    }
  }

  @Override
  public void close() throws IOException {
    for (OpenSegment segment : segments.values()) {
      segment.file().close();
    }
  }
}
