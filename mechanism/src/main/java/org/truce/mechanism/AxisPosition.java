package org.truce.mechanism;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.CaseAxes;
import org.truce.store.Row;

/**
 * Where an alleged breach stands on one axis.
 *
 * @param axis {@code verification}, {@code qualification}, {@code attribution} or {@code
 *     disclosure}
 * @param reading of the qualification; empty for the others
 * @param value the position
 * @param act entry of the act that moved it there; nothing where it began
 */
public record AxisPosition(String axis, String reading, String value, Optional<Long> act) {

  /**
   * Returns where a case stands on each of the four axes: where people moved it, else where it
   * begins. Of cases that became one the later act counts.
   *
   * @param readings ids of the readings
   * @param moved what {@link View#moved} says
   */
  public static List<AxisPosition> of(
      AssessedIncident each, Collection<String> readings, Map<Long, List<AxisPosition>> moved) {
    Map<List<String>, AxisPosition> positions = new LinkedHashMap<>();
    begins(CaseAxes.begins(each, readings)).forEach(at -> positions.put(at.of(), at));
    moved
        .getOrDefault((long) each.incident().number(), List.of())
        .forEach(at -> positions.computeIfPresent(at.of(), (of, before) -> at));
    return List.copyOf(positions.values());
  }

  /** Where a case begins on each axis, in the order in which they are shown. */
  private static List<AxisPosition> begins(CaseAxes at) {
    List<AxisPosition> positions = new ArrayList<>();
    positions.add(begins("verification", "", at.verification()));
    at.qualification()
        .forEach((reading, value) -> positions.add(begins("qualification", reading, value)));
    positions.add(begins("attribution", "", at.attribution()));
    positions.add(begins("disclosure", "", at.disclosure()));
    return positions;
  }

  private static AxisPosition begins(String axis, String reading, Enum<?> value) {
    return new AxisPosition(axis, reading, ActNotation.code(value), Optional.empty());
  }

  static AxisPosition moved(Row row) {
    return new AxisPosition(
        row.text("axis"), row.text("reading"), row.text("value"), Optional.of(row.number("act")));
  }

  /** Axis and reading. */
  private List<String> of() {
    return List.of(axis, reading);
  }
}
