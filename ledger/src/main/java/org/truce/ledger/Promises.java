package org.truce.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Receipts that wait until the log is attested up to their last record. */
final class Promises {
  private record Promise(long size, Receipt receipt, CompletableFuture<Receipt> future) {}

  private final Deque<Promise> waiting = new ArrayDeque<>();
  private @Nullable String failed;
  private long reached;

  /** Adds one; sizes never become smaller. */
  synchronized void add(long size, Receipt receipt, CompletableFuture<Receipt> future) {
    waiting.add(new Promise(size, receipt, future));
    settle();
  }

  /** Gives the receipts of everything up to this size. */
  synchronized void reached(long size) {
    reached = Math.max(reached, size);
    settle();
  }

  /** Gives up: all that wait, and all that come, are refused. */
  synchronized void fail(String why) {
    failed = why;
    settle();
  }

  private void settle() {
    while (!waiting.isEmpty() && waiting.peek().size() <= reached) {
      Promise kept = waiting.remove();
      kept.future().complete(kept.receipt());
    }
    if (failed != null) {
      Refused why = new Refused(Refused.Reason.STOPPED, failed);
      waiting.forEach(promise -> promise.future().completeExceptionally(why));
      waiting.clear();
    }
  }
}
