package org.truce.conduct;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a weapon; agreements name classes by predicates over these
 * (docs/architecture.md).
 *
 * @param family such as {@code tube-artillery}, {@code mlrs}, {@code uav-fpv}, if known
 * @param calibreMm smallest and largest calibre in millimetres that it can be
 * @param system name of the system, if known
 * @param rangeKm range in kilometres, if stated
 * @param guided whether it is guided, if known
 */
public record Weapon(
    Optional<String> family,
    Calibre calibreMm,
    Optional<String> system,
    OptionalInt rangeKm,
    Optional<Boolean> guided) {

  /** Nothing is known of the weapon. */
  public static final Weapon UNKNOWN =
      new Weapon(
          Optional.empty(), Calibre.ANY, Optional.empty(), OptionalInt.empty(), Optional.empty());

  /**
   * Returns what is known when both are true of one weapon; nothing when they exclude each other.
   */
  public Optional<Weapon> and(Weapon other) {
    int least = Math.max(calibreMm.least(), other.calibreMm.least());
    int most = Math.min(calibreMm.most(), other.calibreMm.most());
    boolean possible =
        agree(family, other.family)
            && agree(system, other.system)
            && agree(guided, other.guided)
            && (rangeKm.isEmpty() || other.rangeKm.isEmpty() || rangeKm.equals(other.rangeKm))
            && least <= most;
    return possible
        ? Optional.of(
            new Weapon(
                family.or(() -> other.family),
                new Calibre(least, most),
                system.or(() -> other.system),
                rangeKm.isPresent() ? rangeKm : other.rangeKm,
                guided.or(() -> other.guided)))
        : Optional.empty();
  }

  private static <T> boolean agree(Optional<T> a, Optional<T> b) {
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }

  /**
   * Bounds of a calibre in millimetres, both inclusive.
   *
   * @param least at least 0
   * @param most at least {@code least}
   */
  public record Calibre(int least, int most) {

    /** Any calibre. */
    public static final Calibre ANY = new Calibre(0, 10_000);

    public Calibre {
      if (least < 0 || most < least) {
        throw new IllegalArgumentException(
            "a calibre satisfies 0 <= least <= most, was %d..%d mm".formatted(least, most));
      }
    }
  }
}
