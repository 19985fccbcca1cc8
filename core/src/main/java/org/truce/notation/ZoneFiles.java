package org.truce.notation;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truce.agreement.Agreement.Citation;
import org.truce.agreement.Surroundings;
import org.truce.notation.Node.Mapping;
import org.truce.place.Line;
import org.truce.place.Zone;

/** Reads the zones and lines that an agreement names, from the GeoJSON files beside it. */
final class ZoneFiles {
  private static final List<String> NAMES =
      List.of(
          "file",
          "id",
          "version",
          "asserted-by",
          "source",
          "accuracy-m",
          "published",
          "marked-on-ground",
          "synthetic");

  private final AgreementNotation.Neighbours neighbours;
  private final Map<String, Citation> sources;
  private final Map<String, Map<String, ZoneNotation.Feature>> files = new LinkedHashMap<>();

  ZoneFiles(AgreementNotation.Neighbours neighbours, Map<String, Citation> sources) {
    this.neighbours = neighbours;
    this.sources = sources;
  }

  /**
   * A line with the parties on either side of it.
   *
   * @param left party codes
   * @param right party codes
   */
  record Sided(Line line, List<String> left, List<String> right) {}

  Map<String, Zone> zones(Mapping agreement) {
    Map<String, Zone> zones = new LinkedHashMap<>();
    each(
        agreement,
        "zones",
        (id, mapping) -> {
          mapping.only(NAMES);
          zones.put(id, feature(mapping, "zone").zone(accuracyMm(mapping)));
        });
    return zones;
  }

  Map<String, Sided> lines(Mapping agreement, Set<String> parties) {
    Map<String, Sided> lines = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(NAMES);
    names.addAll(List.of("left", "right"));
    each(
        agreement,
        "lines",
        (id, mapping) -> {
          mapping.only(names);
          List<String> left = parties(mapping.get("left"), parties);
          List<String> right = parties(mapping.get("right"), parties);
          if (left.stream().anyMatch(right::contains)) {
            throw mapping.get("right").error("a party stands on both sides of the line", List.of());
          }
          lines.put(id, new Sided(feature(mapping, "line").line(accuracyMm(mapping)), left, right));
        });
    return lines;
  }

  /** Returns what is said of every zone and line. */
  Map<String, Surroundings.Drawn> drawn(Mapping agreement) {
    Map<String, Surroundings.Drawn> drawn = new LinkedHashMap<>();
    for (String section : List.of("zones", "lines")) {
      each(
          agreement,
          section,
          (id, mapping) -> {
            Surroundings.Drawn said =
                new Surroundings.Drawn(
                    mapping.get("version").text(),
                    mapping.get("asserted-by").text(),
                    mapping.get("accuracy-m").wholeNumber(),
                    mapping.find("published").map(Node::flag),
                    mapping.find("marked-on-ground").map(Node::flag));
            if (drawn.put(id, said) != null) {
              throw mapping.error("\"%s\" is a zone and a line".formatted(id), List.of());
            }
          });
    }
    return drawn;
  }

  private static void each(
      Mapping agreement, String section, java.util.function.BiConsumer<String, Mapping> read) {
    agreement
        .find(section)
        .ifPresent(
            node ->
                node.mapping().entries().forEach((id, each) -> read.accept(id, each.mapping())));
  }

  private static List<String> parties(Node node, Set<String> known) {
    for (Node item : node.items()) {
      if (!known.contains(item.text())) {
        throw item.error(
            "\"%s\" is not a party".formatted(item.text()), Suggestion.hints(item.text(), known));
      }
    }
    return node.texts();
  }

  private static long accuracyMm(Mapping mapping) {
    Node node = mapping.get("accuracy-m");
    long metres = node.wholeNumber();
    return node.checked(
        () -> {
          if (metres < 0 || metres > 1_000_000) {
            throw new IllegalArgumentException(
                "accuracy-m lies between 0 and 1,000,000, was " + metres);
          }
          return metres * 1_000L;
        });
  }

  private ZoneNotation.Feature feature(Mapping mapping, String what) {
    for (String name : List.of("version", "asserted-by")) {
      mapping.get(name);
    }
    AgreementNotation.source(mapping.get("source"), sources);
    Node id = mapping.get("id");
    Map<String, ZoneNotation.Feature> features =
        files.computeIfAbsent(mapping.get("file").text(), file -> features(mapping.get("file")));
    ZoneNotation.Feature feature = features.get(id.text());
    if (feature == null) {
      throw id.error(
          "%s \"%s\" is not in %s".formatted(what, id.text(), mapping.get("file").text()),
          Suggestion.hints(id.text(), features.keySet()));
    }
    return feature;
  }

  private Map<String, ZoneNotation.Feature> features(Node file) {
    String text =
        neighbours
            .find(file.text())
            .orElseThrow(
                () ->
                    file.error(
                        "there is no file \"%s\" beside the agreement".formatted(file.text()),
                        List.of()));
    return ZoneNotation.features(Notation.json(file.text(), new StringReader(text)), "id");
  }
}
