package org.truce.mechanism;

import java.util.Optional;
import java.util.function.Function;
import org.truce.place.RegionCode;

/**
 * What is needed to read a submission besides the submission.
 *
 * @param regions finds a region by a name that a dataset uses
 * @param mappings those that were taken in
 */
record Readers(Function<String, Optional<RegionCode>> regions, Mappings mappings) {

  /** Reads reports in our own form alone. */
  static final Readers OWN_FORM = new Readers(name -> Optional.empty(), new Mappings());
}
