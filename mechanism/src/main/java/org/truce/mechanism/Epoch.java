package org.truce.mechanism;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Under what everything is worked out. When one of these changes, an entry says so, and from then
 * on rows are worked out anew; what was known before stays as it was known.
 *
 * @param projector number of the way in which entries become rows
 * @param reader name of the version of the readers
 * @param model name of the fusion model's version
 * @param zones version of the time-zone data
 * @param agreement file name → text of the agreement and the files beside it; empty: none adopted.
 *     The agreement itself is {@code agreement.yaml}
 */
record Epoch(
    long projector,
    String reader,
    String model,
    String zones,
    SortedMap<String, String> agreement) {
  Epoch {
    agreement = Collections.unmodifiableSortedMap(new TreeMap<>(agreement));
  }

  /** Returns whether the versions are those of another epoch, whatever the agreement. */
  boolean sameVersions(Epoch other) {
    return projector == other.projector
        && reader.equals(other.reader)
        && model.equals(other.model)
        && zones.equals(other.zones);
  }

  /** Returns the epoch with another agreement. */
  Epoch adopting(SortedMap<String, String> files) {
    return new Epoch(projector, reader, model, zones, files);
  }
}
