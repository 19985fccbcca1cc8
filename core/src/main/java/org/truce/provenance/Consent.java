package org.truce.provenance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the person who gave a report agreed to. */
public enum Consent {
  /** Said in public, or by an organ. */
  NOT_NEEDED,
  GIVEN,
  /** The person refused: nobody sees it without a new decision. */
  REFUSED,
  /** Nobody noted an answer: kept inside the mission. */
  NOT_RECORDED;

  /** Returns the loosest handling that this consent allows. */
  public Handling loosestHandling() {
    return switch (this) {
      case NOT_NEEDED, GIVEN -> Handling.PUBLIC;
      case NOT_RECORDED -> Handling.RESTRICTED;
      case REFUSED -> Handling.SEALED;
    };
  }

  /** Returns the name used in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the consent with that code, if there is one. */
  public static Optional<Consent> find(String code) {
    return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
  }
}
