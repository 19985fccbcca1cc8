package org.truce.ledger.trial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.truce.ledger.Ledger;
import org.truce.ledger.Level;
import org.truce.ledger.LockFile;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;

/** How many durable appends a second many callers get, each waiting for its own. */
public final class AppendTrial {
  /** Bytes of a record beside its entry: a wrapped key and a payload of 1 KB. */
  private static final int KEY = 40;

  private static final int PAYLOAD = 1_024;
  private static final int FRAME = 40;

  private AppendTrial() {}

  /** Something that keeps records. */
  public interface Target extends AutoCloseable {
    /** Returns when the record survives a loss of power. */
    void append(byte[] entry, byte[] payload) throws Exception;

    @Override
    void close() throws IOException;
  }

  /**
   * What a run gave.
   *
   * @param perSecond acknowledged appends a second
   * @param p50Micros half of the callers waited no longer
   * @param p99Micros 99 of 100 waited no longer
   */
  public record Outcome(double perSecond, double p50Micros, double p99Micros) {}

  /** Lets so many callers append for some time. */
  public static Outcome run(Target target, int callers, long millis) throws Exception {
    long start = System.nanoTime();
    long end = start + millis * 1_000_000;
    AtomicLong number = new AtomicLong();
    List<Callable<long[]>> work = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      work.add(() -> waits(target, number, end));
    }
    List<long[]> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (Future<long[]> done : threads.invokeAll(work)) {
        all.add(done.get());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long[] waits = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Outcome(
        waits.length / seconds,
        waits[waits.length / 2] / 1e3,
        waits[(int) (waits.length * 0.99)] / 1e3);
  }

  private static long[] waits(Target target, AtomicLong number, long end) throws Exception {
    long[] waits = new long[1_024];
    int count = 0;
    byte[] payload = new byte[PAYLOAD];
    for (long now = System.nanoTime(); now < end; ) {
      target.append(entry(number.getAndIncrement()), payload);
      long after = System.nanoTime();
      waits = count == waits.length ? Arrays.copyOf(waits, 2 * count) : waits;
      waits[count++] = after - now;
      now = after;
    }
    return Arrays.copyOf(waits, count);
  }

  static byte[] entry(long number) {
    Map<String, String> facts = Map.of("n", "" + number);
    return Entry.of("exercise.entry", Instant.EPOCH, facts).bytes();
  }

  /** Returns a ledger in a folder. */
  public static Target ledger(Path folder) throws IOException {
    SigningKey key =
        SigningKey.generate("truce.example/bench", false, new java.security.SecureRandom());
    LockFile lock = new LockFile(new OsStorage(folder.resolve("lock")), "last");
    Ledger ledger = Ledger.open(new OsStorage(folder.resolve("data")), lock, key);
    return new Target() {
      @Override
      public void append(byte[] entry, byte[] payload) throws Exception {
        ledger.appendNow(List.of(new Stored(entry, new byte[KEY], payload)), Level.DURABLE);
      }

      @Override
      public void close() throws IOException {
        ledger.close();
      }
    };
  }

  /**
   * Returns a bare file with the same discipline and as many bytes, and no work of a ledger: what
   * has come is written at once, forced once, and then acknowledged.
   */
  public static Target file(Path path) throws IOException {
    return new BareFile(path);
  }

  private static final class BareFile implements Target {
    private static final Waiting LAST = new Waiting(0, new CompletableFuture<>());

    private record Waiting(int bytes, CompletableFuture<Void> done) {}

    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final FileChannel channel;
    private final Thread writer;

    BareFile(Path path) throws IOException {
      channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      writer = Thread.ofPlatform().start(this::write);
    }

    @Override
    public void append(byte[] entry, byte[] payload)
        throws InterruptedException, ExecutionException {
      Waiting waiting =
          new Waiting(FRAME + entry.length + KEY + payload.length, new CompletableFuture<>());
      queue.add(waiting);
      waiting.done().get();
    }

    private void write() {
      List<Waiting> group = new ArrayList<>();
      try {
        while (!group.contains(LAST)) {
          group.clear();
          group.add(queue.take());
          queue.drainTo(group);
          int bytes = group.stream().mapToInt(Waiting::bytes).sum();
          channel.write(ByteBuffer.allocate(bytes));
          channel.force(false);
          group.forEach(waiting -> waiting.done().complete(null));
        }
      } catch (IOException | InterruptedException e) {
        group.forEach(waiting -> waiting.done().completeExceptionally(e));
      }
    }

    @Override
    public void close() throws IOException {
      queue.add(LAST);
      try {
        writer.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      channel.close();
    }
  }
}
