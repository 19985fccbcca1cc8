package org.truce.provenance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whom an output is made. Sealed reports reach no audience. */
public enum Audience {
  PUBLIC(Handling.PUBLIC),
  PARTIES(Handling.PARTIES),
  MISSION(Handling.RESTRICTED);

  private final Handling highest;

  Audience(Handling highest) {
    this.highest = highest;
  }

  /** Returns whether something with that handling may be shown. */
  public boolean maySee(Handling handling) {
    return handling.compareTo(highest) <= 0;
  }

  /** Returns the name used on the command line and in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the audience with that code, if there is one. */
  public static Optional<Audience> find(String code) {
    return Arrays.stream(values()).filter(a -> a.code().equals(code)).findFirst();
  }
}
