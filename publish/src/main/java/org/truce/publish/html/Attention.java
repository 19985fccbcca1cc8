package org.truce.publish.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Outcome.Kind;

/** Why an incident needs a person, most pressing first. The order says nothing of its gravity. */
enum Attention {
  /** Somebody denies it, or accounts allege different authors. */
  CONTESTED,
  /** Accounts lead to different outcomes. */
  ACCOUNTS_DIFFER,
  /** Readings of the agreement lead to different outcomes. */
  READINGS_DIFFER,
  /** Facts are missing that would decide. */
  UNDETERMINED,
  /** Prima facie a breach under every reading. */
  BREACH,
  /** No breach, or not covered. */
  NONE,
  /** Only machines read of it. */
  MACHINE_READ;

  /** Returns why the incident needs a person, given its worst outcome under each reading. */
  static Attention of(AssessedIncident each, List<Kind> worst) {
    if (each.accounts().isEmpty()) {
      return MACHINE_READ;
    }
    if (each.contested()) {
      return CONTESTED;
    }
    if (worst.contains(Kind.ACCOUNTS_DIFFER)) {
      return ACCOUNTS_DIFFER;
    }
    if (worst.stream().distinct().count() > 1) {
      return READINGS_DIFFER;
    }
    return switch (worst.getFirst()) {
      case UNDETERMINED -> UNDETERMINED;
      case PRIMA_FACIE_BREACH -> BREACH;
      case ACCOUNTS_DIFFER, NO_BREACH, NOT_COVERED -> NONE;
    };
  }

  /** Returns the name used in the page. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the positions of the incidents, those that need a person most first. */
  static List<Integer> order(List<Attention> incidents) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < incidents.size(); i++) {
      positions.add(i);
    }
    positions.sort(Comparator.comparing(incidents::get));
    return positions;
  }
}
