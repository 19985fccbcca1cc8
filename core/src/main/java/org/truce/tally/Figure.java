package org.truce.tally;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.truce.conduct.Actor;
import org.truce.provenance.Speaker;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.report.Voice;
import org.truce.time.TimeSpan;

/**
 * One number of a tally: its total or one of its parts.
 *
 * @param tally the tally that gives it
 * @param what what is counted, as said: the unit for a total
 * @param of the part of which it is a subset, if any
 * @param count how many
 */
public record Figure(Claim.Tally tally, String what, Optional<String> of, Count count) {

  /**
   * Which numbers may be held against each other: one organ on one author, counted in one word.
   *
   * @param organ who counts: the organ of the last speaker, or the speaker, or the source
   * @param by whose conduct is counted
   * @param what what is counted, in lower case
   */
  public record Counted(String organ, SortedSet<Actor> by, String what) {}

  /** Returns who counts: the organ of the last speaker, else that speaker, else the source. */
  public static String organ(Voice voice) {
    if (voice.speakers().isEmpty()) {
      return voice.source().name();
    }
    Speaker last = voice.speakers().getLast();
    return last.organ().orElse(last.name());
  }

  /** Returns under what this number can be held against others. */
  public Counted counted() {
    return new Counted(
        organ(tally.statement().voice()), tally.by(), what.strip().toLowerCase(Locale.ROOT));
  }

  /** Returns the hours that are counted: the window, up to where the speaker counted. */
  public TimeSpan window() {
    TimeSpan about = tally.statement().about();
    Instant end = tally.asOf().map(TimeSpan::to).orElse(about.to());
    return end.isAfter(about.from()) && end.isBefore(about.to())
        ? new TimeSpan(about.from(), end)
        : about;
  }
}
