package org.truce.assessment;

import java.util.List;
import java.util.Optional;

/**
 * One line of a reason, with what it rests on.
 *
 * @param aspect what the line is about: {@code time}, {@code place}, {@code conduct}, {@code
 *     target}, {@code author}, {@code against}, {@code exceptions}
 * @param met whether it meets the clause: yes, no, or open
 * @param says the reason in words
 * @param margin how far it is from being decided otherwise, if measured
 */
public record Explanation(String aspect, Met met, String says, Optional<String> margin) {

  /** Whether an aspect meets the clause. */
  public enum Met {
    YES,
    NO,
    OPEN
  }

  /** The reasons of one outcome under one account, aspect by aspect. */
  public record Reasons(List<Explanation> lines) {
    public Reasons {
      lines = List.copyOf(lines);
    }
  }
}
