package org.truce.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.truce.agreement.WeaponClass;
import org.truce.assessment.Aspect.Alternative;
import org.truce.conduct.Weapon;

/**
 * To which of the classes that a clause names a weapon belongs; all classes are tried as one set.
 *
 * <p>Where an account says of one weapon what excludes each other, each is tried.
 */
final class WeaponAspect {
  private static final String ANOTHER = "another system";

  private WeaponAspect() {}

  static Aspect<SortedSet<String>> of(Collection<Weapon> said, List<WeaponClass> classes) {
    Set<Alternative<SortedSet<String>>> alternatives = new LinkedHashSet<>();
    for (Weapon weapon : possible(said)) {
      for (Weapon known : completions(weapon, classes)) {
        SortedSet<String> fits = new TreeSet<>();
        classes.stream().filter(each -> each.contains(known)).forEach(each -> fits.add(each.id()));
        String words = fits.isEmpty() ? "a weapon of none of the classes" : "a weapon of " + fits;
        alternatives.add(Alternative.of(fits, Fact.WEAPON, words));
      }
    }
    return new Aspect<>(List.copyOf(alternatives));
  }

  /** What all say together, or, where that excludes each other, what each says. */
  private static Collection<Weapon> possible(Collection<Weapon> said) {
    Optional<Weapon> common = Optional.of(Weapon.UNKNOWN);
    for (Weapon weapon : said) {
      common = common.flatMap(so -> so.and(weapon));
    }
    return common.<Collection<Weapon>>map(List::of).orElse(said);
  }

  private static List<Weapon> completions(Weapon weapon, List<WeaponClass> classes) {
    List<Weapon> all = List.of(weapon);
    all = each(all, known -> families(known, classes), WeaponAspect::ofFamily);
    all = each(all, known -> systems(known, classes), WeaponAspect::ofSystem);
    all = each(all, known -> calibres(known, classes), WeaponAspect::ofCalibre);
    all = each(all, known -> ranges(known, classes), WeaponAspect::ofRange);
    return each(all, known -> guidances(known, classes), WeaponAspect::ofGuidance);
  }

  private static <T> List<Weapon> each(
      List<Weapon> weapons,
      Function<Weapon, List<T>> choices,
      java.util.function.BiFunction<Weapon, T, Weapon> with) {
    List<Weapon> all = new ArrayList<>();
    for (Weapon weapon : weapons) {
      List<T> values = choices.apply(weapon);
      if (values.isEmpty()) {
        all.add(weapon);
      }
      values.forEach(value -> all.add(with.apply(weapon, value)));
    }
    return all;
  }

  private static List<String> families(Weapon weapon, List<WeaponClass> classes) {
    boolean matters = classes.stream().anyMatch(each -> !each.families().isEmpty());
    return weapon.family().isPresent() || !matters ? List.of() : WeaponClass.FAMILIES;
  }

  private static List<String> systems(Weapon weapon, List<WeaponClass> classes) {
    SortedSet<String> named = new TreeSet<>();
    classes.forEach(each -> named.addAll(each.systems()));
    if (weapon.system().isPresent() || named.isEmpty()) {
      return List.of();
    }
    named.add(ANOTHER);
    return List.copyOf(named);
  }

  /** One calibre of each stretch in which no class begins or ends. */
  private static List<Integer> calibres(Weapon weapon, List<WeaponClass> classes) {
    SortedSet<Integer> tried = new TreeSet<>(Set.of(weapon.calibreMm().least()));
    classes.forEach(each -> tried.addAll(each.calibreMm().steps()));
    tried.removeIf(
        value -> value < weapon.calibreMm().least() || value > weapon.calibreMm().most());
    return List.copyOf(tried);
  }

  private static List<Integer> ranges(Weapon weapon, List<WeaponClass> classes) {
    SortedSet<Integer> tried = new TreeSet<>();
    classes.forEach(each -> tried.addAll(each.rangeKm().steps()));
    if (weapon.rangeKm().isPresent() || tried.isEmpty()) {
      return List.of();
    }
    tried.add(0);
    return List.copyOf(tried);
  }

  private static List<Boolean> guidances(Weapon weapon, List<WeaponClass> classes) {
    boolean matters = classes.stream().anyMatch(each -> each.guided().isPresent());
    return weapon.guided().isPresent() || !matters ? List.of() : List.of(true, false);
  }

  private static Weapon ofFamily(Weapon weapon, String family) {
    return new Weapon(
        Optional.of(family),
        weapon.calibreMm(),
        weapon.system(),
        weapon.rangeKm(),
        weapon.guided());
  }

  private static Weapon ofSystem(Weapon weapon, String system) {
    return new Weapon(
        weapon.family(),
        weapon.calibreMm(),
        Optional.of(system),
        weapon.rangeKm(),
        weapon.guided());
  }

  private static Weapon ofCalibre(Weapon weapon, int millimetres) {
    return new Weapon(
        weapon.family(),
        new Weapon.Calibre(millimetres, millimetres),
        weapon.system(),
        weapon.rangeKm(),
        weapon.guided());
  }

  private static Weapon ofRange(Weapon weapon, int kilometres) {
    return new Weapon(
        weapon.family(),
        weapon.calibreMm(),
        weapon.system(),
        OptionalInt.of(kilometres),
        weapon.guided());
  }

  private static Weapon ofGuidance(Weapon weapon, boolean guided) {
    return new Weapon(
        weapon.family(),
        weapon.calibreMm(),
        weapon.system(),
        weapon.rangeKm(),
        Optional.of(guided));
  }
}
