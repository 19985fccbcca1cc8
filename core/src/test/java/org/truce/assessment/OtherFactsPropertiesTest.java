package org.truce.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause.Prohibition.Rule;
import org.truce.agreement.TermOfForce;
import org.truce.agreement.TermOfForce.Bound;
import org.truce.agreement.WeaponClass;
import org.truce.agreement.WeaponClass.Bounds;
import org.truce.assessment.Outcome.Kind;
import org.truce.conduct.Weapon;
import org.truce.provenance.Side;
import org.truce.time.TimeSpan;

/**
 * What must hold where a weapon, a notice or a value of the text is open: an outcome is determined
 * exactly if it is the same however they turn out. Each is compared with a plain reading that tries
 * every way; the number of a case is its seed.
 */
class OtherFactsPropertiesTest {
  private static final long TRIALS = Math.max(100, Long.getLong("truce.trials", 100_000L) / 10);
  private static final List<String> FAMILIES = List.of("tank", "mortar", "mlrs", "other");
  private static final List<String> SYSTEMS = List.of("Grad", "Uragan", "something else");
  private static final List<Integer> CALIBRES =
      List.of(0, 81, 82, 99, 100, 101, 121, 122, 152, 10_000);
  private static final List<Integer> RANGES = List.of(0, 49, 50, 59, 60, 61, 100);

  private static void holds(java.util.function.Predicate<SplittableRandom> isDetermined) {
    long determined =
        LongStream.range(0, TRIALS)
            .parallel()
            .filter(seed -> isDetermined.test(new SplittableRandom(seed)))
            .count();
    assertThat(determined).as("cases of both kinds").isBetween(TRIALS / 10, TRIALS * 9 / 10);
  }

  private static <T> T pick(List<T> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }

