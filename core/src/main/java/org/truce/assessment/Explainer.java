package org.truce.assessment;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Prohibition.Rule;
import org.truce.agreement.LocalTimes;
import org.truce.agreement.Reading;
import org.truce.agreement.SetBack;
import org.truce.agreement.TermOfForce;
import org.truce.assessment.Explanation.Met;
import org.truce.assessment.Explanation.Reasons;
import org.truce.conduct.Encounter;
import org.truce.conduct.Kinds;
import org.truce.conduct.Taxonomy;
import org.truce.place.Place;
import org.truce.time.TimeSpan;

/** Says, aspect by aspect, why a clause says what it says under an account. */
public final class Explainer {
  private final Agreement agreement;
  private final Map<List<String>, Judge> judges = new HashMap<>();

  /** Prepares to explain findings on this agreement. */
  public Explainer(Agreement agreement) {
    this.agreement = agreement;
  }

  /**
   * Returns the reasons under each version of the account; one version unless it contradicts
   * itself.
   */
  public List<Reasons> explain(Reading reading, Clause.Prohibition clause, Account account) {
    Judge judge =
        judges.computeIfAbsent(
            List.of(reading.id(), clause.id()), key -> new Judge(agreement, reading, clause));
    return account.versions().stream()
        .map(
            facts ->
                reasons(
                    facts,
                    judge.aspects(facts, account.exceptions(), account.notices()),
                    new Asked(reading, clause, judge.inForce()),
                    account))
        .toList();
  }

  /** Which clause of which reading, and when it applies. */
  private record Asked(Reading reading, Clause.Prohibition clause, TermOfForce inForce) {}

  private Reasons reasons(Facts facts, Aspects aspects, Asked asked, Account account) {
    Reading reading = asked.reading();
    Clause.Prohibition clause = asked.clause();
    TermOfForce inForce = asked.inForce();
    List<Explanation> lines = new ArrayList<>();
    lines.add(
        line(
            "conduct",
            met(aspects.conduct().outputs(), ConductAspect.Meaning::prohibited),
            kinds(facts.conduct(), Taxonomy.CONDUCT),
            Optional.empty()));
    lines.add(
        line(
            "target",
            met(aspects.target()),
            kinds(facts.target(), Taxonomy.TARGETS),
            Optional.empty()));
    lines.add(author(facts, aspects));
    if (!(clause.act().against() instanceof Clause.Against.Anyone)) {
      lines.add(
          line(
              "against",
              met(aspects.actors().outputs(), ActorsAspect.Meaning::againstProtected),
              names(facts, Encounter::against),
              Optional.empty()));
    }
    lines.add(
        line(
            "place",
            met(aspects.inArea()),
            place(facts.where()),
            clause.where().reach(facts.where()).marginMm().stream()
                .mapToObj(Explainer::metres)
                .findFirst()));
    lines.add(
        line(
            "time",
            met(aspects.inForce()),
            time(facts.when(), reading, inForce),
            inForce.isPending()
                ? Optional.empty()
                : ForceAspect.marginMicros(facts.when(), inForce).map(Explainer::duration)));
    if (clause.rule() instanceof Rule.Weapons || clause.rule() instanceof Rule.Distance) {
      lines.add(weapon(facts, aspects));
    }
    if (clause.rule() instanceof Rule.Distance distance) {
      lines.addAll(distances(facts, aspects, distance.setBack()));
      distance.setBack().storage().ifPresent(sites -> lines.add(storage(aspects)));
    }
    if (clause.rule() instanceof Rule.Notice notice) {
      lines.add(notice(notice, aspects, account.notices().get(clause.id()), reading));
    }
    lines.add(exceptions(clause, reading, account, aspects));
    return new Reasons(lines);
  }

  private static Explanation weapon(Facts facts, Aspects aspects) {
    Set<SortedSet<String>> classes = aspects.rule().weapon().outputs();
    String said =
        facts.weapons().stream()
            .map(
                weapon ->
                    weapon
                        .system()
                        .or(weapon::family)
                        .orElseGet(() -> weapon.calibreMm().least() + " mm"))
            .sorted()
            .reduce((a, b) -> a + " and " + b)
            .orElse("not said");
    String classWords =
        classes.stream()
            .map(each -> each.isEmpty() ? "none of the classes" : String.join(" and ", each))
            .reduce((a, b) -> a + ", or " + b)
            .orElse("");
    return line(
        "weapon",
        met(classes, each -> !each.isEmpty()),
        said + ": " + classWords,
        Optional.empty());
  }

