package org.truce.place;

import java.util.regex.Pattern;

/**
 * A region by its ISO 3166-2 code, or a country by its ISO 3166-1 alpha-2 code.
 *
 * @param code such as {@code UA-63} or {@code SY}
 */
public record RegionCode(String code) implements Comparable<RegionCode> {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  public RegionCode {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a region code such as UA-63 or SY".formatted(code));
    }
  }

  /** Returns the country's code: the first two letters. */
  public RegionCode country() {
    return new RegionCode(code.substring(0, 2));
  }

  @Override
  public int compareTo(RegionCode other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
