package org.truce.exercise;

/** Seeded chance: SplitMix64 (Steele, Lea, Flood 2014), the same on every machine. */
final class Chance {
  private long state;

  Chance(long seed) {
    this.state = seed;
  }

  /** Returns 64 bits. */
  long bits() {
    state += 0x9E37_79B9_7F4A_7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Returns a number from 0 inclusive to 1 exclusive. */
  double share() {
    return (bits() >>> 11) * 0x1p-53;
  }

  /** Returns whether something happens of that probability. */
  boolean happens(double probability) {
    return share() < probability;
  }

  /** Returns a number from 0 inclusive to {@code end} exclusive. */
  int below(int end) {
    return (int) (share() * end);
  }

  /** Returns a number of the normal distribution (Box-Muller). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - share()));
    return radius * StrictMath.cos(2 * StrictMath.PI * share());
  }

  /** Returns how many times something happens before it fails, with that mean. */
  int geometric(double mean) {
    double again = mean / (1 + mean);
    int times = 0;
    while (times < 60 && happens(again)) {
      times++;
    }
    return times;
  }

  /** Returns a position in these weights, in proportion to them. */
  int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double at = share() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
