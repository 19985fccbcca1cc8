package org.truce.sources.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.notation.Node;
import org.truce.notation.Node.Mapping;
import org.truce.notation.Notation;
import org.truce.notation.NotationException;
import org.truce.report.Input;
import org.truce.report.Rejected;

/**
 * Reads the points of a GeoJSON feature collection (RFC 7946) as rows: one column for each property
 * (names inside names joined by a dot), and {@code feature-id}, {@code lon} and {@code lat}.
 *
 * <p>What is no point is rejected. Features are read one at a time; one of more than 100,000 values
 * is rejected without being kept.
 */
public final class FeatureRows {
  private final String file;

  /** Prepares to read a file under the name that the user gave it. */
  public FeatureRows(String file) {
    this.file = file;
  }

  /** Reads to the end; where the text is broken, the rest is rejected as one. */
  public void read(InputStream bytes, RowSink sink) throws IOException {
    try (InputStreamReader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      Notation.jsonItems(
          file,
          text,
          "features",
          new Notation.ItemSink() {
            @Override
            public void item(Node feature) {
              sink.row(FeatureRows.row(feature));
            }

            @Override
            public void rejected(NotationException problem) {
              sink.rejected(FeatureRows.rejected(problem, ""));
            }
          });
    } catch (NotationException e) {
      sink.rejected(rejected(e, "; the file is not read on from here"));
    }
  }

  private static Rejected rejected(NotationException problem, String more) {
    return new Rejected(new Input(problem.file(), problem.line()), "", "", problem.reason() + more);
  }

  private static Row row(Node node) {
    Mapping feature = node.mapping();
    Map<String, String> cells = new LinkedHashMap<>();
    feature.find("properties").ifPresent(properties -> flatten("", properties, cells));
    feature.findText("id").ifPresent(id -> cells.put("feature-id", id));
    Optional<Node> geometry = feature.find("geometry");
    if (geometry.isPresent()) {
      position(geometry.get().mapping(), cells);
    }
    return new Row(new Input(node.where().file(), node.where().line()), cells);
  }

  private static void position(Mapping geometry, Map<String, String> cells) {
    Node type = geometry.get("type");
    if (!type.text().equals("Point")) {
      throw type.error("a point is expected, found \"%s\"".formatted(type.text()), List.of());
    }
    List<Node> position = geometry.get("coordinates").items();
    if (position.size() < 2) {
      throw type.error("a position has longitude and latitude", List.of());
    }
    cells.put("lon", position.get(0).text());
    cells.put("lat", position.get(1).text());
  }

  private static void flatten(String before, Node node, Map<String, String> cells) {
    switch (node) {
      case Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  (name, value) ->
                      flatten(before.isEmpty() ? name : before + "." + name, value, cells));
      case Node.Sequence sequence ->
          cells.put(
              before,
              String.join(
                  ";", sequence.items().stream().flatMap(item -> item.asText().stream()).toList()));
      case Node.Scalar scalar -> {
        if (scalar.quoted() || !scalar.text().equals("null")) {
          cells.put(before, scalar.text());
        }
      }
    }
  }
}
