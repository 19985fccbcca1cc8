package org.truce.coverage;

import java.util.List;
import org.truce.report.ClaimId;
import org.truce.report.Count;

/**
 * How many of one unit were noticed: the largest possible overlap of what several observers noticed
 * to none.
 *
 * @param unit what was noticed: explosion, burst, …
 * @param count least to most; {@code said} is the most
 * @param asExercise how many of them were assessed as an exercise or demolition: counted and
 *     flagged
 * @param claims the observations behind it, by id
 */
public record UnitCount(String unit, Count count, Count asExercise, List<ClaimId> claims) {
  public UnitCount {
    claims = List.copyOf(claims);
  }
}
