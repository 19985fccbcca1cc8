package org.truce.revision;

/** Of what a claim gives a value. */
public enum Aspect {
  TIME(false),
  PLACE(false),
  PLACE_NAME(true),
  CONDUCT(true),
  TARGET(true),
  AUTHOR(true),
  OTHER_SIDE(true),
  NOT_BY(true),
  WEAPON(true),
  UNIT(true),
  OBSERVER(true),
  SPEAKER(true),
  COUNT(false),
  WORDS(false),
  /** What only one kind of claim has: a stance, an office, a restriction, … */
  OTHER(false);

  private final boolean isName;

  Aspect(boolean isName) {
    this.isName = isName;
  }

  /** Returns whether its values are names and classes, which a source can rename throughout. */
  public boolean isName() {
    return isName;
  }
}