  /** How far from the line a weapon stood, and how exactly one must know it. */
  private List<Explanation> distances(Facts facts, Aspects aspects, SetBack setBack) {
    List<Explanation> lines = new ArrayList<>();
    for (ActorsAspect.Meaning who : aspects.actors().outputs()) {
      Optional<SetBack.Table> table = who.party().map(party -> setBack.tables().get(party));
      if (table.isPresent()) {
        lines.add(distance(facts, aspects, who.party().orElseThrow(), table.get()));
      }
    }
    return lines;
  }

  private static Explanation distance(
      Facts facts, Aspects aspects, String party, SetBack.Table table) {
    SortedSet<Long> asked = asked(aspects, table);
    if (asked.isEmpty()) {
      return new Explanation(
          "distance", Met.NO, "none asked of %s for this".formatted(party), Optional.empty());
    }
    String demanded = asked.stream().map(Explainer::kilometres).collect(joining(" or "));
    List<DistanceAspect.Interval> intervals = DistanceAspect.intervals(facts.where(), table);
    if (intervals.isEmpty()) {
      return new Explanation(
          "distance",
          Met.OPEN,
          "not said; %s asked of %s".formatted(demanded, party),
          Optional.empty());
    }
    DistanceAspect.Interval at = intervals.getFirst();
    long centre = (at.least() + at.most()) / 2;
    long doubt = (at.most() - at.least()) / 2 + table.line().accuracyMm();
    boolean near = asked.stream().allMatch(least -> centre + doubt < least);
    boolean far = asked.stream().allMatch(least -> centre - doubt >= least);
    Met met = intervals.size() > 1 || near == far ? Met.OPEN : near ? Met.YES : Met.NO;
    long decides = asked.stream().mapToLong(least -> Math.abs(least - centre)).min().getAsLong();
    String says =
        "%s ± %s from the line of %s; %s asked%s"
            .formatted(
                kilometres(centre),
                kilometres(doubt),
                party,
                demanded,
                met == Met.OPEN ? "; a bound below " + exactMetres(decides) + " would decide" : "");
    return line("distance", met, says, Optional.of(exactMetres(Math.max(0, decides - doubt))));
  }

  /** Returns the distances that the table asks of the weapon, one for each class it may be of. */
  private static SortedSet<Long> asked(Aspects aspects, SetBack.Table table) {
    SortedSet<Long> asked = new TreeSet<>();
    for (SortedSet<String> classes : aspects.rule().weapon().outputs()) {
      classes.stream()
          .flatMap(name -> Stream.ofNullable(table.distanceMm().get(name)))
          .max(Comparator.naturalOrder())
          .ifPresent(asked::add);
    }
    return asked;
  }

  private static String kilometres(long millimetres) {
    return "%.1f km".formatted(millimetres / 1_000_000.0);
  }

  private static String exactMetres(long millimetres) {
    return "%,d m".formatted(millimetres / 1_000);
  }

  /** Beyond the line a weapon must still stand in storage, where the text names it. */
  private static Explanation storage(Aspects aspects) {
    Met outside = met(aspects.rule().outsideStorage());
    String says =
        switch (outside) {
          case YES -> "outside every storage site that is named";
          case NO -> "in a storage site that is named";
          case OPEN -> "in a storage site that is named or outside";
        };
    return new Explanation("storage", outside, says, Optional.empty());
  }

  private static Explanation notice(
      Rule.Notice notice, Aspects aspects, @Nullable TimeSpan given, Reading reading) {
    return line(
        "notice",
        met(aspects.rule().noticed().outputs(), inTime -> !inTime),
        "%s before, to %s: %s"
            .formatted(
                LocalTimes.hours(notice.leadTime()),
                notice.to(),
                given == null
                    ? "none that anybody speaks of"
                    : "given " + LocalTimes.of(reading).window(given)),
        Optional.empty());
  }

  private static Explanation line(String aspect, Met met, String says, Optional<String> margin) {
    return new Explanation(aspect, met, says, met == Met.OPEN ? Optional.empty() : margin);
  }

  private static Met met(Aspect<Boolean> aspect) {
    return met(aspect.outputs(), output -> output);
  }

  private static <T> Met met(Set<T> outputs, Predicate<T> meets) {
    if (outputs.stream().allMatch(meets)) {
      return Met.YES;
    }
    return outputs.stream().noneMatch(meets) ? Met.NO : Met.OPEN;
  }

