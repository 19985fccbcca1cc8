package org.truce.sources.mapped;

import java.util.List;
import java.util.Locale;
import org.truce.notation.Node;
import org.truce.notation.Node.Mapping;
import org.truce.sources.rows.Row;

/**
 * Where the positions of a dataset are expected, so that swapped ones are noticed.
 *
 * @param latColumn column of the latitude
 * @param lonColumn column of the longitude
 * @param lat least and largest latitude expected, degrees
 * @param lon least and largest longitude expected, degrees
 */
record PositionCheck(String latColumn, String lonColumn, Range lat, Range lon) {

  /** Least and largest, both included. */
  record Range(double least, double most) {
    boolean contains(double degrees) {
      return degrees >= least && degrees <= most;
    }
  }

  static PositionCheck read(Node node) {
    Mapping mapping = node.mapping().only("lat", "lon", "expect-lat", "expect-lon");
    return new PositionCheck(
        mapping.get("lat").text(),
        mapping.get("lon").text(),
        mapping.find("expect-lat").map(PositionCheck::range).orElse(new Range(-90, 90)),
        mapping.find("expect-lon").map(PositionCheck::range).orElse(new Range(-180, 180)));
  }

  private static Range range(Node node) {
    List<Node> ends = node.items();
    if (ends.size() != 2) {
      throw node.error("two numbers are expected, least and largest", List.of());
    }
    return new Range(ends.get(0).number(), ends.get(1).number());
  }

  /** Refuses a position outside what is expected, and says so if the two look swapped. */
  void check(Row row) {
    String latText = row.find(latColumn).orElse("").strip();
    String lonText = row.find(lonColumn).orElse("").strip();
    if (latText.isEmpty() && lonText.isEmpty()) {
      return;
    }
    double latitude = degrees(latColumn, latText);
    double longitude = degrees(lonColumn, lonText);
    if (lat.contains(latitude) && lon.contains(longitude)) {
      return;
    }
    String both = latText + ", " + lonText;
    String columns = latColumn + ", " + lonColumn;
    if (lat.contains(longitude) && lon.contains(latitude)) {
      throw new BadCell(columns, both, "look swapped: the mapping expects latitude first");
    }
    if (latitude == 0 && longitude == 0) {
      throw new BadCell(columns, both, "lie in the Gulf of Guinea: 0, 0 often stands for unknown");
    }
    throw new BadCell(
        columns,
        both,
        String.format(
            Locale.ROOT,
            "lie outside what the mapping expects (latitude %s to %s, longitude %s to %s)",
            lat.least(),
            lat.most(),
            lon.least(),
            lon.most()));
  }

  private static double degrees(String column, String text) {
    try {
      double degrees = Double.parseDouble(text.replace(',', '.'));
      if (Double.isFinite(degrees)) {
        return degrees;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new BadCell(column, text, "is not a number of degrees");
  }
}
