package org.truce.assessment;

import java.util.Locale;

/** What may be open when a clause is judged. The order is the order in which they are printed. */
public enum Fact {
  TIME,
  PLACE,
  CONDUCT,
  TARGET,
  AUTHOR,
  AGAINST,
  /** When exactly the reading entered into force: its words leave room. */
  ENTRY_INTO_FORCE,
  /** When exactly the reading ceased to be in force: its words leave room. */
  END_OF_FORCE,
  /** Where exactly the border runs, or whose a disputed area is. */
  BOUNDARY,
  /** Whether an actor that the agreement does not list is bound. */
  STANDING,
  /** Whether an exception that was claimed holds. */
  EXCEPTION,
  /** To which class a weapon belongs. */
  WEAPON,
  /** When notice was given. */
  NOTICE,
  /** Which of the values that the text leaves open is meant. */
  OPEN_VALUE;

  /** Returns the name used in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns a bit of its own, valid in memory only: sets of facts are compared very often. */
  @SuppressWarnings("EnumOrdinal")
  int bit() {
    return 1 << ordinal();
  }
}
