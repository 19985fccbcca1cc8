package org.truce.notation;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.agreement.Agreement.Citation;
import org.truce.notation.Node.Mapping;
import org.truce.place.Zone;

/** Reads the zones that an agreement names, from the GeoJSON files beside it. */
final class ZoneFiles {
  private final AgreementNotation.Neighbours neighbours;
  private final Map<String, Citation> sources;
  private final Map<String, Map<String, ZoneNotation.Feature>> files = new LinkedHashMap<>();

  ZoneFiles(AgreementNotation.Neighbours neighbours, Map<String, Citation> sources) {
    this.neighbours = neighbours;
    this.sources = sources;
  }

  Map<String, Zone> read(Mapping agreement) {
    Map<String, Zone> zones = new LinkedHashMap<>();
    agreement
        .find("zones")
        .ifPresent(
            node ->
                node.mapping()
                    .entries()
                    .forEach((id, zone) -> zones.put(id, zone(zone.mapping()))));
    return zones;
  }

  private Zone zone(Mapping mapping) {
    mapping.only(
        "file",
        "id",
        "version",
        "asserted-by",
        "source",
        "accuracy-m",
        "published",
        "marked-on-ground",
        "synthetic");
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
          "zone \"%s\" is not in %s".formatted(id.text(), mapping.get("file").text()),
          Suggestion.hints(id.text(), features.keySet()));
    }
    long metres = mapping.get("accuracy-m").wholeNumber();
    return feature.zone(mapping.checked(() -> Math.multiplyExact(metres, 1_000L)));
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
