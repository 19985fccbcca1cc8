package org.truce.provenance;

import java.util.Optional;

/**
 * Who sent a report.
 *
 * @param id stable identifier, unique in the mechanism
 * @param name as it calls itself
 * @param kind what kind of mouth it is
 * @param side whose voice it is when it quotes nobody
 * @param origin id of the source whose report this one copies or relays, if it says so
 */
public record Source(String id, String name, SourceClass kind, Side side, Optional<String> origin) {
  public Source {
    if (id.isBlank() || id.contains("/")) {
      throw new IllegalArgumentException(
          "a source id is not blank and has no \"/\", was \"%s\"".formatted(id));
    }
  }

  /** Returns the id under which copies of one origin count once. */
  public String originGroup() {
    return origin.orElse(id);
  }
}
