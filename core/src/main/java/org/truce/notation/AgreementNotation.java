package org.truce.notation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.truce.agreement.Agreement;
import org.truce.agreement.Agreement.Citation;
import org.truce.agreement.Agreement.Heading;
import org.truce.agreement.Clause;
import org.truce.agreement.Reading;
import org.truce.agreement.Roster;
import org.truce.notation.ClauseNotation.Named;
import org.truce.notation.Node.Mapping;
import org.truce.notation.Node.Sequence;
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

  private static final List<String> NAMES =
      List.of(
          "agreement",
          "title",
          "label",
          "class",
          "authenticity",
          "note",
          "sources",
          "parties",
          "actors",
          "anchors",
          "targets",
          "weapons",
          "zones",
          "lines",
          "readings",
          "clauses",
          "bodies",
          "ladder",
          "guarantees",
          "related",
          "lineage");

  /** Values may be open in these sections; the shared ones bear on every reading. */
  private static final List<String> SHARED_SECTIONS =
      List.of("anchors", "targets", "weapons", "zones", "lines");

  private static final List<String> OPEN_SECTIONS =
      List.of("readings", "clauses", "anchors", "targets", "weapons", "zones", "lines");

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
    Mapping written = node.mapping().only(NAMES);
    Map<String, Sequence> open = new LinkedHashMap<>();
    for (String section : OPEN_SECTIONS) {
      written.find(section).ifPresent(value -> open.putAll(OpenValueNotation.find(section, value)));
    }
    Terms terms = new Terms(written, open);
    Way first = terms.way(new TreeMap<>());
    Map<String, Citation> sources = terms.sources;
    List<Reading> readings = new ArrayList<>();
    for (Map.Entry<String, Node> entry :
        first.written().get("readings").mapping().entries().entrySet()) {
      readings.add(reading(entry.getKey(), entry.getValue(), first, terms));
    }
    if (readings.isEmpty()) {
      throw written.get("readings").error("an agreement has at least one reading", List.of());
    }
    Mapping as = first.written();
    return new Agreement(
        heading(as),
        terms.roster,
        readings,
        first.clauses(),
        sources,
        new SurroundingsNotation(sources, terms.roster)
            .read(written, new ZoneFiles(neighbours, sources).drawn(as)));
  }

  /** The agreement as it stands when its open values are meant in one way. */
  private record Way(Mapping written, DeadlineNotation anchors, Map<String, Clause> clauses) {}

  /** Reads the parts on which clauses rest, each once for the choices that bear on it. */
  private final class Terms {
    private final Mapping written;
    private final Map<String, Sequence> open;
    private final Map<String, Citation> sources;
    private final Roster roster;
    private final Map<String, Object> read = new HashMap<>();

    Terms(Mapping written, Map<String, Sequence> open) {
      this.written = written;
      this.open = open;
      this.sources = sources(written);
      this.roster = new RosterNotation(sources).read(written);
    }

    Way way(SortedMap<String, Integer> choices) {
      Mapping as = (Mapping) OpenValueNotation.chosen("", outside(), choices);
      Named named = named(as, choices);
      Mapping clauses = as.get("clauses").mapping();
      Map<String, Clause> made = new LinkedHashMap<>();
      clauses
          .entries()
          .forEach(
              (id, node) ->
                  made.put(
                      id,
                      once(
                          "clauses." + id,
                          choices,
                          () -> new ClauseNotation(named).clause(id, node.mapping()))));
      ClauseNotation.checkReferences(made, clauses);
      return new Way(as, named.deadlines(), made);
    }

    /** The ladder keeps its open clock: it is printed with all its alternatives. */
    private Mapping outside() {
      Map<String, Node> entries = new LinkedHashMap<>(written.entries());
      entries.remove("ladder");
      return new Mapping(written.where(), entries);
    }

    private Named named(Mapping as, SortedMap<String, Integer> choices) {
      ZoneFiles files = new ZoneFiles(neighbours, sources);
      return new Named(
          roster,
          once("zones", choices, () -> new AreaNotation(atlas, files.zones(as))),
          once("targets", choices, () -> TargetNotation.named(as)),
          once("weapons", choices, () -> WeaponNotation.classes(as)),
          once("lines", choices, () -> files.lines(as, roster.parties().keySet())),
          once("anchors", choices, () -> DeadlineNotation.of(as, sources)));
    }

    /** Parts on which the same choices bear are the same objects, so that ways can be compared. */
    @SuppressWarnings("unchecked")
    private <T> T once(
        String section, SortedMap<String, Integer> choices, java.util.function.Supplier<T> reader) {
      SortedMap<String, Integer> bearing = new TreeMap<>(choices);
      bearing.keySet().removeIf(path -> !bears(path, section));
      String key = section + bearing;
      Object known = read.get(key);
      if (known == null) {
        known = reader.get();
        read.put(key, known);
      }
      return (T) known;
    }

    private boolean bears(String path, String section) {
      return path.equals(section)
          || path.startsWith(section + ".")
          || (section.startsWith("clauses.") && isShared(path));
    }

    private boolean isShared(String path) {
      return SHARED_SECTIONS.stream().anyMatch(shared -> path.startsWith(shared + "."));
    }

    /** Returns the open values that bear on a reading. */
    Map<String, Sequence> openIn(String reading, List<String> clauses) {
      Map<String, Sequence> bearing = new LinkedHashMap<>(open);
      bearing
          .keySet()
          .removeIf(
              path ->
                  !isShared(path)
                      && !path.startsWith("readings." + reading + ".")
                      && clauses.stream().noneMatch(id -> path.startsWith("clauses." + id + ".")));
      return bearing;
    }
  }

  private Reading reading(String id, Node node, Way first, Terms terms) {
    Mapping reading = node.mapping().only("asserted-by", "in-force", "clauses", "note");
    List<String> clauses = clauses(reading.get("clauses"), first.clauses());
    Map<String, Sequence> open = terms.openIn(id, clauses);
    List<Reading.Alternative> alternatives = new ArrayList<>();
    for (SortedMap<String, Integer> choices :
        open.isEmpty()
            ? List.<SortedMap<String, Integer>>of()
            : OpenValueNotation.ways(open, node)) {
      Way way = terms.way(choices);
      Mapping meant = way.written().get("readings").mapping().get(id).mapping();
      alternatives.add(
          new Reading.Alternative(
              words(open, choices),
              new ForceNotation(way.anchors()).term(meant.get("in-force")),
              way.clauses()));
    }
    return new Reading(
        id,
        asserted(reading.get("asserted-by"), terms.sources),
        new ForceNotation(first.anchors()).term(reading.get("in-force")),
        clauses,
        note(reading),
        alternatives);
  }

  private static SortedMap<String, String> words(
      Map<String, Sequence> open, SortedMap<String, Integer> choices) {
    SortedMap<String, String> words = new TreeMap<>();
    open.forEach(
        (path, either) ->
            words.put(
                path, OpenValueNotation.brief(either.items().get(choices.getOrDefault(path, 0)))));
    return words;
  }

  /** Whether force can be extended is printed with the note. */
  private static Optional<String> note(Mapping reading) {
    Optional<String> extension =
        reading
            .get("in-force")
            .mapping()
            .findText("extend")
            .map(word -> "extension " + word.replace('-', ' '));
    return Stream.of(reading.findText("note"), extension)
        .flatMap(Optional::stream)
        .reduce((a, b) -> a + "; " + b);
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
