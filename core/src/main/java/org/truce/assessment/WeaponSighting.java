package org.truce.assessment;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Prohibition.Rule;
import org.truce.agreement.Reading;
import org.truce.agreement.SetBack;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Outcome.Ground;
import org.truce.place.Place;
import org.truce.place.Reach;
import org.truce.report.Happening;

/**
 * The classes in which the practice reports weapons (OSCE SMM): in violation of the withdrawal
 * line, beyond the line but outside storage, missing from storage.
 */
public enum WeaponSighting {
  IN_VIOLATION_OF_THE_WITHDRAWAL_LINE,
  BEYOND_THE_LINE_BUT_OUTSIDE_STORAGE,
  MISSING_FROM_STORAGE,
  IN_STORAGE,
  /** Of a class of which the text says nothing, or beyond the line where no storage is written. */
  IN_NONE_OF_THE_CLASSES;

  private static final String MISSING = "missing-from-storage";
  private static final String PRESENCE = "weapon-presence";

  /** Returns the class in words. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Returns every class in which a sighting can be, under every account and in every way in which
   * open values can be meant; nothing unless the clause is a set-back and a weapon was reported.
   */
  public static Optional<Set<WeaponSighting>> of(
      Agreement agreement, Finding finding, AssessedIncident each) {
    List<Happening> seen =
        each.incident().claims().stream()
            .flatMap(claim -> Account.happening(claim).stream())
            .filter(happening -> happening.conduct().equals(PRESENCE))
            .toList();
    Clause.Prohibition clause = agreement.prohibition(finding.clause());
    if (seen.isEmpty() || !(clause.rule() instanceof Rule.Distance)) {
      return Optional.empty();
    }
    Optional<String> effects =
        seen.stream().flatMap(happening -> happening.effects().stream()).min(MISSING_FIRST);
    EnumSet<WeaponSighting> classes = EnumSet.noneOf(WeaponSighting.class);
    Reading reading = agreement.findReading(finding.reading()).orElseThrow();
    for (Agreement.Meant meant : agreement.ways(reading)) {
      for (Account account : each.accounts()) {
        for (Facts facts : account.versions()) {
          classes.addAll(
              of(
                  meant.agreement(),
                  meant.reading(),
                  meant.agreement().prohibition(clause.id()),
                  facts,
                  effects));
        }
      }
    }
    return classes.isEmpty() ? Optional.empty() : Optional.of(classes);
  }

  private static final Comparator<String> MISSING_FIRST =
      Comparator.comparing(effects -> !effects.equals(MISSING));

  /**
   * Returns every class in which a sighting can be; one when it is certain.
   *
   * @param clause a set-back
   * @param facts what is known of the sighting
   * @param effects what the report says, as {@code missing-from-storage}
   */
  public static Set<WeaponSighting> of(
      Agreement agreement,
      Reading reading,
      Clause.Prohibition clause,
      Facts facts,
      Optional<String> effects) {
    SetBack setBack = ((Rule.Distance) clause.rule()).setBack();
    SetBack distanceOnly =
        new SetBack(setBack.classes(), setBack.tables(), setBack.complete(), Optional.empty());
    Clause.Prohibition alone =
        new Clause.Prohibition(
            clause.text(),
            clause.act(),
            clause.by(),
            clause.where(),
            clause.subjectTo(),
            new Rule.Distance(distanceOnly));
    Outcome outcome =
        new Judge(agreement, reading, alone).judge(List.of(facts), Map.of(), Map.of());
    if (effects.equals(Optional.of(MISSING))) {
      return concerned(outcome) && setBack.storage().isPresent()
          ? EnumSet.of(MISSING_FROM_STORAGE)
          : EnumSet.of(IN_NONE_OF_THE_CLASSES);
    }
    return classes(outcome, setBack, facts.where());
  }

  /**
   * Whether the table speaks of that weapon, of that party, at that time; where it stands aside.
   */
  private static boolean concerned(Outcome outcome) {
    return !(outcome instanceof Outcome.NotCovered not)
        || not.because().equals(Set.of(Ground.PLACE));
  }

  private static Set<WeaponSighting> classes(Outcome outcome, SetBack setBack, Place where) {
    return switch (outcome) {
      case Outcome.PrimaFacieBreach breach -> EnumSet.of(IN_VIOLATION_OF_THE_WITHDRAWAL_LINE);
      case Outcome.NotCovered not ->
          concerned(outcome) ? beyond(setBack, where) : EnumSet.of(IN_NONE_OF_THE_CLASSES);
      case Outcome.NoBreach none -> EnumSet.of(IN_NONE_OF_THE_CLASSES);
      case Outcome.Undetermined open -> {
        EnumSet<WeaponSighting> all = beyond(setBack, where);
        all.add(IN_VIOLATION_OF_THE_WITHDRAWAL_LINE);
        if (open.missing().contains(Fact.WEAPON)) {
          all.add(IN_NONE_OF_THE_CLASSES);
        }
        yield all;
      }
    };
  }

  private static EnumSet<WeaponSighting> beyond(SetBack setBack, Place where) {
    if (setBack.storage().isEmpty()) {
      return EnumSet.of(IN_NONE_OF_THE_CLASSES);
    }
    EnumSet<WeaponSighting> found = EnumSet.noneOf(WeaponSighting.class);
    Set<Reach.Cell> cells = setBack.storage().get().reach(where).cells();
    if (!cells.equals(EnumSet.of(Reach.Cell.INSIDE))) {
      found.add(BEYOND_THE_LINE_BUT_OUTSIDE_STORAGE);
    }
    if (!cells.equals(EnumSet.of(Reach.Cell.OUTSIDE))) {
      found.add(IN_STORAGE);
    }
    return found;
  }
}
