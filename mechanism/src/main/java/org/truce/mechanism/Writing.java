package org.truce.mechanism;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.truce.store.Change;
import org.truce.store.Store;

/**
 * Writes what entries change, in their order, on a thread of its own, while the next entries are
 * worked out. Close it before the store is used again.
 *
 * <p>After a failure nothing more is written: an entry is only written after the one before it.
 */
final class Writing implements AutoCloseable {
  private static final int SLICE = 64;
  private static final int MOST_WAITING = 8;

  private final Store store;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("projection").unstarted(task));
  private final Deque<Future<?>> waiting = new ArrayDeque<>();
  private List<Effect> slice = new ArrayList<>();

  Writing(Store store) {
    this.store = store;
  }

  private record Effect(Store.Recorded entry, List<Change> changes) {}

  void write(Store.Recorded entry, List<Change> changes) {
    slice.add(new Effect(entry, changes));
    if (slice.size() == SLICE) {
      hand(false);
    }
  }

  /** Makes everything so far one transaction. */
  void commit() {
    hand(true);
  }

  private void hand(boolean commit) {
    while (waiting.size() >= MOST_WAITING) {
      await(waiting.remove());
    }
    List<Effect> effects = slice;
    slice = new ArrayList<>();
    waiting.add(
        thread.submit(
            () -> {
              effects.forEach(effect -> store.apply(effect.entry(), effect.changes()));
              if (commit) {
                store.commit();
              }
            }));
  }

  private static void await(Future<?> task) {
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new MechanismException("the projection could not be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MechanismException("interrupted while the projection was written", e);
    }
  }

  @Override
  public void close() {
    try {
      while (!waiting.isEmpty()) {
        await(waiting.remove());
      }
    } finally {
      thread.close();
    }
  }
}
