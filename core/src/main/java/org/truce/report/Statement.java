package org.truce.report;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.place.Place;
import org.truce.provenance.Handling;
import org.truce.time.TimeSpan;

/**
 * What every claim has: which one it is, whose voice, when and where what it speaks of happened.
 *
 * @param id which claim
 * @param voice who says it, how it was read and who may see it
 * @param about when what it speaks of happened: hard bounds
 * @param where where what it speaks of happened: hard bounds
 * @param words what is said
 * @param sameAs claims of which the source itself says that it speaks of the same
 */
public record Statement(
    ClaimId id, Voice voice, TimeSpan about, Where where, Words words, SortedSet<ClaimId> sameAs) {
  public Statement {
    sameAs = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(sameAs));
  }

  /**
   * Where, and under what name.
   *
   * @param place hard bounds
   * @param name as the source names it, if it does
   */
  public record Where(Place place, Optional<String> name) {}

  /**
   * What is said.
   *
   * @param gist in the recorder's words
   * @param quote verbatim, if kept
   */
  public record Words(Optional<String> gist, Optional<String> quote) {}

  /** Returns the handling that counts for this claim. */
  public Handling handling() {
    return voice.disclosure().effective();
  }
}