  private static <T> Optional<T> perhaps(List<T> from, RandomGenerator random) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(pick(from, random));
  }

  private static Kind expected(Set<Kind> possible) {
    return possible.size() == 1 ? possible.iterator().next() : Kind.UNDETERMINED;
  }

  /** A case in which nothing is open but what the rule looks at. */
  private static RandomCase certain(RandomGenerator random, Rule rule) {
    Instant start = RandomCase.ZERO.minus(Duration.ofDays(300));
    return RandomCase.of(random)
        .certain(new TermOfForce(new Bound(start, start, ZoneOffset.UTC, ""), Optional.empty()))
        .ruledBy(rule);
  }

  // --- weapons

  private static Bounds bounds(int least, int below, RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Bounds(OptionalInt.of(least), OptionalInt.empty());
      case 1 -> new Bounds(OptionalInt.empty(), OptionalInt.of(below));
      default -> Bounds.NONE;
    };
  }

  private static WeaponClass weaponClass(int number, RandomGenerator random) {
    SortedSet<String> families = new TreeSet<>();
    SortedSet<String> systems = new TreeSet<>();
    perhaps(FAMILIES.subList(0, 3), random).ifPresent(families::add);
    perhaps(FAMILIES.subList(0, 3), random).ifPresent(families::add);
    if (random.nextInt(4) == 0) {
      systems.add(pick(SYSTEMS.subList(0, 2), random));
    }
    return new WeaponClass(
        "class-" + number,
        families,
        bounds(100, 122, random),
        systems,
        bounds(50, 60, random),
        random.nextInt(4) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty());
  }

  private static Weapon weapon(RandomGenerator random) {
    int least = pick(CALIBRES, random);
    int most = pick(CALIBRES, random);
    Optional<Integer> range = perhaps(RANGES, random);
    return new Weapon(
        perhaps(FAMILIES, random),
        new Weapon.Calibre(Math.min(least, most), Math.max(least, most)),
        perhaps(SYSTEMS, random),
        range.map(OptionalInt::of).orElse(OptionalInt.empty()),
        perhaps(List.of(true, false), random));
  }

  /** Returns whether it belongs to the class when everything is known, by the words of the docs. */
  private static boolean belongs(
      WeaponClass of, String family, String system, int calibre, int range, boolean guided) {
    return (of.families().isEmpty() || of.families().contains(family))
        && (of.systems().isEmpty() || of.systems().contains(system))
        && within(of.calibreMm(), calibre)
        && within(of.rangeKm(), range)
        && of.guided().orElse(guided) == guided;
  }

  private static boolean within(Bounds bounds, int value) {
    return value >= bounds.atLeast().orElse(0) && value < bounds.below().orElse(1_000_000);
  }

  private static Set<Kind> verdicts(Weapon said, List<WeaponClass> classes) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String family : said.family().map(List::of).orElse(FAMILIES)) {
      for (String system : said.system().map(List::of).orElse(SYSTEMS)) {
        for (int range : said.rangeKm().isPresent() ? List.of(said.rangeKm().getAsInt()) : RANGES) {
          for (boolean guided : said.guided().map(List::of).orElse(List.of(true, false))) {
            for (int calibre : CALIBRES) {
              if (calibre >= said.calibreMm().least() && calibre <= said.calibreMm().most()) {
                kinds.add(
                    classes.stream()
                            .anyMatch(of -> belongs(of, family, system, calibre, range, guided))
                        ? Kind.PRIMA_FACIE_BREACH
                        : Kind.NOT_COVERED);
              }
            }
          }
        }
      }
    }
    return kinds;
  }

  @Test
  void aWeaponDecidesExactlyIfEverythingItCanBeIsJudgedAlike() {
    holds(
        random -> {
          List<WeaponClass> classes = new ArrayList<>();
          for (int i = random.nextInt(1, 4); i > 0; i--) {
            classes.add(weaponClass(i, random));
          }
          Weapon said = weapon(random);
          Outcome judged = certain(random, new Rule.Weapons(classes)).with(Set.of(said)).judged();
          Kind byHand = expected(verdicts(said, classes));
          assertThat(judged.kind()).as("%s by %s", said, classes).isEqualTo(byHand);
          if (judged instanceof Outcome.Undetermined open) {
            assertThat(open.missing()).containsExactly(Fact.WEAPON);
          }
          return byHand != Kind.UNDETERMINED;
        });
  }

  // --- notices

  private static List<Instant> moments(TimeSpan span) {
    List<Instant> all = new ArrayList<>();
    for (Instant at = span.from(); at.isBefore(span.to()); at = at.plus(Duration.ofMinutes(30))) {
      all.add(at);
    }
    all.add(span.to().minus(1, ChronoUnit.MICROS));
    return all;
  }

  private static TimeSpan span(int from, int hours) {
    Instant start = RandomCase.ZERO.plus(Duration.ofHours(from));
    return new TimeSpan(start, start.plus(Duration.ofHours(hours)));
  }

  @Test
  void aNoticeDecidesExactlyIfItIsEarlyEnoughHoweverTimesFall() {
    holds(
        random -> {
          Duration lead = Duration.ofHours(random.nextInt(1, 72));
          TimeSpan when = span(100, random.nextInt(1, 13));
          TimeSpan given =
              span(100 - (int) lead.toHours() + random.nextInt(-14, 14), random.nextInt(1, 13));
          Set<Kind> possible = EnumSet.noneOf(Kind.class);
          for (Instant at : moments(when)) {
            for (Instant notice : moments(given)) {
              possible.add(
                  notice.plus(lead).isAfter(at) ? Kind.PRIMA_FACIE_BREACH : Kind.NO_BREACH);
            }
          }
          RandomCase made = certain(random, new Rule.Notice(lead, "the coordinator")).at(when);
          Kind byHand = expected(possible);
          assertThat(made.judged(Map.of("clause", given)).kind())
              .as("at %s, notice %s, %s before", when, given, lead)
              .isEqualTo(byHand);
          assertThat(made.judged(Map.of()).kind()).isEqualTo(Kind.PRIMA_FACIE_BREACH);
          return byHand != Kind.UNDETERMINED;
        });
  }

  // --- values that the text leaves open

  @Test
  void anOpenValueDecidesExactlyIfEveryWayOfMeaningItLeadsToTheSame() {
    holds(
        random -> {
          RandomCase first = RandomCase.of(random);
          while (!ConcreteWorld.isPossible(first)) {
            first = RandomCase.of(random);
          }
          List<RandomCase> ways = new ArrayList<>(List.of(first));
          for (int i = random.nextInt(1, 3); i > 0; i--) {
            ways.add(first.meant(RandomCase.of(random), random));
          }
          Set<Kind> possible = EnumSet.noneOf(Kind.class);
          ways.forEach(way -> possible.addAll(ConcreteWorld.verdicts(way)));
          Agreement agreement = first.agreement(ways);
          Finding finding =
              new Assessor(agreement, SmallWorld.ATLAS)
                  .finding(
                      1,
                      agreement.readings().getFirst(),
                      agreement.prohibition("clause"),
                      List.of(
                          new Account(
                              Side.NEUTRAL,
                              List.of(first.said()),
                              List.of(),
                              new TreeMap<>(first.states()))));
          Kind byHand = expected(possible);
          assertThat(finding.headline()).as("%s", ways).isEqualTo(byHand);
          return byHand != Kind.UNDETERMINED;
        });
  }
}
