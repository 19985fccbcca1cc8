package org.truce.provenance;

import java.util.regex.Pattern;

/**
 * Whose voice a claim is: a party of the agreement, the mission, or neutral.
 *
 * @param code a party code in capitals ({@code RUS}), {@code mission} or {@code neutral}
 */
public record Side(String code) implements Comparable<Side> {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9-]*|mission|neutral");

  /** The monitoring mission itself. */
  public static final Side MISSION = new Side("mission");

  /** Nobody's side. */
  public static final Side NEUTRAL = new Side("neutral");

  public Side {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a side: write a party code in capitals, mission or neutral"
              .formatted(code));
    }
  }

  /** Returns whether this is a party, not the mission and not neutral. */
  public boolean isParty() {
    return !equals(MISSION) && !equals(NEUTRAL);
  }

  /** Returns under whose account the voice counts: a party's own, or the one of all the others. */
  public Side account() {
    return isParty() ? this : NEUTRAL;
  }

  @Override
  public int compareTo(Side other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
