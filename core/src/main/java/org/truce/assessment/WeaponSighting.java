package org.truce.assessment;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Prohibition.Rule;
import org.truce.agreement.Reading;
import org.truce.agreement.SetBack;
import org.truce.assessment.Outcome.Ground;
import org.truce.place.Place;
import org.truce.place.Reach;

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
    if (effects.equals(Optional.of(MISSING))) {
      return EnumSet.of(MISSING_FROM_STORAGE);
    }
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
    return classes(outcome, setBack, facts.where());
  }

  private static Set<WeaponSighting> classes(Outcome outcome, SetBack setBack, Place where) {
    return switch (outcome) {
      case Outcome.PrimaFacieBreach breach -> EnumSet.of(IN_VIOLATION_OF_THE_WITHDRAWAL_LINE);
      case Outcome.NotCovered not ->
          not.because().contains(Ground.PLACE) && !not.because().contains(Ground.WEAPON)
              ? beyond(setBack, where)
              : EnumSet.of(IN_NONE_OF_THE_CLASSES);
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
