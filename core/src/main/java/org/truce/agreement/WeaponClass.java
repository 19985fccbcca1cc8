package org.truce.agreement;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.conduct.Weapon;

/**
 * A class of weapons as an agreement names it: a predicate of which every part must hold.
 *
 * @param id name of the class
 * @param families one of these; empty: any
 * @param calibreMm millimetres
 * @param systems one of these; empty: any
 * @param rangeKm kilometres
 * @param guided whether it must be guided; empty: either
 */
public record WeaponClass(
    String id,
    SortedSet<String> families,
    Bounds calibreMm,
    SortedSet<String> systems,
    Bounds rangeKm,
    Optional<Boolean> guided) {

  /** The families of weapons that the practice tells apart. */
  public static final List<String> FAMILIES =
      List.of(
          "small-arms",
          "crew-served",
          "anti-tank",
          "tank",
          "armoured-vehicle",
          "mortar",
          "tube-artillery",
          "mlrs",
          "tactical-missile",
          "cruise-or-ballistic",
          "aircraft",
          "helicopter",
          "uav-recon",
          "uav-fpv",
          "uav-one-way",
          "uav-dropper",
          "glide-bomb",
          "air-defence",
          "mine",
          "ied",
          "electronic-warfare",
          "naval",
          "other");

  public WeaponClass {
    families = Collections.unmodifiableSortedSet(new TreeSet<>(families));
    systems = Collections.unmodifiableSortedSet(new TreeSet<>(systems));
  }

  /**
   * Bounds of a whole number.
   *
   * @param atLeast inclusive
   * @param below exclusive
   */
  public record Bounds(OptionalInt atLeast, OptionalInt below) {
    /** No bounds. */
    public static final Bounds NONE = new Bounds(OptionalInt.empty(), OptionalInt.empty());

    public Bounds {
      if (atLeast.isPresent() && below.isPresent() && atLeast.getAsInt() >= below.getAsInt()) {
        throw new IllegalArgumentException(
            "at-least %d does not lie below %d".formatted(atLeast.getAsInt(), below.getAsInt()));
      }
    }

    boolean contains(int value) {
      return value >= atLeast.orElse(Integer.MIN_VALUE) && value < below.orElse(Integer.MAX_VALUE);
    }

    /** Returns the values at which belonging to the bounds changes. */
    public SortedSet<Integer> steps() {
      SortedSet<Integer> steps = new TreeSet<>();
      atLeast.ifPresent(steps::add);
      below.ifPresent(steps::add);
      return steps;
    }
  }

  /**
   * Returns whether a weapon of which everything is known belongs to the class; a family or system
   * that is not known counts as none that the class names.
   */
  public boolean contains(Weapon weapon) {
    return (families.isEmpty() || weapon.family().map(families::contains).orElse(false))
        && (systems.isEmpty() || weapon.system().map(systems::contains).orElse(false))
        && calibreMm.contains(weapon.calibreMm().least())
        && (rangeKm.equals(Bounds.NONE) || rangeKm.contains(weapon.rangeKm().orElse(-1)))
        && guided.map(must -> weapon.guided().equals(Optional.of(must))).orElse(true);
  }
}
