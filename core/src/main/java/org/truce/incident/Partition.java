package org.truce.incident;

import java.util.List;
import org.truce.report.Claim;

/**
 * Claims sorted into incidents.
 *
 * @param incidents numbered from 1; every event and observation is in exactly one
 * @param unattached denials, tolls and commentaries that name no member of any incident
 */
public record Partition(List<Incident> incidents, List<Claim> unattached) {
  public Partition {
    incidents = List.copyOf(incidents);
    unattached = List.copyOf(unattached);
  }
}
