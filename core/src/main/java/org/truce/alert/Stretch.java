package org.truce.alert;

import java.util.List;
import org.truce.report.ClaimId;
import org.truce.time.TimeSpan;

/**
 * One alert or disruption from its beginning to its end.
 *
 * @param what what it warns of, or which service and site stopped
 * @param area the region codes, or the name or place given
 * @param span from when to when; open at the end while nobody said that it is over
 * @param state whether it is over
 * @param claims the messages of which it is made, by id
 */
public record Stretch(String what, String area, TimeSpan span, State state, List<ClaimId> claims) {
  public Stretch {
    claims = List.copyOf(claims);
  }

  /** Whether a stretch is over. */
  public enum State {
    /** Said to be over, after a believable time. */
    ENDED,
    /** Nobody said that it is over. */
    STANDING,
    /** It stands, or stood, longer than is believed: the end was probably missed. */
    STALE
  }
}
