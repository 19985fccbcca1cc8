package org.truce.mechanism;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.truce.assessment.Account;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.place.Geodesy;
import org.truce.place.Place;
import org.truce.report.Claim;
import org.truce.report.Happening;
import org.truce.report.Statement;
import org.truce.store.geopackage.GeoPackage;
import org.truce.store.geopackage.GeoPackage.Column;
import org.truce.store.geopackage.GeoPackage.ColumnType;

/**
 * What a view shows, as layers for a geographic information system: each claim with the circle
 * within which its source puts it, each incident with the box around the circles of its claims.
 *
 * <p>A place that is known as a region only, or within more than 1,000 km, has no area here; its
 * words are in a column. What may be shown is decided before: these layers hold what an assessment
 * holds.
 */
public final class MapLayers {
  private static final List<Column> CLAIMS =
      List.of(
          new Column("claim", ColumnType.TEXT),
          new Column("incident", ColumnType.TEXT),
          new Column("kind", ColumnType.TEXT),
          new Column("source", ColumnType.TEXT),
          new Column("side", ColumnType.TEXT),
          new Column("conduct", ColumnType.TEXT),
          new Column("about_from", ColumnType.DATETIME),
          new Column("about_to", ColumnType.DATETIME),
          new Column("said_to", ColumnType.DATETIME),
          new Column("within_m", ColumnType.INTEGER),
          new Column("place", ColumnType.TEXT),
          new Column("gist", ColumnType.TEXT));

  private MapLayers() {}

  /**
   * Writes the layers {@code incidents} and {@code claims} into a new file.
   *
   * @param index ledger index as of which the assessment is
   * @return how many incidents and claims there are in it
   */
  public static Counts write(Path file, View view, Assessment assessment, long index) {
    try (GeoPackage out = GeoPackage.create(file, view.recordedAt(index))) {
      Map<Claim, String> incidentOf = new HashMap<>();
      incidents(out, view, assessment, index, incidentOf);
      GeoPackage.Layer claims = out.layer("claims", "what each source says, and where", CLAIMS);
      assessment.claims().forEach(claim -> claim(claims, claim, incidentOf));
      out.finish();
      return new Counts(assessment.incidents().size(), assessment.claims().size());
    }
  }

  /** How many of each were written. */
  public record Counts(int incidents, int claims) {}

  private static void incidents(
      GeoPackage out, View view, Assessment assessment, long index, Map<Claim, String> incidentOf) {
    List<String> readings =
        assessment.agreement().readings().stream().map(reading -> reading.id()).toList();
    GeoPackage.Layer layer =
        out.layer("incidents", "claims of one happening together", columns(readings));
    Map<Long, List<AxisPosition>> moved = view.moved(index);
    for (AssessedIncident each : assessment.incidents()) {
      each.incident().claims().forEach(claim -> incidentOf.put(claim, each.incident().id()));
      List<Object> cells = new ArrayList<>();
      cells.add(each.incident().id());
      cells.add(each.incident().about().from());
      cells.add(each.incident().about().to());
      cells.add(each.incident().claims().size());
      cells.add(
          each.accounts().stream()
              .map(account -> account.side().code())
              .collect(Collectors.joining(" ")));
      cells.add(each.contested());
      readings.forEach(reading -> cells.add(ActNotation.code(each.worst(reading))));
      AxisPosition.of(each, readings, moved).forEach(at -> cells.add(at.value()));
      layer.add(box(each.incident().claims()), cells);
    }
  }

  private static List<Column> columns(List<String> readings) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("incident", ColumnType.TEXT));
    columns.add(new Column("about_from", ColumnType.DATETIME));
    columns.add(new Column("about_to", ColumnType.DATETIME));
    columns.add(new Column("claims", ColumnType.INTEGER));
    columns.add(new Column("sides", ColumnType.TEXT));
    columns.add(new Column("contested", ColumnType.BOOLEAN));
    readings.forEach(reading -> columns.add(new Column("words_" + reading, ColumnType.TEXT)));
    columns.add(new Column("verification", ColumnType.TEXT));
    readings.forEach(
        reading -> columns.add(new Column("qualification_" + reading, ColumnType.TEXT)));
    columns.add(new Column("attribution", ColumnType.TEXT));
    columns.add(new Column("disclosure", ColumnType.TEXT));
    return columns;
  }

  private static void claim(GeoPackage.Layer layer, Claim claim, Map<Claim, String> incidentOf) {
    Statement said = claim.statement();
    Optional<Place.Circle> circle = circle(claim);
    layer.add(
        circle.map(of -> List.of(List.of(ring(of)))).orElse(List.of()),
        List.of(
            claim.id().toString(),
            incidentOf.getOrDefault(claim, ""),
            claim.kind(),
            said.voice().source().id(),
            said.voice().side().code(),
            Account.happening(claim).map(Happening::conduct).orElse(""),
            said.about().from(),
            said.about().to(),
            said.voice().said().to(),
            circle.map(of -> of.radiusMm() / 1_000).orElse(-1L),
            said.where().name().orElse(""),
            said.words().gist().orElse("")));
  }

  /** The smallest circle of a claim: what it says lies within all of them. */
  private static Optional<Place.Circle> circle(Claim claim) {
    return claim.statement().where().place().parts().stream()
        .filter(Place.Circle.class::isInstance)
        .map(Place.Circle.class::cast)
        .filter(circle -> circle.radiusMm() <= Geodesy.LONGEST_RADIUS_MM)
        .min(Comparator.comparingLong(Place.Circle::radiusMm));
  }

  private static double[] ring(Place.Circle circle) {
    return Geodesy.ringAround(circle.centre(), Math.max(1, circle.radiusMm()));
  }

  private static List<List<double[]>> box(List<Claim> claims) {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (Claim claim : claims) {
      double[] ring = circle(claim).map(MapLayers::ring).orElse(new double[0]);
      for (int i = 0; i < ring.length; i += 2) {
        west = Math.min(west, ring[i]);
        east = Math.max(east, ring[i]);
        south = Math.min(south, ring[i + 1]);
        north = Math.max(north, ring[i + 1]);
      }
    }
    return west > east
        ? List.of()
        : List.of(
            List.of(
                new double[] {west, south, east, south, east, north, west, north, west, south}));
  }
}
