package org.truce.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.truce.conduct.Actor;
import org.truce.conduct.Parties;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.Count;

/**
 * How many happenings one side said there were by an author: a count of what was said, which
 * depends on who watches and who tells.
 *
 * @param side who says so
 * @param by the author named, {@code clash} where only who fought is said, or {@code not said}
 * @param count those that certainly fall into the hours to those that may
 */
public record SaidCount(Side side, String by, Count count) {

  private record Key(Side side, String by) {}

  /**
   * Counts each happening once for each side that tells it, sorted by side and author. What only a
   * machine read does not count.
   */
  static List<SaidCount> in(Spans hours, Collection<? extends Collection<Claim>> happenings) {
    Map<String, SaidCount> counts = new TreeMap<>();
    for (Collection<Claim> happening : happenings) {
      Map<Key, Boolean> told = new LinkedHashMap<>();
      for (Claim claim : happening) {
        if (claim instanceof Claim.Event event
            && event.statement().voice().isReadByAPerson()
            && hours.overlaps(event.statement().about())) {
          Key key = new Key(event.statement().voice().side(), author(event.happening().parties()));
          told.merge(key, hours.contains(event.statement().about()), Boolean::logicalOr);
        }
      }
      told.forEach(
          (key, sure) ->
              counts.merge(
                  key.side() + "\u0000" + key.by(),
                  new SaidCount(key.side(), key.by(), new Count(1, sure ? 1 : 0, 1)),
                  (a, b) -> new SaidCount(a.side, a.by, a.count.plus(b.count))));
    }
    return new ArrayList<>(counts.values());
  }

  private static String author(Parties parties) {
    return switch (parties) {
      case Parties.Clash clash -> "clash";
      case Parties.Named named ->
          named.by().isEmpty()
              ? "not said"
              : named.by().stream().map(Actor::name).collect(Collectors.joining(" or "));
    };
  }
}