  private Explanation author(Facts facts, Aspects aspects) {
    String alleged =
        facts.encounters().authorAlleged()
            ? names(facts, Encounter::author) + " alleged; no third party excluded"
            : "nobody is named";
    return line(
        "author",
        met(aspects.actors().outputs(), ActorsAspect.Meaning::authorBound),
        alleged,
        Optional.empty());
  }

  private String names(Facts facts, java.util.function.Function<Encounter, Object> side) {
    SortedSet<String> names = new TreeSet<>();
    facts.encounters().possibilities(agreement.roster()).stream()
        .map(side)
        .forEach(actor -> names.add(actor.toString()));
    return String.join(" or ", names);
  }

  private static String kinds(Kinds kinds, Taxonomy taxonomy) {
    if (kinds.equals(taxonomy.anything())) {
      return "not said";
    }
    return taxonomy
        .narrowest(kinds)
        .map(kind -> kind.names().getOrDefault("en", kind.code()))
        .orElse("not said");
  }

  private static String place(Place place) {
    if (place.parts().isEmpty()) {
      return "not said";
    }
    List<String> words = new ArrayList<>();
    for (Place part : place.parts()) {
      if (part instanceof Place.Circle circle) {
        String assumed = circle.bound() == Place.Bound.ASSUMED ? ", assumed" : "";
        words.add(
            "within %s of %s%s".formatted(metres(circle.radiusMm()), circle.centre(), assumed));
      } else if (part instanceof Place.InRegions regions) {
        words.add(
            "in " + String.join(" or ", regions.codes().stream().map(Object::toString).toList()));
      }
    }
    return String.join(" and ", words);
  }

  private static String time(TimeSpan when, Reading reading, TermOfForce inForce) {
    LocalTimes times = LocalTimes.of(reading);
    return "%s, %s%s"
        .formatted(times.window(when), inForce.isPending() ? "" : "in force ", times.term(inForce));
  }

  private Explanation exceptions(
      Clause.Prohibition clause, Reading reading, Account account, Aspects aspects) {
    List<String> words = new ArrayList<>();
    boolean open = false;
    for (Clause.Permission exception : agreement.exceptions(clause, reading)) {
      ExceptionState state =
          account.exceptions().getOrDefault(exception.id(), ExceptionState.NOT_CLAIMED);
      Met holds = holds(exception, state, aspects);
      open |= holds == Met.OPEN;
      words.add(exception.id() + ": " + words(state) + holds(state, holds, exception));
    }
    return new Explanation(
        "exceptions",
        open ? Met.OPEN : Met.YES,
        words.isEmpty() ? "none" : String.join(", ", words),
        Optional.empty());
  }

  /** Whether an earlier breach bears one out is for the other findings to say, not for this one. */
  private static Met holds(Clause.Permission exception, ExceptionState state, Aspects aspects) {
    if (dependsOnABreach(exception)) {
      boolean open = state == ExceptionState.CLAIMED && exception.burden().isEmpty();
      return open ? Met.OPEN : Met.YES;
    }
    return met(aspects.rule().exceptions().outputs(), held -> held.contains(exception.id()));
  }

  private static boolean dependsOnABreach(Clause.Permission exception) {
    return exception.condition().stream()
        .flatMap(condition -> condition.terms().stream())
        .anyMatch(term -> term.kind().equals(Assessor.BREACH_OF));
  }

  /** Conditions and burden can decide a claim either way, and undo what is shown as a whole. */
  private static String holds(ExceptionState state, Met holds, Clause.Permission exception) {
    boolean asked = state == ExceptionState.CLAIMED || state == ExceptionState.SHOWN;
    if (!asked || holds == Met.OPEN || dependsOnABreach(exception)) {
      return "";
    }
    if (holds == Met.NO) {
      return " but does not hold";
    }
    return state == ExceptionState.CLAIMED ? " and holds" : "";
  }

  private static String words(ExceptionState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String metres(long millimetres) {
    return millimetres >= 10_000_000
        ? "%,d km".formatted(millimetres / 1_000_000)
        : "%,d m".formatted(millimetres / 1_000);
  }

  private static String duration(long micros) {
    Duration duration = Duration.ofSeconds(micros / 1_000_000);
    List<String> words = new ArrayList<>();
    if (duration.toDays() > 0) {
      words.add(duration.toDays() + " d");
    }
    if (duration.toHoursPart() > 0) {
      words.add(duration.toHoursPart() + " h");
    }
    if (duration.toMinutesPart() > 0 || words.isEmpty()) {
      words.add(duration.toMinutesPart() + " min");
    }
    return String.join(" ", words);
  }
}
