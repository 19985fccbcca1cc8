package org.truce.provenance;

import java.util.Arrays;
import java.util.Optional;

/** What kind of mouth a report comes from; decides the assumed bounds, never the truth. */
public enum SourceClass {
  MISSION,
  PATROL,
  SENSOR,
  PARTY_OFFICIAL,
  LOCAL_OFFICIAL,
  NEWS_AGENCY,
  MEDIA,
  DATASET,
  NGO,
  WITNESS;

  /** Returns the name used in files: lower case with hyphens. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Returns the class with that code, if there is one. */
  public static Optional<SourceClass> find(String code) {
    return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
  }
}
