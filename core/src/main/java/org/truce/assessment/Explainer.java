package org.truce.assessment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.LocalTimes;
import org.truce.agreement.Reading;
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
                    reading,
                    clause,
                    account))
        .toList();
  }

  private Reasons reasons(
      Facts facts, Aspects aspects, Reading reading, Clause.Prohibition clause, Account account) {
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
            time(facts.when(), reading),
            ForceAspect.marginMicros(facts.when(), reading.inForce()).map(Explainer::duration)));
    lines.add(exceptions(clause, reading, account));
    return new Reasons(lines);
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

  private static String time(TimeSpan when, Reading reading) {
    LocalTimes times = LocalTimes.of(reading);
    return "%s, in force %s".formatted(times.window(when), times.term(reading.inForce()));
  }

  private Explanation exceptions(Clause.Prohibition clause, Reading reading, Account account) {
    List<String> words = new ArrayList<>();
    boolean open = false;
    for (Clause.Permission exception : agreement.exceptions(clause, reading)) {
      ExceptionState state =
          account.exceptions().getOrDefault(exception.id(), ExceptionState.NOT_CLAIMED);
      open |= state == ExceptionState.CLAIMED && exception.burden().isEmpty();
      words.add(exception.id() + ": " + state.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return new Explanation(
        "exceptions",
        open ? Met.OPEN : Met.YES,
        words.isEmpty() ? "none" : String.join(", ", words),
        Optional.empty());
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
