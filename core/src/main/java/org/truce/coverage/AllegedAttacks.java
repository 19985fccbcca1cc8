package org.truce.coverage;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.truce.conduct.Actor;
import org.truce.conduct.Kinds;
import org.truce.conduct.Parties;
import org.truce.conduct.Taxonomy;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.time.TimeSpan;

/**
 * How many happenings that somebody reports as attacks fall into a period, by who is said to have
 * attacked, with the time that was watched. It counts what was reported, not what happened: without
 * coverage it says nothing of the hours and places of which nobody reports.
 *
 * <p>{@link SaidCount} asks something else: what each side says, whatever was done, so that a
 * happening told by two sides stands there twice.
 *
 * @param byAuthor author → from those that are certainly attacks within the period to those that
 *     may be; {@link #NOT_SAID} where nobody names one, {@link #CONTESTED} where several are named
 * @param watched the period, and the hours that were watched in it
 */
public record AllegedAttacks(SortedMap<String, Count> byAuthor, WatchedTime watched) {
  /** Stands where nobody says who attacked. */
  public static final String NOT_SAID = "author not said";

  /** Stands where different authors are alleged. */
  public static final String CONTESTED = "author contested";

  private static final Kinds ATTACK = Taxonomy.CONDUCT.mostSpecific("attack");

  public AllegedAttacks {
    byAuthor = Collections.unmodifiableSortedMap(new TreeMap<>(byAuthor));
  }

  /**
   * Counts each happening once, whoever tells it. What only a machine read does not count.
   *
   * @param happenings the claims of each
   * @param coverage who watched when
   * @param window the period, bounded
   */
  public static AllegedAttacks in(
      TimeSpan window,
      Collection<? extends Collection<Claim>> happenings,
      Collection<Claim.Coverage> coverage) {
    SortedMap<String, Count> counts = new TreeMap<>();
    for (Collection<Claim> happening : happenings) {
      Told told = new Told(window);
      happening.forEach(told::add);
      if (told.possible) {
        int least = told.certain && told.inside ? 1 : 0;
        counts.merge(told.author(), new Count(1, least, 1), Count::plus);
      }
    }
    return new AllegedAttacks(counts, WatchedTime.of(coverage, window));
  }

  /** What the claims of one happening say together. */
  private static final class Told {
    private final TimeSpan window;
    private final SortedSet<String> authors = new TreeSet<>();
    private boolean possible;
    private boolean certain;
    private boolean inside;

    Told(TimeSpan window) {
      this.window = window;
    }

    void add(Claim claim) {
      if (!(claim instanceof Claim.Event event)
          || !claim.statement().voice().isReadByAPerson()
          || !claim.statement().about().overlaps(window)) {
        return;
      }
      Kinds conduct = Taxonomy.CONDUCT.mostSpecific(event.happening().conduct());
      possible |= conduct.meets(ATTACK);
      certain |= ATTACK.codes().containsAll(conduct.codes());
      inside |= window.contains(claim.statement().about());
      if (event.happening().parties() instanceof Parties.Named named && !named.by().isEmpty()) {
        authors.add(named.by().stream().map(Actor::name).collect(Collectors.joining(" or ")));
      }
    }

    String author() {
      return switch (authors.size()) {
        case 0 -> NOT_SAID;
        case 1 -> authors.first();
        default -> CONTESTED;
      };
    }
  }
}
