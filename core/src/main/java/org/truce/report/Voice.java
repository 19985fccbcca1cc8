package org.truce.report;

import java.util.List;
import org.truce.provenance.Disclosure;
import org.truce.provenance.ReadBy;
import org.truce.provenance.Side;
import org.truce.provenance.Source;
import org.truce.provenance.Speaker;
import org.truce.time.TimeSpan;

/**
 * Who says something, when, and under what conditions it may be passed on.
 *
 * @param source who sent the report
 * @param speakers whom it quotes, outermost first; empty: it speaks for itself
 * @param said when it was said: hard bounds
 * @param readBy who turned the message into claims
 * @param disclosure who may see it, and how vaguely
 */
public record Voice(
    Source source, List<Speaker> speakers, TimeSpan said, ReadBy readBy, Disclosure disclosure) {
  public Voice {
    speakers = List.copyOf(speakers);
  }

  /** Returns whose account the claims belong to: the last speaker's side, or the source's. */
  public Side side() {
    return speakers.isEmpty() ? source.side() : speakers.getLast().side();
  }

  /**
   * Returns whether it counts in findings and headline counts; what only a machine read does not.
   */
  public boolean isReadByAPerson() {
    return readBy == ReadBy.PERSON;
  }

  /** Returns the name to print: the last speaker, or the source. */
  public String name() {
    return speakers.isEmpty() ? source.name() : speakers.getLast().name();
  }
}
