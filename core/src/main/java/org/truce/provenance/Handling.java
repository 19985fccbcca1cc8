package org.truce.provenance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may see a report or claim, from everybody to nobody without a person's decision. */
public enum Handling {
  PUBLIC,
  PARTIES,
  RESTRICTED,
  SEALED;

  /** Returns the stricter of both. */
  public Handling and(Handling other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Returns the name used in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the handling with that code, if there is one. */
  public static Optional<Handling> find(String code) {
    return Arrays.stream(values()).filter(h -> h.code().equals(code)).findFirst();
  }
}
