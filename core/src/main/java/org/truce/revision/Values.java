package org.truce.revision;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.truce.conduct.Parties;
import org.truce.conduct.Weapon;
import org.truce.place.Place;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.report.Happening;
import org.truce.report.Statement;

/** What a claim says, value by value, as words; a toll's number is left to {@link Tolls}. */
final class Values {
  private final SortedMap<Aspect, String> values = new TreeMap<>();

  private Values() {}

  /** Returns what a claim gives a value of; what it does not say is not in it. */
  static SortedMap<Aspect, String> of(Claim claim) {
    Values values = new Values();
    values.statement(claim.statement());
    values.own(claim);
    return values.values;
  }

  private void put(Aspect aspect, String value) {
    if (!value.isBlank()) {
      values.put(aspect, value);
    }
  }

  private void put(Aspect aspect, Optional<?> value) {
    value.ifPresent(each -> put(aspect, each.toString()));
  }

  private void statement(Statement statement) {
    put(Aspect.TIME, statement.about().from() + "/" + statement.about().to());
    put(
        Aspect.PLACE,
        statement.where().place().parts().stream()
            .map(Values::place)
            .collect(Collectors.joining(" and ")));
    put(Aspect.PLACE_NAME, statement.where().name());
    put(Aspect.WORDS, joined(statement.words().gist(), statement.words().quote()));
    put(
        Aspect.SPEAKER,
        statement.voice().speakers().stream()
            .map(speaker -> speaker.name())
            .collect(Collectors.joining(" quoting ")));
  }

  private static String place(Place part) {
    return switch (part) {
      case Place.Circle circle ->
          String.format(
              Locale.ROOT,
              "%.5f %.5f within %.3f km",
              circle.centre().latE7() / 1e7,
              circle.centre().lonE7() / 1e7,
              circle.radiusMm() / 1e6);
      case Place.InRegions regions -> joined(" or ", regions.codes());
      case Place.Anywhere nowhere -> "";
      case Place.AllOf all -> "";
    };
  }

  private void own(Claim claim) {
    switch (claim) {
      case Claim.Event event -> happening(event.happening());
      case Claim.Observation seen -> {
        happening(seen.assessed());
        put(Aspect.COUNT, counts(seen));
        put(Aspect.OBSERVER, place(seen.observer()));
      }
      case Claim.Tally tally -> tally(tally);
      case Claim.Pattern pattern -> {
        happening(pattern.happening());
        put(Aspect.OTHER, pattern.every());
      }
      case Claim.Denial denial -> {
        happening(denial.denied());
        put(Aspect.OTHER, denial.denies() + " " + denial.concession() + " " + denial.denier());
      }
      case Claim.Toll toll -> put(Aspect.OTHER, Claim.code(toll.category()));
      case Claim.Disruption stopped -> {
        put(Aspect.TARGET, joined(Optional.of(stopped.what()), stopped.facility()));
        put(Aspect.COUNT, stopped.count());
        put(Aspect.OTHER, joined(stopped.effect(), ended(stopped.ended())));
      }
      case Claim.Alert alert ->
          put(Aspect.OTHER, joined(Optional.of(alert.warning()), ended(alert.ended())));
      case Claim.Position position ->
          put(
              Aspect.OTHER,
              position.actor()
                  + " "
                  + position.stance()
                  + " "
                  + position.on()
                  + " "
                  + position.condition().orElse(""));
      case Claim.Appointment office ->
          put(Aspect.OTHER, office.person() + " " + office.change() + " " + office.office());
      case Claim.Commentary comment ->
          put(Aspect.OTHER, comment.attitude() + " " + comment.exception().orElse(""));
      case Claim.Coverage coverage -> {
        put(Aspect.OBSERVER, coverage.observer());
        put(
            Aspect.COUNT,
            coverage.effortMinutes().isPresent()
                ? coverage.effortMinutes().getAsLong() + " min"
                : "");
        put(Aspect.OTHER, coverage.method() + " " + coverage.restriction());
      }
    }
  }

  private static Optional<String> ended(boolean ended) {
    return ended ? Optional.of("ended") : Optional.empty();
  }

  private static String place(Claim.Observer observer) {
    String position =
        observer.position().parts().stream()
            .map(Values::place)
            .collect(Collectors.joining(" and "));
    return position
        + " "
        + observer.method()
        + observer.sector().map(each -> " " + each).orElse("");
  }

  private static String counts(Claim.Observation seen) {
    return seen.counts().stream()
        .map(
            each ->
                exact(each.count())
                    + " "
                    + each.what()
                    + each.assessed().map(as -> " as " + as).orElse(""))
        .collect(Collectors.joining(", "));
  }

  private void tally(Claim.Tally tally) {
    put(Aspect.UNIT, tally.unit());
    put(Aspect.AUTHOR, joined(" or ", tally.by()));
    String parts =
        tally.parts().stream()
            .map(
                part ->
                    exact(part.count())
                        + " "
                        + part.what()
                        + part.of().map(of -> " of " + of).orElse(""))
            .collect(Collectors.joining(", "));
    put(Aspect.COUNT, joined(tally.total().map(Values::exact), Optional.of(parts)));
    put(
        Aspect.OTHER,
        joined(
            tally.scope().counted().map(Object::toString),
            tally.scope().except().isEmpty()
                ? Optional.empty()
                : Optional.of("without " + tally.scope().except())));
  }

  private void happening(Happening happening) {
    put(Aspect.CONDUCT, happening.conduct());
    put(Aspect.TARGET, happening.target());
    switch (happening.parties()) {
      case Parties.Named named -> {
        put(Aspect.AUTHOR, joined(" or ", named.by()));
        put(Aspect.OTHER_SIDE, joined(" or ", named.against()));
      }
      case Parties.Clash clash -> {
        put(Aspect.AUTHOR, joined(" or ", clash.one()) + " (one side of a clash)");
        put(Aspect.OTHER_SIDE, joined(" or ", clash.other()) + " (the other side of a clash)");
      }
    }
    put(Aspect.NOT_BY, joined(" and ", happening.notBy()));
    put(Aspect.WEAPON, weapon(happening.weapon()));
    happening
        .effects()
        .ifPresent(effects -> values.merge(Aspect.WORDS, effects, (a, b) -> a + "; " + b));
  }

  private static String weapon(Weapon weapon) {
    String calibre =
        weapon.calibreMm().equals(Weapon.Calibre.ANY)
            ? ""
            : weapon.calibreMm().least() + " to " + weapon.calibreMm().most() + " mm";
    return String.join(
            " ",
            weapon.family().orElse(""),
            weapon.system().orElse(""),
            calibre,
            weapon.rangeKm().isPresent() ? weapon.rangeKm().getAsInt() + " km" : "",
            weapon.guided().map(guided -> guided ? "guided" : "unguided").orElse(""))
        .strip();
  }

  /** Returns a number with all that the words allow, since "~30" hides how far it reaches. */
  static String exact(Count count) {
    return count.isExact()
        ? Long.toString(count.said())
        : "%d (%d to %s)"
            .formatted(
                count.said(),
                count.least(),
                count.most() == Long.MAX_VALUE ? "any" : Long.toString(count.most()));
  }

  private static String joined(String word, Collection<?> items) {
    return items.stream().map(Object::toString).collect(Collectors.joining(word));
  }

  private static String joined(Optional<String> one, Optional<String> other) {
    return (one.orElse("") + " " + other.orElse("")).strip();
  }
}
