package org.truce.incident;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.truce.conduct.Kinds;
import org.truce.conduct.Taxonomy;
import org.truce.incident.linkage.Kinship;
import org.truce.place.Geodesy;

/**
 * The weights of {@link PairWeight}, worked out from plain numbers: the same for every pair, and
 * fast enough for every pair of a crowd.
 */
final class MemberWeight {
  private static final long SECOND = 1_000_000;
  private static final long HALF_HOUR = 1_800 * SECOND;
  private static final long HOUR = 2 * HALF_HOUR;
  private static final long SIX_HOURS = 6 * HOUR;

  /** Of an estimated distance: farther off than this it never is, in shares and millimetres. */
  private static final double MARGIN = 0.005;

  private static final double MARGIN_MM = 10_000;

  /** A model is one of a few versions. */
  private static final Map<Model, KindWeights> KINDS = new ConcurrentHashMap<>();

  private final Model model;
  private final KindWeights kinds;
  private final boolean timesDecide;
  private PairWeight exact;

  MemberWeight(Model model, Decisions decisions) {
    this.model = model;
    this.exact = new PairWeight(model, decisions);
    this.timesDecide = most(model) - model.time().sameHalfHour() + model.time().apart() <= 0;
    this.kinds = KINDS.computeIfAbsent(model, KindWeights::of);
  }

  /**
   * What every pair of kinds weighs, by their numbers; it takes far longer than a small sorting.
   */
  private static final class KindWeights {
    private final int[][] conducts;
    private final int[][] targets;

    private KindWeights(int[][] conducts, int[][] targets) {
      this.conducts = conducts;
      this.targets = targets;
    }

    static KindWeights of(Model model) {
      PairWeight exact = new PairWeight(model, Decisions.NONE);
      return new KindWeights(
          weights(exact, Kinship.CONDUCT, Taxonomy.CONDUCT),
          weights(exact, Kinship.TARGETS, Taxonomy.TARGETS));
    }

    private static int[][] weights(PairWeight exact, Kinship numbers, Taxonomy taxonomy) {
      int[][] weights = new int[numbers.size()][numbers.size()];
      // 0 is "not said", which weighs nothing.
      for (int i = 1; i < weights.length; i++) {
        Kinds one = taxonomy.mostSpecific(numbers.code(i));
        for (int j = 1; j < weights.length; j++) {
          weights[i][j] = exact.kind("", one, taxonomy.mostSpecific(numbers.code(j))).weight();
        }
      }
      return weights;
    }
  }

  void decide(Decisions decisions) {
    exact = new PairWeight(model, decisions);
  }

  /** Returns the weight of a pair, that of a pair never compared if nothing brings it together. */
  int of(Member a, Member b) {
    if (a.spokenOf && b.spokenOf) {
      var said = exact.said(a.id, a.sameAs, b.id, b.sameAs);
      if (said.isPresent()) {
        return said.get().weight();
      }
    }
    return a.isNear(b) ? compared(a, b) : model.other().unseen();
  }

  /**
   * Returns whether times that exclude each other outweigh all else, unless somebody names the
   * pair.
   */
  boolean timesDecide() {
    return timesDecide;
  }

  /** Returns the weight of a pair that is compared and of which nobody says anything. */
  int compared(Member a, Member b) {
    boolean sameSource = a.source == b.source;
    if (a.isOfReportOf(b) || (sameSource && (a.dataset || b.dataset))) {
      return -PairWeight.CERTAIN;
    }
    int weight = model.other().prior() + time(a, b) + place(a, b);
    weight += kinds.conducts[a.conduct][b.conduct] + kinds.targets[a.target][b.target];
    if (TextSketch.areCopies(a.sketch, b.sketch)) {
      weight += model.other().copiedText();
    }
    if (a.by.length > 0 && b.by.length > 0 && areApart(a.by, b.by)) {
      weight += model.other().oppositeAuthors();
    }
    return sameSource ? weight + model.other().sameSource() : weight;
  }

  private int time(Member a, Member b) {
    Model.Time weights = model.time();
    if (a.from >= b.to || b.from >= a.to) {
      return weights.apart();
    }
    long longer = Math.max(a.to - a.from, b.to - b.from);
    long hull = Math.max(a.to, b.to) - Math.min(a.from, b.from);
    if (longer <= HOUR && hull <= longer + HALF_HOUR) {
      return weights.sameHalfHour();
    }
    return longer <= SIX_HOURS ? weights.sameHours() : weights.overlap();
  }

  private int place(Member a, Member b) {
    Model.Place weights = model.place();
    if (!a.isPlaced || !b.isPlaced) {
      return weights.unknown();
    }
    long outer = a.radiusMm + b.radiusMm;
    long near = nearMm(a.radiusMm / 1_000, b.radiusMm / 1_000);
    double about = estimateMm(a, b);
    if (isSurelyAbove(about, outer)) {
      return weights.apart();
    }
    if (near <= outer && isSurelyBelow(about, near)) {
      return weights.near();
    }
    if (isSurelyAbove(about, near) && isSurelyBelow(about, outer)) {
      return weights.possible();
    }
    long distance = Geodesy.distanceMm(a.centre(), b.centre());
    if (distance > outer) {
      return weights.apart();
    }
    return distance < near ? weights.near() : weights.possible();
  }

  private static boolean isSurelyAbove(double about, long bound) {
    return about > bound * (1 + MARGIN) + MARGIN_MM;
  }

  private static boolean isSurelyBelow(double about, long bound) {
    return about < bound * (1 - MARGIN) - MARGIN_MM;
  }

  /** Returns the distance below which two circles are within one sigma: d² · 6 ≤ r1² + r2². */
  private static long nearMm(long r1, long r2) {
    long square = (r1 * r1 + r2 * r2) / 6;
    long root = (long) Math.sqrt((double) square);
    while (root * root > square) {
      root--;
    }
    while ((root + 1) * (root + 1) <= square) {
      root++;
    }
    return (root + 1) * 1_000;
  }

  /** Returns a distance that the margin covers; near the poles and far apart the exact one. */
  private static double estimateMm(Member a, Member b) {
    double north = (a.latE7 - (double) b.latE7) / 1e7;
    double east = (a.lonE7 - (double) b.lonE7) / 1e7;
    if (Math.abs(north) > 1 || Math.abs(east) > 2 || Math.abs(a.latE7) > 750_000_000) {
      return Geodesy.distanceMm(a.centre(), b.centre());
    }
    // Lengths of a degree on WGS 84, by the cosine of the latitude between the two.
    double cosine = (a.cosine() + b.cosine()) / 2;
    double twice = 2 * cosine * cosine - 1;
    double thrice = 4 * cosine * cosine * cosine - 3 * cosine;
    double y = north * (111_132_954 - 559_822 * twice);
    double x = east * (111_412_840 * cosine - 93_500 * thrice);
    return Math.sqrt(x * x + y * y);
  }

  private static boolean areApart(int[] one, int[] other) {
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        return false;
      }
      if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return true;
  }

  /** Returns the most that a pair of which nobody says anything can weigh. */
  static int most(Model model) {
    return model.other().prior()
        + List.of(model.time().sameHalfHour(), model.time().sameHours(), model.time().overlap())
            .stream()
            .max(Integer::compare)
            .orElseThrow()
        + Math.max(
            Math.max(model.place().near(), model.place().possible()),
            // Only claims without a position are compared by their words.
            model.place().unknown() + model.other().copiedText())
        + 2 * Math.max(model.other().sameKind(), model.other().possibleKind());
  }
}
