package org.truce.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.truce.ledger.entry.Approvals;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.NoSpace;
import org.truce.ledger.storage.Storage;
import org.truce.ledger.tree.Malformed;

/**
 * One running ledger: many callers append, one thread stores in groups, another publishes within a
 * second.
 *
 * <p>{@link #append} gives its receipt only when the level that was asked for is reached. A receipt
 * that never comes (the process died) means that the batch may or may not be there, whole.
 */
public final class Ledger implements AutoCloseable {
  private static final long PUBLISH_MILLIS = 500;
  private static final long MAX_WAITING_BYTES = 64L << 20;
  private static final long MAX_GROUP_BYTES = 4L << 20;
  private static final long SEGMENT_BYTES = 64L << 20;
  private static final int RESERVE_BYTES = 8 << 20;

  /** Whoever starts has other work to do first, on the same processors. */
  private static final Duration CHECK_AFTER = Duration.ofSeconds(10);

  private record Waiting(
      List<Stored> batch,
      List<Entry> entries,
      long bytes,
      Level level,
      CompletableFuture<Receipt> receipt) {}

  private static final String NO_MORE = "the ledger does not accept records any more";

  private final Journal journal;
  private final Publisher publisher;
  private final Approvals approvals;
  private final Restart restart;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final Promises checkpointed = new Promises();
  private final Promises witnessed = new Promises();
  private final Optional<Quorum> quorum;
  private final Closeable held;
  private final ExecutorService answers =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("ledger-answers").factory());
  private final Thread writer;
  private final List<Thread> publishing = new ArrayList<>();
  private long waitingBytes;
  private boolean closed;
  private volatile boolean publishingFailed;
  private volatile String failure = "";
  private volatile boolean full;
  private final CountDownLatch closing = new CountDownLatch(1);

  private Ledger(
      Journal journal,
      Publisher publisher,
      Approvals approvals,
      Restart restart,
      Optional<Quorum> quorum,
      Closeable held) {
    this.journal = journal;
    this.publisher = publisher;
    this.approvals = approvals;
    this.restart = restart;
    this.quorum = quorum;
    this.held = held;
    writer = Thread.ofPlatform().name("ledger-writer").start(this::writeUntilClosed);
    Runnable publish = () -> repeatUntilClosed(this::publishNow);
    publishing.add(Thread.ofPlatform().name("ledger-publisher").start(publish));
    if (quorum.isPresent()) {
      Runnable ask = () -> repeatUntilClosed(() -> askWitnesses(quorum.get()));
      publishing.add(Thread.ofPlatform().name("ledger-witnesses").start(ask));
    }
  }

  /**
   * Opens a ledger that has no witnesses, and repairs a torn tail.
   *
   * @param data the data folder; held for this process until the ledger is closed
   * @param lock the last signed checkpoint, outside the data folder
   * @param key the log's key; its name is the origin
   * @throws OlderCopy if the data folder is not the newest
   * @throws org.truce.ledger.journal.Damaged if what had been stored is not whole
   */
  public static Ledger open(Storage data, LockFile lock, SigningKey key) throws IOException {
    return open(data, lock, key, Optional.empty());
  }

  /**
   * Opens a ledger whose checkpoints witnesses cosign.
   *
   * @param policy names the log, the witnesses with their addresses, and the quorum
   * @throws OlderCopy also if a witness that answers has cosigned more than the data folder holds
   */
  public static Ledger open(Storage data, LockFile lock, SigningKey key, Optional<Policy> policy)
      throws IOException {
    return open(data, lock, key, policy, CHECK_AFTER);
  }

  /**
   * Opens a ledger.
   *
   * @param checkAfter how long after the start what it did not read is read
   */
  static Ledger open(
      Storage data, LockFile lock, SigningKey key, Optional<Policy> policy, Duration checkAfter)
      throws IOException {
    Closeable held = data.hold("lock");
    try {
      return open(data, lock, key, policy, checkAfter, held);
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private static Ledger open(
      Storage data,
      LockFile lock,
      SigningKey key,
      Optional<Policy> policy,
      Duration checkAfter,
      Closeable held)
      throws IOException {
    long signed = lock.head().size();
    Optional<Frontier> known = Frontier.find(data, key, signed);
    Replay replay = new Replay(new Approvals(key.verifier().name()), known, signed);
    Journal journal =
        Journal.open(data, SEGMENT_BYTES, RESERVE_BYTES, known.map(Frontier::closed), replay);
    Publisher publisher = new Publisher(journal, data, lock, key, replay.tree());
    Optional<Quorum> quorum = policy.map(trusted -> new Quorum(trusted, publisher.files()));
    if (quorum.isPresent()) {
      quorum.get().refuseOlderCopy(journal.size());
    }
    Restart restart = new Restart(data, key, journal, known, replay.deciding());
    replay.beginning().ifPresent(restart::keep);
    Ledger ledger = new Ledger(journal, publisher, replay.approvals(), restart, quorum, held);
    if (known.isPresent()) {
      ledger.checkBehind(checkAfter);
    }
    return ledger;
  }

  /**
   * Reads what the start did not read.
   *
   * @throws IOException when it is not what was written and signed
   */
  public void check() throws IOException {
    restart.check(() -> false);
  }

  /** Does the same behind the start; damage stops the ledger. */
  private void checkBehind(Duration after) {
    Runnable check =
        () -> {
          try {
            if (!closing.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
              restart.check(this::isClosed);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (IOException | RuntimeException e) {
            giveUp("what was stored before this start is damaged: " + e.getMessage());
          }
        };
    publishing.add(Thread.ofPlatform().name("ledger-check").start(check));
  }

  /**
   * Stores a batch, as a whole or not at all; each record with its entry, wrapped key and payload
   * in one forced group.
   *
   * @return the receipt once the level is reached, or a failure with {@link Refused}
   */
  public CompletableFuture<Receipt> append(List<Stored> batch, Level level) {
    if (batch.isEmpty()) {
      throw new IllegalArgumentException("an empty batch");
    }
    if (level == Level.WITNESSED && quorum.isEmpty()) {
      throw new IllegalArgumentException("this ledger has no witnesses: open it with a policy");
    }
    long bytes = batch.stream().mapToLong(s -> 64L + s.entry().length + s.payload().length).sum();
    List<Entry> entries;
    try {
      entries = entries(batch); // by the caller's thread: the writer is the narrow place
    } catch (Malformed e) {
      return refused(Refused.Reason.NOT_APPROVED, String.valueOf(e.getMessage()));
    }
    Waiting waiting =
        new Waiting(List.copyOf(batch), entries, bytes, level, new CompletableFuture<>());
    synchronized (queue) {
      if (full) {
        return refused(Refused.Reason.DISK_FULL, "the disk is full; what was acknowledged is safe");
      }
      if (closed || state() == Journal.State.FAILED) {
        return refused(Refused.Reason.STOPPED, failure.isEmpty() ? NO_MORE : failure);
      }
      if (journal.state() == Journal.State.FULL) {
        return refused(Refused.Reason.DISK_FULL, "the disk is full; what was acknowledged is safe");
      }
      if (waitingBytes + bytes > MAX_WAITING_BYTES && !queue.isEmpty()) {
        return refused(Refused.Reason.BUSY, "too much is waiting; try again in a second");
      }
      queue.add(waiting);
      waitingBytes += bytes;
      queue.notifyAll();
    }
    return waiting.receipt();
  }

  /** Appends and waits. */
  public Receipt appendNow(List<Stored> batch, Level level) throws Refused, InterruptedException {
    try {
      return append(batch, level).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refused refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static CompletableFuture<Receipt> refused(Refused.Reason reason, String message) {
    return CompletableFuture.failedFuture(new Refused(reason, message));
  }

  private void writeUntilClosed() {
    for (List<Waiting> group = next(); !group.isEmpty(); group = next()) {
      write(approved(group));
    }
  }

  private List<Waiting> next() {
    synchronized (queue) {
      while (queue.isEmpty() && !closed) {
        try {
          queue.wait();
        } catch (InterruptedException e) {
          closed = true;
        }
      }
      List<Waiting> group = new ArrayList<>();
      long bytes = 0;
      while (!queue.isEmpty() && bytes < MAX_GROUP_BYTES) {
        Waiting waiting = queue.remove();
        bytes += waiting.bytes();
        group.add(waiting);
      }
      waitingBytes -= bytes;
      return group;
    }
  }

  /** Leaves out, and refuses, batches with an entry that does not have the people it needs. */
  private List<Waiting> approved(List<Waiting> group) {
    List<Waiting> accepted = new ArrayList<>();
    long index = journal.size();
    for (Waiting waiting : group) {
      Optional<String> objection = approvals.takeAll(index, waiting.entries());
      if (objection.isEmpty()) {
        remember(index, waiting);
        accepted.add(waiting);
        index += waiting.batch().size();
      } else {
        fail(waiting, new Refused(Refused.Reason.NOT_APPROVED, objection.get()));
      }
    }
    return accepted;
  }

  private void remember(long first, Waiting waiting) {
    for (int i = 0; i < waiting.batch().size(); i++) {
      if (approvals.concerns(waiting.entries().get(i).kind())) {
        restart.deciding().put(first + i, waiting.batch().get(i).entry());
      }
    }
  }

  private static List<Entry> entries(List<Stored> batch) throws Malformed {
    List<Entry> entries = new ArrayList<>();
    for (Stored stored : batch) {
      entries.add(Entry.parse(stored.entry()));
    }
    return entries;
  }

  private void write(List<Waiting> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      long first = journal.append(group.stream().map(Waiting::batch).toList());
      answers.execute(() -> acknowledge(group, first));
    } catch (NoSpace e) {
      group.forEach(
          w -> fail(w, new Refused(Refused.Reason.DISK_FULL, String.valueOf(e.getMessage()))));
    } catch (IOException e) {
      group.forEach(
          w -> fail(w, new Refused(Refused.Reason.STOPPED, String.valueOf(e.getMessage()))));
    }
  }

  private void fail(Waiting waiting, Refused why) {
    answers.execute(() -> waiting.receipt().completeExceptionally(why));
  }

  private void acknowledge(List<Waiting> group, long first) {
    long index = first;
    for (Waiting waiting : group) {
      Receipt receipt = new Receipt(index, waiting.batch().size(), waiting.level());
      index += receipt.count();
      switch (waiting.level()) {
        case DURABLE -> waiting.receipt().complete(receipt);
        case CHECKPOINTED -> checkpointed.add(index, receipt, waiting.receipt());
        case WITNESSED -> witnessed.add(index, receipt, waiting.receipt());
      }
    }
  }

  /** What is done again and again; what it throws stops the ledger. */
  private interface Step {
    void take() throws IOException;
  }

  private void repeatUntilClosed(Step step) {
    try {
      while (!isClosed()) {
        step.take();
        closing.await(PUBLISH_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      full = e instanceof NoSpace;
      giveUp("durable, but no checkpoint could be published: " + e);
    }
  }

  /** Accepts nothing more, and tells everybody who waits for a level that will not come. */
  private void giveUp(String why) {
    failure = why;
    publishingFailed = true;
    stop();
    checkpointed.fail(why);
    witnessed.fail(why);
  }

  /** Publishes what is stored now. */
  public void publishNow() throws IOException {
    synchronized (publisher) {
      checkpointed.reached(publisher.publish().size());
      publisher.takeBeginning().ifPresent(restart::keep);
    }
  }

  private void askWitnesses(Quorum witnesses) throws IOException {
    Optional<SignedNote> note;
    synchronized (publisher) {
      note = publisher.newest();
    }
    Optional<Quorum.Cosigned> cosigned = note.flatMap(witnesses::cosigned);
    if (cosigned.isPresent()) {
      synchronized (publisher) {
        publisher.publishCosigned(cosigned.get().note());
      }
      witnessed.reached(cosigned.get().size());
    }
  }

  private boolean isClosed() {
    synchronized (queue) {
      return closed;
    }
  }

  private void stop() {
    synchronized (queue) {
      closed = true;
      queue.notifyAll();
    }
    closing.countDown();
  }

  /** Returns the number of records stored for good. */
  public long size() {
    return journal.size();
  }

  /** Returns whether records are accepted. */
  public Journal.State state() {
    return publishingFailed ? Journal.State.FAILED : journal.state();
  }

  /** Reads records in order from an index to another, exclusive. */
  public void read(long from, long to, Journal.Reader reader) throws IOException {
    journal.read(from, to, reader);
  }

  /** Stores what waits, publishes it, and stops. */
  @Override
  public void close() throws IOException {
    stop();
    try {
      writer.join();
      for (Thread thread : publishing) {
        // Not interrupted: that could end it between signing a checkpoint and knowing that it has.
        thread.join();
      }
      answers.shutdown();
      answers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (held;
        journal) {
      if (journal.state() != Journal.State.FAILED && !publishingFailed) {
        publishNow();
        quorum.ifPresent(this::askOnceMore);
      }
    } catch (NoSpace e) {
      full = true; // what is stored is safe; the next start signs it
    } finally {
      String why = "durable, but the ledger was closed before its checkpoint had this level";
      checkpointed.fail(why);
      witnessed.fail(why);
    }
  }

  private void askOnceMore(Quorum witnesses) {
    try {
      askWitnesses(witnesses);
    } catch (IOException e) {
      witnessed.fail("durable and under a checkpoint, but not witnessed: " + e);
    }
  }
}
