package org.truce.incident.linkage;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Does pieces of work that do not depend on each other, in any order or side by side, and returns
 * when all are done. What comes out is the same.
 */
@FunctionalInterface
public interface Workers {
  /** One after the other, by whoever asks. */
  Workers ALONE = pieces -> pieces.forEach(Runnable::run);

  /** Side by side on all processors, each of which takes the next piece when it has done one. */
  Workers ON_ALL_PROCESSORS =
      pieces -> {
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .parallel()
            .forEach(
                processor -> {
                  int piece = next.getAndIncrement();
                  while (piece < pieces.size()) {
                    pieces.get(piece).run();
                    piece = next.getAndIncrement();
                  }
                });
      };

  /** Does all of them; what one throws is thrown. */
  void doAll(List<Runnable> pieces);
}
