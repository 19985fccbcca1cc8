package org.truce.exercise;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.incident.linkage.ActorSets;
import org.truce.incident.linkage.Background;
import org.truce.incident.linkage.Calibration;
import org.truce.incident.linkage.ClaimTable;
import org.truce.incident.linkage.Decided;
import org.truce.incident.linkage.LinkModel;
import org.truce.incident.linkage.LinkWeights;
import org.truce.incident.linkage.Linkage;

/**
 * What a mission publishes: how many incidents were alleged against whom on what day.
 *
 * <p>An incident counts once for every set of authors that any of its reports alleges, on the day
 * of the report that gives the time most precisely.
 */
public final class PartyDays {
  private PartyDays() {}

  /** Returns set of authors and day → incidents. */
  public static SortedMap<Long, Integer> counts(ClaimTable table, int[] happening) {
    Map<Integer, Integer> sharpest = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      sharpest.merge(happening[row], row, (a, b) -> sharper(table, a, b));
    }
    Map<Long, Boolean> seen = new HashMap<>();
    SortedMap<Long, Integer> counts = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      int by = table.by(row);
      if (by != 0 && seen.put((long) happening[row] << 16 | by, true) == null) {
        long day = table.middle(sharpest.getOrDefault(happening[row], row)) / 86_400;
        counts.merge((long) by << 32 | day, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static int sharper(ClaimTable table, int a, int b) {
    int half = Integer.compare(table.halfWidth(a), table.halfWidth(b));
    boolean first = half != 0 ? half < 0 : table.order(a) < table.order(b);
    return first ? a : b;
  }

  /**
   * Counts of party-days as found, and as they would be if every pair that is not clear were joined
   * or parted.
   *
   * @param found incidents of each party-day
   * @param fewest when every pair weighs 1.5 nats more, so that more is joined
   * @param most when every pair weighs 1.5 nats less, so that less is joined
   */
  public record Counted(
      SortedMap<Long, Integer> found,
      SortedMap<Long, Integer> fewest,
      SortedMap<Long, Integer> most) {
    /** What a pair must weigh to count as clear: 1.5 nats, a probability of 0.82 or 0.18. */
    private static final int UNCLEAR = 1_500;

    /** Sorts a table three times. */
    public static Counted of(ClaimTable table, ActorSets actors, LinkWeights weights) {
      return new Counted(
          counts(table, sorted(table, actors, weights, 0)),
          counts(table, sorted(table, actors, weights, UNCLEAR)),
          counts(table, sorted(table, actors, weights, -UNCLEAR)));
    }

    private static int[] sorted(ClaimTable table, ActorSets actors, LinkWeights weights, int more) {
      List<Calibration.Point> points =
          weights.calibration().points().stream()
              .map(point -> new Calibration.Point(point.sum(), point.logOdds() + more))
              .toList();
      LinkWeights moved =
          new LinkWeights(
              weights.version(),
              weights.provenance(),
              weights.differentSources(),
              weights.sameSource(),
              new Calibration(points),
              weights.limits());
      LinkModel model = new LinkModel(moved, Background.of(table), actors);
      return Linkage.sorted(table, model, Decided.NOTHING);
    }

    int found(long day) {
      return found.getOrDefault(day, 0);
    }

    /** How much a day may be off: half of what is not clear, and what chance does to a count. */
    double doubt(long day) {
      int unclear = most.getOrDefault(day, 0) - fewest.getOrDefault(day, 0);
      return Math.max(0, unclear) / 2.0 + Math.sqrt(Math.max(1, found(day)));
    }
  }

  /**
   * How a count that was found relates to the true one, learned from exercises whose truth is
   * known.
   *
   * @param factor true incidents for each that was found
   * @param spread half of the range, in units of {@link Counted#doubt}
   */
  public record Range(double factor, double spread) {

    /** An exercise whose truth is known. */
    public record Known(Counted counted, SortedMap<Long, Integer> truth) {
      private double factor() {
        return truth.values().stream().mapToInt(n -> n).sum()
            / Math.max(1.0, counted.found().values().stream().mapToInt(n -> n).sum());
      }

      private double[] errors(double factor) {
        return truth.entrySet().stream()
            .mapToDouble(
                day ->
                    Math.abs(day.getValue() - factor * counted.found(day.getKey()))
                        / counted.doubt(day.getKey()))
            .sorted()
            .toArray();
      }
    }

    /**
     * Learns the range that holds 97.5 of 100 party-days in each of the exercises, whatever their
     * setting: the factor is the mean of theirs, the spread the widest that any needs.
     */
    public static Range learned(List<Known> exercises) {
      double factor = exercises.stream().mapToDouble(Known::factor).average().orElse(1);
      double spread = 0;
      for (Known known : exercises) {
        double[] errors = known.errors(factor);
        spread = Math.max(spread, errors[(int) (errors.length * 0.975)]);
      }
      return new Range(factor, spread);
    }

    /** Returns the estimate of a party-day. */
    public double estimate(Counted counted, long day) {
      return factor * counted.found(day);
    }

    /** Returns half the width of the range of a party-day. */
    public double half(Counted counted, long day) {
      return spread * counted.doubt(day);
    }

    /** Returns whether the range of a party-day holds the truth. */
    public boolean holds(Counted counted, long day, int truth) {
      return Math.abs(truth - estimate(counted, day)) <= half(counted, day);
    }
  }

  /** Returns incidents that hold two happenings alleged against different authors. */
  public static int joinedBreaches(ClaimTable table, int[] happening, int[] truth) {
    Map<Integer, Map<Integer, BitSet>> authors = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      if (table.by(row) != 0) {
        authors
            .computeIfAbsent(happening[row], key -> new HashMap<>())
            .computeIfAbsent(truth[row], key -> new BitSet())
            .set(table.by(row));
      }
    }
    int joined = 0;
    for (Map<Integer, BitSet> each : authors.values()) {
      boolean distinct =
          each.values().stream()
              .anyMatch(a -> each.values().stream().anyMatch(b -> !a.intersects(b)));
      joined += distinct ? 1 : 0;
    }
    return joined;
  }
}
