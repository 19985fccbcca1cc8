package org.truce.mechanism;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may be used for; docs/mechanism.md has the table of who may do what. */
public enum Role {
  /** Grants and revokes roles. */
  CUSTODIAN,
  /** Sends reports in. */
  REPORTER,
  /** Joins, separates, corrects, retracts, annotates and restricts. */
  ANALYST,
  /** Says how far the facts of an incident are verified. */
  VERIFIER,
  /** Records what the commission determined and to whom it attributes. */
  ADJUDICATOR,
  /** Opens an incident to more people. */
  RELEASER;

  /** Returns the word used in files and on the command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the role of that word, if there is one. */
  public static Optional<Role> find(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
