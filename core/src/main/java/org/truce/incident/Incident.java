package org.truce.incident;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.report.Claim;
import org.truce.time.TimeSpan;

/**
 * One real-world happening as far as claims tell: the claims that speak of it, side by side.
 *
 * @param number from 1 in the order of the earliest possible time, then of the key
 * @param key SHA-256 of the sorted ids of the member claims, hexadecimal
 * @param claims events and observations that are its members, and what refers to them, sorted by id
 */
public record Incident(int number, String key, List<Claim> claims) {
  public Incident {
    claims = List.copyOf(claims);
    if (number < 1) {
      throw new IllegalArgumentException("incidents are numbered from 1, was " + number);
    }
  }

  /** Returns the number as printed: {@code I-0042}. */
  public String id() {
    return "I-%04d".formatted(number);
  }

  /** Returns the events and observations that make up the incident. */
  public List<Claim> members() {
    return claims.stream()
        .filter(claim -> claim instanceof Claim.Event || claim instanceof Claim.Observation)
        .toList();
  }

  /** Returns the denials that speak of it. */
  public List<Claim.Denial> denials() {
    return claims.stream()
        .filter(Claim.Denial.class::isInstance)
        .map(Claim.Denial.class::cast)
        .toList();
  }

  /** Returns the span from the earliest to the latest time that any member allows. */
  public TimeSpan about() {
    return members().stream()
        .map(claim -> claim.statement().about())
        .reduce(TimeSpan::hull)
        .orElseThrow();
  }

  /** Returns the ids under which copies of one origin count once. */
  public SortedSet<String> origins() {
    SortedSet<String> origins = new TreeSet<>();
    members().forEach(claim -> origins.add(claim.statement().voice().source().originGroup()));
    return origins;
  }
}
