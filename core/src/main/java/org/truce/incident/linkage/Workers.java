package org.truce.incident.linkage;

import java.util.List;

/**
 * Does pieces of work that do not depend on each other, in any order or side by side, and returns
 * when all are done. What comes out is the same.
 */
@FunctionalInterface
public interface Workers {
  /** One after the other, by whoever asks. */
  Workers ALONE = pieces -> pieces.forEach(Runnable::run);

  /** Side by side on all processors. */
  Workers ON_ALL_PROCESSORS = pieces -> pieces.parallelStream().forEach(Runnable::run);

  /** Does all of them; what one throws is thrown. */
  void doAll(List<Runnable> pieces);
}
