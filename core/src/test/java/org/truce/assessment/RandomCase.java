package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Against;
import org.truce.agreement.Clause.Burden;
import org.truce.agreement.Reading;
import org.truce.agreement.Roster;
import org.truce.agreement.Standing;
import org.truce.agreement.TermOfForce;
import org.truce.agreement.TermOfForce.Bound;
import org.truce.conduct.Actor;
import org.truce.conduct.Kinds;
import org.truce.conduct.Parties;
import org.truce.conduct.Taxonomy;
import org.truce.conduct.Weapon;
import org.truce.place.Place;
import org.truce.place.RegionCode;
import org.truce.time.TimeSpan;

/**
 * A made-up clause and a made-up account of a happening, each open in random ways.
 *
 * <p>Times lie on whole hours from {@link #ZERO}; places are regions of {@link SmallWorld}; A and B
 * are parties, X is excluded, N is not bound, of G nothing is stated, and U may be B or X.
 *
 * @param said what the account says
 * @param term from when until when the clause applies
 * @param area where it applies
 * @param act what it forbids
 * @param bound whom it binds
 * @param standing how G stands, once that is known
 * @param exceptions to what the clause is subject
 * @param rule what else decides
 */
record RandomCase(
    Facts said,
    TermOfForce term,
    SmallWorld.Extent area,
    Clause.Prohibition.Act act,
    SortedSet<String> bound,
    Optional<Standing> standing,
    List<Claimed> exceptions,
    Clause.Prohibition.Rule rule) {

  static final Instant ZERO = Instant.parse("2025-04-10T00:00:00Z");
  static final List<String> NAMES = List.of("A", "B", "X", "N", "G", "U");
  private static final List<String> CONDUCTS =
      List.of("conduct", "hostilities", "attack", "shelling", "mortar-fire", "raid", "advance");
  private static final List<String> TARGETS =
      List.of("target", "civilian", "energy-object", "substation", "market-or-shop");

  /** An exception and how far it has come. */
  record Claimed(Clause.Permission permission, ExceptionState state) {}

  static RandomCase of(RandomGenerator random) {
    Facts said =
        new Facts(
            span(random),
            place(random),
            kinds(Taxonomy.CONDUCT, CONDUCTS, random),
            kinds(Taxonomy.TARGETS, TARGETS, random),
            encounters(random));
    return new RandomCase(
        said,
        term(random),
        SmallWorld.Extent.of(random),
        new Clause.Prohibition.Act(
            kinds(Taxonomy.CONDUCT, CONDUCTS, random),
            kinds(Taxonomy.TARGETS, TARGETS, random),
            against(random)),
        some(List.of("A", "B"), random),
        Optional.empty(),
        exceptions(random),
        new Clause.Prohibition.Rule.Plain());
  }

  private static Instant hour(int hour) {
    return ZERO.plus(Duration.ofHours(hour));
  }

  private static TimeSpan span(RandomGenerator random) {
    int from = random.nextInt(0, 200);
    int hours = random.nextInt(4) == 0 ? random.nextInt(1, 120) : random.nextInt(1, 6);
    return new TimeSpan(hour(from), hour(from + hours));
  }

  private static TermOfForce term(RandomGenerator random) {
    int start = random.nextInt(0, 100);
    Optional<Bound> end =
        random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(bound(start + random.nextInt(30, 90), random));
    return new TermOfForce(bound(start, random), end);
  }

  private static Bound bound(int hour, RandomGenerator random) {
    Instant latest =
        random.nextBoolean() ? hour(hour) : hour(hour + 24).minus(1, ChronoUnit.MICROS);
    return new Bound(hour(hour), latest, ZoneOffset.UTC, "");
  }

  private static Place place(RandomGenerator random) {
    if (random.nextInt(6) == 0) {
      return Place.anywhere();
    }
    SortedSet<RegionCode> codes = new TreeSet<>();
    some(SmallWorld.CODES, random).forEach(code -> codes.add(new RegionCode(code)));
    return new Place.InRegions(codes);
  }

  private static Kinds kinds(Taxonomy taxonomy, List<String> codes, RandomGenerator random) {
    Kinds one = taxonomy.mostSpecific(codes.get(random.nextInt(codes.size())));
    return random.nextInt(3) == 0
        ? Kinds.union(List.of(one, taxonomy.mostSpecific(codes.get(random.nextInt(codes.size())))))
        : one;
  }

  private static Encounters encounters(RandomGenerator random) {
    Roster roster = roster(Optional.empty());
    SortedSet<Actor> one = actors(random);
    SortedSet<Actor> other = actors(random);
    SortedSet<Actor> notBy = random.nextInt(5) == 0 ? actors(random) : new TreeSet<>();
    Parties parties =
        switch (random.nextInt(4)) {
          case 0 -> new Parties.Clash(one, other);
          case 1 -> new Parties.Named(one, new TreeSet<>());
          case 2 -> new Parties.Named(new TreeSet<>(), other);
          default -> new Parties.Named(one, other);
        };
    return Encounters.of(parties, notBy, roster);
  }

  private static SortedSet<Actor> actors(RandomGenerator random) {
    SortedSet<Actor> actors = new TreeSet<>();
    int count = random.nextInt(1, 3);
    for (int i = 0; i < count; i++) {
      actors.add(new Actor(NAMES.get(random.nextInt(NAMES.size()))));
    }
    return actors;
  }

  private static Against against(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Against.Anyone();
      case 1 -> new Against.TheOtherParties();
      case 2 -> new Against.Named(some(List.of("A", "B"), random), new TreeSet<>());
      default -> new Against.Named(new TreeSet<>(Set.of("B")), new TreeSet<>(Set.of("G")));
    };
  }

  private static List<Claimed> exceptions(RandomGenerator random) {
    List<Claimed> exceptions = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      Optional<Burden> burden =
          random.nextBoolean()
              ? Optional.empty()
              : Optional.of(List.copyOf(EnumSet.allOf(Burden.class)).get(random.nextInt(2)));
      exceptions.add(
          new Claimed(
              new Clause.Permission(
                  new Clause.Text("exception-" + i, "", Optional.empty()),
                  kinds(Taxonomy.CONDUCT, CONDUCTS, random),
                  some(List.of("A", "B"), random),
                  "",
                  burden),
              List.copyOf(EnumSet.allOf(ExceptionState.class)).get(random.nextInt(4))));
    }
    return exceptions;
  }

  private static SortedSet<String> some(List<String> from, RandomGenerator random) {
    SortedSet<String> chosen = new TreeSet<>();
    while (chosen.isEmpty()) {
      from.stream().filter(each -> random.nextInt(3) == 0).forEach(chosen::add);
    }
    return chosen;
  }

  private static Roster roster(Optional<Standing> standingOfG) {
    Map<String, Roster.Party> parties = new LinkedHashMap<>();
    parties.put("A", new Roster.Party("A", List.of(), List.of()));
    parties.put("B", new Roster.Party("B", List.of(), List.of()));
    Map<String, Roster.Other> others = new LinkedHashMap<>();
    others.put("X", other(Optional.of(new Standing.Excluded()), List.of()));
    others.put("N", other(Optional.of(new Standing.NotBound()), List.of()));
    others.put("G", other(standingOfG.or(() -> Optional.of(new Standing.NotStated())), List.of()));
    others.put("U", other(Optional.empty(), List.of("B", "X")));
    return new Roster(parties, others);
  }

  private static Roster.Other other(Optional<Standing> standing, List<String> umbrellaOf) {
    return new Roster.Other(standing, umbrellaOf, List.of(), Optional.empty());
  }

  /** Returns what the engine says. */
  Outcome judged() {
    return judged(Map.of());
  }

  /** Returns what the engine says when notice was given then. */
  Outcome judged(Map<String, TimeSpan> notices) {
    Agreement agreement = agreement(List.of(this));
    return new Judge(agreement, agreement.readings().getFirst(), agreement.prohibition("clause"))
        .judge(List.of(said), states(), notices);
  }

  /** Returns how far each exception has come. */
  Map<String, ExceptionState> states() {
    Map<String, ExceptionState> states = new TreeMap<>();
    exceptions.forEach(each -> states.put(each.permission().id(), each.state()));
    return states;
  }

  private Map<String, Clause> clauses() {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    exceptions.forEach(each -> clauses.put(each.permission().id(), each.permission()));
    clauses.put(
        "clause",
        new Clause.Prohibition(
            new Clause.Text("clause", "", Optional.empty()),
            act,
            bound,
            area.area(),
            List.copyOf(clauses.keySet()),
            rule));
    return clauses;
  }

  /** Returns an agreement whose only reading leaves open which of the ways is meant. */
  Agreement agreement(List<RandomCase> ways) {
    Map<String, Clause> clauses = clauses();
    List<Reading.Alternative> alternatives = new ArrayList<>();
    for (RandomCase way : ways.size() == 1 ? List.<RandomCase>of() : ways) {
      alternatives.add(
          new Reading.Alternative(
              new TreeMap<>(Map.of("way", String.valueOf(alternatives.size()))),
              way.term(),
              way.clauses()));
    }
    Reading reading =
        new Reading(
            "reading",
            new Reading.Asserted("", "", ""),
            term,
            List.copyOf(clauses.keySet()),
            Optional.empty(),
            alternatives);
    return new Agreement(
        new Agreement.Heading(
            "made-up",
            "",
            "",
            Agreement.Kind.PRELIMINARY,
            Agreement.Authenticity.OFFICIAL,
            Optional.empty()),
        roster(standing),
        List.of(reading),
        clauses,
        Map.of());
  }

  /** Returns the same happening under another text, which some of the time differs in little. */
  RandomCase meant(RandomCase other, RandomGenerator random) {
    return new RandomCase(
        said,
        random.nextBoolean() ? term : other.term,
        random.nextBoolean() ? area : other.area,
        random.nextBoolean() ? act : other.act,
        random.nextBoolean() ? bound : other.bound,
        standing,
        exceptions,
        rule);
  }

  /** Returns a mortar of A firing at B, in AA-1, which the clause forbids there at any time. */
  RandomCase certain(TermOfForce force) {
    Kinds fire = Taxonomy.CONDUCT.mostSpecific("mortar-fire");
    Facts mortar =
        new Facts(
            said.when(),
            in("AA-1"),
            fire,
            Taxonomy.TARGETS.mostSpecific("substation"),
            Encounters.of(
                new Parties.Named(
                    new TreeSet<>(Set.of(new Actor("A"))), new TreeSet<>(Set.of(new Actor("B")))),
                new TreeSet<>(),
                roster(standing)));
    return new RandomCase(
        mortar,
        force,
        new SmallWorld.Extent(new TreeSet<>(Set.of("AA-1")), false, Optional.empty()),
        new Clause.Prohibition.Act(fire, Taxonomy.TARGETS.anything(), new Against.Anyone()),
        new TreeSet<>(Set.of("A")),
        standing,
        List.of(),
        rule);
  }

  RandomCase ruledBy(Clause.Prohibition.Rule other) {
    return new RandomCase(said, term, area, act, bound, standing, exceptions, other);
  }

  RandomCase with(Set<Weapon> weapons) {
    return with(
        new Facts(
            said.when(), said.where(), said.conduct(), said.target(), said.encounters(), weapons));
  }

  RandomCase at(TimeSpan when) {
    return saying(when, said.where(), said.encounters());
  }

  /** Returns the case with some facts known to be as in that world. */
  RandomCase knowing(Set<Fact> facts, ConcreteWorld world) {
    RandomCase known = this;
    for (Fact fact : facts) {
      known = known.knowing(fact, world);
    }
    return known;
  }

  private RandomCase knowing(Fact fact, ConcreteWorld world) {
    return switch (fact) {
      case TIME -> saying(at(world.time()), said.where(), said.encounters());
      case PLACE -> saying(said.when(), in(world.region()), said.encounters());
      case CONDUCT -> ofKind(only(world.conduct()), said.target());
      case TARGET -> ofKind(said.conduct(), only(world.target()));
      case AUTHOR -> saying(said.when(), said.where(), narrowed(by(world)));
      case AGAINST -> saying(said.when(), said.where(), narrowed(against(world)));
      case ENTRY_INTO_FORCE ->
          under(new TermOfForce(exactly(world.start()), term.end()), area, standing, exceptions);
      case END_OF_FORCE ->
          under(
              new TermOfForce(term.start(), world.end().map(RandomCase::exactly)),
              area,
              standing,
              exceptions);
      case BOUNDARY -> under(term, area.decided(world.disputedIsOurs()), standing, exceptions);
      case STANDING -> under(term, area, Optional.of(world.standing()), exceptions);
      case EXCEPTION -> under(term, area, standing, decided(world));
      case WEAPON, NOTICE, OPEN_VALUE -> this;
    };
  }

  private RandomCase saying(TimeSpan when, Place where, Encounters who) {
    return with(new Facts(when, where, said.conduct(), said.target(), who));
  }

  private RandomCase ofKind(Kinds conduct, Kinds target) {
    return with(new Facts(said.when(), said.where(), conduct, target, said.encounters()));
  }

  private RandomCase with(Facts facts) {
    return new RandomCase(facts, term, area, act, bound, standing, exceptions, rule);
  }

  private RandomCase under(
      TermOfForce force,
      SmallWorld.Extent extent,
      Optional<Standing> standingOfG,
      List<Claimed> claimed) {
    return new RandomCase(said, force, extent, act, bound, standingOfG, claimed, rule);
  }

  private Encounters narrowed(Encounters known) {
    return said.encounters().and(known).orElseThrow();
  }

  private static TimeSpan at(Instant time) {
    return new TimeSpan(time, time.plus(1, ChronoUnit.MICROS));
  }

  private static Place in(String region) {
    return new Place.InRegions(new TreeSet<>(Set.of(new RegionCode(region))));
  }

  private static Bound exactly(Instant instant) {
    return new Bound(instant, instant, ZoneOffset.UTC, "");
  }

  private static Kinds only(String code) {
    return new Kinds(new TreeSet<>(Set.of(code)));
  }

  private static Encounters by(ConcreteWorld world) {
    return new Encounters(
        Set.of(
            new Encounters.Block(
                Optional.of(new TreeSet<>(Set.of(world.author()))),
                new TreeSet<>(),
                Optional.empty())));
  }

  private static Encounters against(ConcreteWorld world) {
    return new Encounters(
        Set.of(
            new Encounters.Block(
                Optional.empty(),
                new TreeSet<>(),
                Optional.of(new TreeSet<>(Set.of(world.against()))))));
  }

  private List<Claimed> decided(ConcreteWorld world) {
    return exceptions.stream()
        .map(
            each ->
                ConcreteWorld.isOpen(each)
                    ? new Claimed(
                        each.permission(),
                        world.holding().contains(each.permission().id())
                            ? ExceptionState.SHOWN
                            : ExceptionState.REFUTED)
                    : each)
        .toList();
  }

  /** Returns the same case with vaguer facts of the happening. */
  RandomCase vaguer(RandomGenerator random) {
    TimeSpan longer =
        new TimeSpan(
            said.when().from().minus(Duration.ofHours(random.nextInt(0, 48))),
            said.when().to().plus(Duration.ofHours(random.nextInt(0, 48))));
    Set<Encounters.Block> blocks = new LinkedHashSet<>(said.encounters().blocks());
    blocks.addAll(encounters(random).blocks());
    Kinds other = kinds(Taxonomy.CONDUCT, CONDUCTS, random);
    return with(
        new Facts(
            random.nextBoolean() ? longer : said.when(),
            random.nextBoolean() ? either(said.where(), place(random)) : said.where(),
            random.nextBoolean() ? Kinds.union(List.of(said.conduct(), other)) : said.conduct(),
            random.nextBoolean() ? Taxonomy.TARGETS.anything() : said.target(),
            random.nextBoolean() ? new Encounters(blocks) : said.encounters()));
  }

  private static Place either(Place one, Place other) {
    if (one instanceof Place.InRegions a && other instanceof Place.InRegions b) {
      SortedSet<RegionCode> both = new TreeSet<>(a.codes());
      both.addAll(b.codes());
      return new Place.InRegions(both);
    }
    return Place.anywhere();
  }
}
