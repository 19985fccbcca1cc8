package org.truce.mechanism;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.truce.store.Store;

/**
 * Judges and writes what entries change, in their order, on a thread of its own, while the next
 * entries are taken in. {@link #settle} before store or projector are used otherwise.
 *
 * <p>After a failure nothing more is written and nothing is committed: an entry is only written
 * after the one before it.
 */
final class Writing implements AutoCloseable {
  private static final int SLICE = 64;
  private static final int MOST_WAITING = 32;

  private final Store store;
  private final Projector projector;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("projection").unstarted(task));
  private final Deque<Future<?>> waiting = new ArrayDeque<>();
  private List<Effect> slice = new ArrayList<>();
  private boolean failed;

  /** Set and read on the thread alone. */
  private boolean broken;

  Writing(Store store, Projector projector) {
    this.store = store;
    this.projector = projector;
  }

  private record Effect(Store.Recorded entry, Unjudged change) {}

  void write(Store.Recorded entry, Unjudged change) {
    check();
    slice.add(new Effect(entry, change));
    if (slice.size() == SLICE || change.everything()) {
      hand(false);
    }
    if (change.everything()) {
      awaitAll();
    }
  }

  /** Makes everything so far one transaction, in its turn. */
  void commit() {
    hand(true);
  }

  /** Waits until everything is written. */
  void settle() {
    check();
    if (!slice.isEmpty()) {
      hand(false);
    }
    awaitAll();
  }

  boolean hasFailed() {
    return failed;
  }

  private void check() {
    if (failed) {
      throw new MechanismException("nothing more is written after a failure; start again");
    }
  }

  private void hand(boolean commit) {
    while (waiting.size() >= MOST_WAITING) {
      await(waiting.remove());
    }
    List<Effect> effects = slice;
    slice = new ArrayList<>();
    waiting.add(thread.submit(() -> written(effects, commit)));
  }

  private void written(List<Effect> effects, boolean commit) {
    if (broken) {
      return;
    }
    broken = true;
    effects.forEach(effect -> store.apply(effect.entry(), projector.judged(effect.change())));
    if (commit) {
      store.commit();
    }
    broken = false;
  }

  private void awaitAll() {
    while (!waiting.isEmpty()) {
      await(waiting.remove());
    }
  }

  private void await(Future<?> task) {
    try {
      task.get();
    } catch (ExecutionException e) {
      failed = true;
      waiting.clear();
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new MechanismException("the projection could not be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MechanismException("interrupted while the projection was written", e);
    }
  }

  /** Waits like {@link #settle}, unless there was a failure, and ends the thread. */
  @Override
  public void close() {
    try {
      if (!failed) {
        settle();
      }
    } finally {
      thread.close();
    }
  }
}
