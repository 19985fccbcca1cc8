package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.truce.agreement.Clause.Against;
import org.truce.agreement.Clause.Burden;
import org.truce.agreement.Standing;
import org.truce.agreement.TermOfForce.Bound;
import org.truce.assessment.Outcome.Kind;
import org.truce.conduct.Actor;
import org.truce.conduct.Encounter;
import org.truce.place.Place;
import org.truce.place.RegionCode;
import org.truce.time.TimeSpan;

/**
 * One way in which everything that a {@link RandomCase} leaves open can be, and what a clause says
 * when nothing is open. Written from the definition, without the engine's classes of completions.
 */
record ConcreteWorld(
    Instant time,
    Instant start,
    Optional<Instant> end,
    String region,
    boolean disputedIsOurs,
    String conduct,
    String target,
    Actor author,
    Actor against,
    Standing standing,
    SortedSet<String> holding) {

  private static final List<Standing> STANDINGS =
      List.of(new Standing.Bound("A"), new Standing.Bound("B"), new Standing.NotBound());

  static ConcreteWorld of(RandomCase given, RandomGenerator random) {
    Encounter who = pick(encounters(given), random);
    return new ConcreteWorld(
        pick(hours(given.said().when()), random),
        pick(hours(given.term().start()), random),
        given.term().end().map(end -> pick(hours(end), random)),
        pick(regions(given.said().where()), random),
        random.nextBoolean(),
        pick(List.copyOf(given.said().conduct().codes()), random),
        pick(List.copyOf(given.said().target().codes()), random),
        who.author(),
        who.against(),
        given.standing().orElse(pick(STANDINGS, random)),
        pick(holding(given), random));
  }

  private static <T> T pick(List<T> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }

  /** Every whole hour that lies inside, the last moment of a floating bound too. */
  private static List<Instant> hours(TimeSpan span) {
    List<Instant> hours = new ArrayList<>();
    for (Instant at = span.from(); at.isBefore(span.to()); at = at.plus(Duration.ofHours(1))) {
      hours.add(at);
      if (at.plus(Duration.ofMinutes(30)).isBefore(span.to())) {
        hours.add(at.plus(Duration.ofMinutes(30)));
      }
    }
    return hours;
  }

  private static List<Instant> hours(Bound bound) {
    if (bound.isExact()) {
      return List.of(bound.earliest());
    }
    List<Instant> hours = hours(new TimeSpan(bound.earliest(), bound.latest()));
    hours.add(bound.latest());
    return hours;
  }

  private static List<String> regions(Place place) {
    return place instanceof Place.InRegions in
        ? in.codes().stream().map(RegionCode::toString).toList()
        : SmallWorld.CODES;
  }

  private static List<Encounter> encounters(RandomCase given) {
    List<Actor> anybody = List.of(new Actor("A"), new Actor("B"), Actor.SOMEBODY);
    List<Encounter> all = new ArrayList<>();
    for (Encounters.Block block : given.said().encounters().blocks()) {
      for (Actor author : block.by().map(List::copyOf).orElse(anybody)) {
        for (Actor against : block.against().map(List::copyOf).orElse(anybody)) {
          if (!block.notBy().contains(author)) {
            all.add(new Encounter(author, against));
          }
        }
      }
    }
    return all;
  }

  static boolean isPossible(RandomCase given) {
    return !encounters(given).isEmpty();
  }

  static boolean isOpen(RandomCase.Claimed exception) {
    return exception.state() == ExceptionState.CLAIMED && exception.permission().burden().isEmpty();
  }

  private static List<SortedSet<String>> holding(RandomCase given) {
    List<SortedSet<String>> ways = new ArrayList<>(List.of(new TreeSet<>()));
    for (RandomCase.Claimed exception : given.exceptions()) {
      String id = exception.permission().id();
      boolean surely =
          exception.state() == ExceptionState.SHOWN
              || (exception.state() == ExceptionState.CLAIMED
                  && exception.permission().burden().equals(Optional.of(Burden.THE_ACCUSER)));
      List<SortedSet<String>> with =
          ways.stream()
              .map(
                  way -> {
                    SortedSet<String> more = new TreeSet<>(way);
                    more.add(id);
                    return more;
                  })
              .toList();
      if (surely) {
        ways = new ArrayList<>(with);
      } else if (isOpen(exception)) {
        ways.addAll(with);
      }
    }
    return ways;
  }

  /** Returns what the clause of the case says in this world, where nothing is open. */
  Kind verdict(RandomCase given) {
    Optional<String> authorParty = party(author);
    boolean covered =
        !time.isBefore(start)
            && end.map(time::isBefore).orElse(true)
            && given.area().applies(region, disputedIsOurs)
            && given.act().conduct().codes().contains(conduct)
            && given.act().target().codes().contains(target)
            && authorParty.map(given.bound()::contains).orElse(false)
            && isProtected(given.act().against(), authorParty);
    if (!covered) {
      return Kind.NOT_COVERED;
    }
    boolean excused =
        given.exceptions().stream()
            .map(RandomCase.Claimed::permission)
            .anyMatch(
                permission ->
                    holding.contains(permission.id())
                        && permission.conduct().codes().contains(conduct)
                        && permission.by().contains(authorParty.orElseThrow()));
    return excused ? Kind.NO_BREACH : Kind.PRIMA_FACIE_BREACH;
  }

  private Optional<String> party(Actor actor) {
    return switch (actor.name()) {
      case "A", "B" -> Optional.of(actor.name());
      case "G" ->
          standing instanceof Standing.Bound bound ? Optional.of(bound.party()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private boolean isProtected(Against protectedOnes, Optional<String> authorParty) {
    Optional<String> other = party(against);
    return switch (protectedOnes) {
      case Against.Anyone anyone -> true;
      case Against.TheOtherParties others -> other.isPresent() && !other.equals(authorParty);
      case Against.Named named ->
          other.map(named.parties()::contains).orElse(false)
              || named.actors().contains(against.name());
    };
  }

  /** Returns every verdict that some world gives. */
  static Set<Kind> verdicts(RandomCase given) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (List<Instant> force : oneInForceAndOneNot(given)) {
      worlds(given, force).forEach(world -> kinds.add(world.verdict(given)));
    }
    return kinds;
  }

  /**
   * Returns worlds that the clause covers, one by one; of moments and bounds those that lie at the
   * ends of what is open, since only their order matters.
   */
  static Stream<ConcreteWorld> covered(RandomCase given) {
    return telling(given)
        .filter(ConcreteWorld::isInForce)
        .flatMap(force -> worlds(given, force).stream())
        .filter(world -> world.verdict(given) != Kind.NOT_COVERED);
  }

  private static Stream<List<Instant>> telling(RandomCase given) {
    Set<Instant> times = new LinkedHashSet<>();
    List<Instant> all = hours(given.said().when());
    List<Bound> bounds = new ArrayList<>(List.of(given.term().start()));
    given.term().end().ifPresent(bounds::add);
    for (Bound bound : bounds) {
      all.stream().filter(at -> !at.isBefore(bound.earliest())).findFirst().ifPresent(times::add);
      all.stream()
          .filter(at -> !at.isAfter(bound.latest()))
          .reduce((x, y) -> y)
          .ifPresent(times::add);
    }
    times.add(all.getFirst());
    times.add(all.getLast());
    return times.stream()
        .flatMap(
            time ->
                beside(time, given.term().start())
                    .flatMap(
                        start ->
                            given
                                .term()
                                .end()
                                .map(bound -> beside(time, bound).map(Optional::of))
                                .orElseGet(() -> Stream.of(Optional.empty()))
                                .map(end -> triple(time, start, end))));
  }

  /** The first and last moments of a bound, and those next to a time. */
  private static Stream<Instant> beside(Instant time, Bound bound) {
    List<Instant> all = hours(bound);
    Set<Instant> beside = new LinkedHashSet<>();
    all.stream().filter(at -> !at.isAfter(time)).reduce((x, y) -> y).ifPresent(beside::add);
    all.stream().filter(at -> at.isAfter(time)).findFirst().ifPresent(beside::add);
    beside.add(all.getFirst());
    beside.add(all.getLast());
    return beside.stream();
  }

  /** All worlds with that time, start and end, up to what the clause cannot tell apart. */
  private static List<ConcreteWorld> worlds(RandomCase given, List<Instant> force) {
    Set<String> conducts = representatives(given.said().conduct().codes(), conductClasses(given));
    Set<String> targets =
        representatives(given.said().target().codes(), List.of(given.act().target().codes()));
    List<ConcreteWorld> worlds = new ArrayList<>();
    for (String region : regions(given.said().where())) {
      for (boolean ours : List.of(true, false)) {
        for (String conduct : conducts) {
          for (String target : targets) {
            for (Encounter who : encounters(given)) {
              for (Standing standing : given.standing().map(List::of).orElse(STANDINGS)) {
                for (SortedSet<String> holding : holding(given)) {
                  worlds.add(
                      new ConcreteWorld(
                          force.get(0),
                          force.get(1),
                          force.size() == 3 ? Optional.of(force.get(2)) : Optional.empty(),
                          region,
                          ours,
                          conduct,
                          target,
                          who.author(),
                          who.against(),
                          standing,
                          holding));
                }
              }
            }
          }
        }
      }
    }
    return worlds;
  }

  private static Stream<List<Instant>> force(RandomCase given) {
    List<Optional<Instant>> ends =
        given
            .term()
            .end()
            .map(bound -> hours(bound).stream().map(Optional::of).toList())
            .orElse(List.of(Optional.empty()));
    return hours(given.said().when()).stream()
        .flatMap(
            time ->
                hours(given.term().start()).stream()
                    .flatMap(start -> ends.stream().map(end -> triple(time, start, end))));
  }

  private static List<Instant> triple(Instant time, Instant start, Optional<Instant> end) {
    List<Instant> triple = new ArrayList<>(List.of(time, start));
    end.ifPresent(triple::add);
    return triple;
  }

  private static boolean isInForce(List<Instant> force) {
    return !force.get(0).isBefore(force.get(1))
        && (force.size() < 3 || force.get(0).isBefore(force.get(2)));
  }

  private static List<List<Instant>> oneInForceAndOneNot(RandomCase given) {
    return Stream.concat(
            force(given).filter(ConcreteWorld::isInForce).limit(1),
            force(given).filter(force -> !isInForce(force)).limit(1))
        .toList();
  }

  private static List<Set<String>> conductClasses(RandomCase given) {
    List<Set<String>> classes = new ArrayList<>(List.of(given.act().conduct().codes()));
    given.exceptions().forEach(each -> classes.add(each.permission().conduct().codes()));
    return classes;
  }

  /** One code of each combination of classes. */
  private static Set<String> representatives(Set<String> codes, List<? extends Set<String>> of) {
    Set<List<Boolean>> seen = new LinkedHashSet<>();
    Set<String> chosen = new LinkedHashSet<>();
    for (String code : codes) {
      if (seen.add(of.stream().map(set -> set.contains(code)).toList())) {
        chosen.add(code);
      }
    }
    return chosen;
  }
}
