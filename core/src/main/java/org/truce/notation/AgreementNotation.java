package org.truce.notation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.agreement.Agreement;
import org.truce.agreement.Agreement.Citation;
import org.truce.agreement.Agreement.Heading;
import org.truce.agreement.Clause;
import org.truce.agreement.Reading;
import org.truce.agreement.Roster;
import org.truce.notation.Node.Mapping;
import org.truce.place.Atlas;

/**
 * Reads agreements (docs/agreement-language.md).
 *
 * <p>Every name that is not supported is refused, and every reference is checked here, so that a
 * read agreement can be judged without further complaint.
 */
public final class AgreementNotation {

  /** Finds the text of a file that stands beside the agreement. */
  @FunctionalInterface
  public interface Neighbours {
    /** Returns the text, or nothing when there is no such file. */
    Optional<String> find(String file);
  }

  private final Atlas atlas;
  private final Neighbours neighbours;

  /** Prepares to read agreements whose territories lie in this atlas. */
  public AgreementNotation(Atlas atlas, Neighbours neighbours) {
    this.atlas = atlas;
    this.neighbours = neighbours;
  }

  /**
   * Reads an agreement.
   *
   * @throws NotationException when it is not of the form; the message names file, line and value
   */
  public Agreement read(Node node) {
    Mapping mapping =
        node.mapping()
            .only(
                "agreement",
                "title",
                "label",
                "class",
                "authenticity",
                "note",
                "sources",
                "parties",
                "actors",
                "targets",
                "zones",
                "readings",
                "clauses");
    Map<String, Citation> sources = sources(mapping);
    Roster roster = new RosterNotation(sources).read(mapping);
    AreaNotation areas = new AreaNotation(atlas, new ZoneFiles(neighbours, sources).read(mapping));
    Map<String, Clause> clauses =
        new ClauseNotation(roster, areas, TargetNotation.named(mapping)).read(mapping);
    return new Agreement(
        heading(mapping), roster, readings(mapping, clauses, sources), clauses, sources);
  }

  private static Heading heading(Mapping mapping) {
    Node id = mapping.get("agreement");
    if (!id.text().matches("[a-z0-9][a-z0-9-]*")) {
      throw id.error(
          "\"%s\" is not an id: use lower case, digits and hyphens".formatted(id.text()),
          List.of());
    }
    return new Heading(
        id.text(),
        mapping.get("title").text(),
        mapping.get("label").text(),
        mapping.get("class").oneOf(Agreement.Kind.class),
        mapping.get("authenticity").oneOf(Agreement.Authenticity.class),
        mapping.findText("note"));
  }

  private static Map<String, Citation> sources(Mapping mapping) {
    Map<String, Citation> sources = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : mapping.get("sources").mapping().entries().entrySet()) {
      Mapping source = entry.getValue().mapping().only("title", "publisher", "date", "address");
      sources.put(
          entry.getKey(),
          new Citation(
              source.get("title").text(),
              source.get("publisher").text(),
              source.find("date").map(TimeNotation::day),
              source.findText("address")));
    }
    return sources;
  }

  /** Reads a reference to a source. */
  static String source(Node node, Map<String, Citation> sources) {
    if (!sources.containsKey(node.text())) {
      throw node.error(
          "source \"%s\" is not defined".formatted(node.text()),
          Suggestion.hints(node.text(), sources.keySet()));
    }
    return node.text();
  }

  private static List<Reading> readings(
      Mapping mapping, Map<String, Clause> clauses, Map<String, Citation> sources) {
    List<Reading> readings = new ArrayList<>();
    for (Map.Entry<String, Node> entry : mapping.get("readings").mapping().entries().entrySet()) {
      Mapping reading =
          entry.getValue().mapping().only("asserted-by", "in-force", "clauses", "note");
      readings.add(
          new Reading(
              entry.getKey(),
              asserted(reading.get("asserted-by"), sources),
              ForceNotation.term(reading.get("in-force")),
              clauses(reading.get("clauses"), clauses),
              reading.findText("note")));
    }
    if (readings.isEmpty()) {
      throw mapping.get("readings").error("an agreement has at least one reading", List.of());
    }
    return readings;
  }

  private static Reading.Asserted asserted(Node node, Map<String, Citation> sources) {
    Mapping mapping = node.mapping().only("speaker", "date", "source");
    return new Reading.Asserted(
        mapping.get("speaker").text(),
        mapping.get("date").text(),
        source(mapping.get("source"), sources));
  }

  private static List<String> clauses(Node node, Map<String, Clause> clauses) {
    List<String> ids = new ArrayList<>();
    for (Node item : node.items()) {
      if (!clauses.containsKey(item.text())) {
        throw item.error(
            "clause \"%s\" is not defined".formatted(item.text()),
            Suggestion.hints(item.text(), clauses.keySet()));
      }
      ids.add(item.text());
    }
    return ids;
  }
}
