package org.truce.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.truce.conduct.Actor;
import org.truce.notation.Node.Mapping;
import org.truce.place.Place;
import org.truce.provenance.Disclosure;
import org.truce.provenance.Handling;
import org.truce.report.Claim;
import org.truce.report.Claim.Attitude;
import org.truce.report.Claim.Facet;
import org.truce.report.ClaimId;
import org.truce.report.Happening;
import org.truce.report.ReportId;
import org.truce.report.Statement;
import org.truce.report.Voice;
import org.truce.time.TimeSpan;

/** Reads one claim of a report. */
final class ClaimNotation {
  private static final List<String> COMMON =
      List.of("claim", "id", "gist", "quote", "about", "place", "same-as", "handling");
  private static final int MOST_PARTS = 1_000;
  private static final List<String> KINDS =
      List.of(
          "event",
          "observation",
          "tally",
          "pattern",
          "denial",
          "toll",
          "disruption",
          "alert",
          "position",
          "appointment",
          "commentary",
          "coverage");

  private final Mapping mapping;
  private final Statement statement;

  private ClaimNotation(Mapping mapping, Statement statement) {
    this.mapping = mapping;
    this.statement = statement;
  }

  /** Reads a claim; {@code position} names it when it does not name itself. */
  static Claim read(Mapping mapping, ReportId report, Voice voice, String position) {
    ClaimNotation notation =
        new ClaimNotation(mapping, statement(mapping, report, voice, position));
    Node kind = mapping.get("claim");
    return switch (kind.text()) {
      case "event" -> notation.event();
      case "observation" -> notation.observation();
      case "tally" -> notation.tally();
      case "pattern" -> notation.pattern();
      case "denial" -> notation.denial();
      case "toll" -> notation.toll();
      case "disruption" -> notation.disruption();
      case "alert" -> notation.alert();
      case "position" -> notation.position();
      case "appointment" -> notation.appointment();
      case "commentary" -> notation.commentary();
      case "coverage" -> notation.coverage();
      default ->
          throw kind.error(
              "\"%s\" is not a kind of claim".formatted(Suggestion.shortened(kind.text())),
              Suggestion.hints(kind.text(), KINDS));
    };
  }

  private static Statement statement(
      Mapping mapping, ReportId report, Voice voice, String position) {
    String name = mapping.findText("id").orElse(position);
    Disclosure disclosure = voice.disclosure();
    Optional<Handling> stricter = mapping.find("handling").map(node -> node.oneOf(Handling.class));
    Disclosure own =
        new Disclosure(
            disclosure.handling().and(stricter.orElse(Handling.PUBLIC)),
            disclosure.consent(),
            disclosure.leastCoarsening());
    return new Statement(
        mapping.checked(() -> ClaimId.parse(report + "/" + name)),
        new Voice(voice.source(), voice.speakers(), voice.said(), voice.readBy(), own),
        mapping.find("about").map(TimeNotation::span).orElse(TimeSpan.ANY),
        mapping
            .find("place")
            .map(node -> PlaceNotation.where(node, voice.source().kind()))
            .orElse(new Statement.Where(Place.anywhere(), Optional.empty())),
        new Statement.Words(mapping.findText("gist"), mapping.findText("quote")),
        references(mapping.find("same-as")));
  }

  private static SortedSet<ClaimId> references(Optional<Node> node) {
    SortedSet<ClaimId> ids = new TreeSet<>();
    node.ifPresent(list -> list.items().forEach(item -> ids.add(reference(item))));
    return ids;
  }

  private static ClaimId reference(Node node) {
    return node.checked(() -> ClaimId.parse(node.text()));
  }

  private void only(String... names) {
    List<String> all = new ArrayList<>(COMMON);
    all.addAll(List.of(names));
    mapping.only(all);
  }

  private void onlyWithHappening(String... names) {
    List<String> all = new ArrayList<>(COMMON);
    all.addAll(HappeningNotation.NAMES);
    all.addAll(List.of(names));
    mapping.only(all);
  }

  private Claim event() {
    onlyWithHappening();
    mapping.get("conduct");
    return new Claim.Event(statement, HappeningNotation.happening(mapping));
  }

  private Claim observation() {
    onlyWithHappening("method", "observer", "sector", "counts");
    Claim.Observer observer =
        new Claim.Observer(
            mapping
                .find("observer")
                .map(node -> PlaceNotation.where(node, statement.voice().source().kind()).place())
                .orElse(Place.anywhere()),
            mapping.get("method").oneOf(Claim.Method.class),
            mapping.find("sector").map(ClaimNotation::sector));
    List<Claim.Noticed> counts =
        mapping.find("counts").map(Node::items).orElse(List.of()).stream()
            .map(ClaimNotation::noticed)
            .toList();
    return new Claim.Observation(statement, observer, counts, HappeningNotation.happening(mapping));
  }

  private static Claim.Sector sector(Node node) {
    Mapping sector = node.mapping().only("bearing", "km");
    List<Node> bearing = pair(sector.get("bearing"));
    List<Node> km = pair(sector.get("km"));
    return sector.checked(
        () ->
            new Claim.Sector(
                (int) bearing.get(0).wholeNumber(),
                (int) bearing.get(1).wholeNumber(),
                Math.round(km.get(0).number() * 1_000),
                Math.round(km.get(1).number() * 1_000)));
  }

  private static List<Node> pair(Node node) {
    List<Node> items = node.items();
    if (items.size() != 2) {
      throw node.error("two values are expected, from and to", List.of());
    }
    return items;
  }

  private static Claim.Noticed noticed(Node node) {
    Mapping entry = node.mapping().only("what", "count", "assessed");
    return new Claim.Noticed(
        entry.get("what").text(),
        CountNotation.count(entry.get("count")),
        entry.findText("assessed"));
  }

  private Claim tally() {
    only("unit", "total", "by", "parts", "as-of", "except", "counted");
    List<Claim.Part> parts =
        mapping.find("parts").map(Node::items).orElse(List.of()).stream()
            .map(ClaimNotation::part)
            .toList();
    if (parts.size() > MOST_PARTS) {
      throw mapping.get("parts").error("a tally has at most 1,000 parts", List.of());
    }
    Set<String> names = parts.stream().map(Claim.Part::what).collect(Collectors.toSet());
    for (Claim.Part part : parts) {
      if (part.of().isPresent()
          && !names.contains(part.of().get())
          && !(part.of().get().equals("total") && mapping.find("total").isPresent())) {
        throw mapping
            .get("parts")
            .error(
                "\"%s\" is said to be of \"%s\", which is no part"
                    .formatted(part.what(), part.of().get()),
                Suggestion.hints(part.of().get(), names));
      }
    }
    if (mapping.find("total").isEmpty() && parts.isEmpty()) {
      throw mapping.error("a tally needs a total or parts", List.of());
    }
    SortedSet<Actor> by = HappeningNotation.actors(mapping.find("by"));
    return new Claim.Tally(
        statement,
        mapping.findText("unit").orElse("not said"),
        mapping.find("total").map(CountNotation::count),
        by,
        parts,
        new Claim.Scope(
            mapping.find("as-of").map(TimeNotation::span),
            mapping.find("except").map(Node::items).orElse(List.of()).stream()
                .map(TimeNotation::span)
                .toList(),
            mapping.find("counted").map(node -> node.oneOf(Claim.CountClass.class))));
  }

  private static Claim.Part part(Node node) {
    Mapping part = node.mapping().only("what", "count", "role", "of");
    Node role = part.get("role");
    boolean subset =
        switch (role.text()) {
          case "part" -> false;
          case "of-which" -> true;
          default ->
              throw role.error(
                  "\"%s\" is not a role".formatted(role.text()),
                  Suggestion.hints(role.text(), List.of("part", "of-which")));
        };
    Optional<String> of = subset ? Optional.of(part.get("of").text()) : Optional.empty();
    if (!subset) {
      part.only("what", "count", "role");
    }
    return new Claim.Part(part.get("what").text(), CountNotation.count(part.get("count")), of);
  }

  private Claim pattern() {
    onlyWithHappening("every");
    return new Claim.Pattern(
        statement,
        HappeningNotation.happening(mapping),
        mapping.find("every").map(TimeNotation::duration));
  }

  private Claim denial() {
    onlyWithHappening("denies", "of", "concedes", "denier");
    SortedSet<Facet> granted = new TreeSet<>();
    Optional<Mapping> concedes = mapping.find("concedes").map(Node::mapping);
    concedes.ifPresent(
        words ->
            words
                .only("facets", "gist")
                .find("facets")
                .ifPresent(
                    list -> list.items().forEach(item -> granted.add(item.oneOf(Facet.class)))));
    Happening denied = HappeningNotation.happening(mapping);
    return new Claim.Denial(
        statement,
        mapping.get("denies").oneOf(Facet.class),
        mapping.find("of").map(ClaimNotation::reference),
        denied,
        new Claim.Concession(granted, concedes.flatMap(words -> words.findText("gist"))),
        mapping.get("denier").oneOf(Claim.Denier.class));
  }

  private Claim toll() {
    only("category", "count", "status", "of", "as-of", "revises", "revision");
    return new Claim.Toll(
        statement,
        mapping.get("category").oneOf(Claim.Category.class),
        CountNotation.count(mapping.get("count")),
        mapping
            .find("status")
            .map(node -> node.oneOf(Claim.PersonStatus.class))
            .orElse(Claim.PersonStatus.UNKNOWN),
        mapping.find("of").map(ClaimNotation::reference),
        mapping.find("as-of").map(TimeNotation::span),
        mapping
            .find("revises")
            .map(
                node ->
                    new Claim.Revision(
                        reference(node), mapping.get("revision").oneOf(Claim.RevisionKind.class))));
  }

  private Claim disruption() {
    only("what", "facility", "effect", "count", "ended");
    return new Claim.Disruption(
        statement,
        mapping.get("what").text(),
        mapping.findText("facility"),
        mapping.findText("effect"),
        mapping.find("count").map(CountNotation::count),
        mapping.find("ended").map(Node::flag).orElse(false));
  }

  private Claim alert() {
    only("kind", "ended");
    return new Claim.Alert(
        statement, mapping.get("kind").text(), mapping.find("ended").map(Node::flag).orElse(false));
  }

  private Claim position() {
    only("actor", "on", "stance", "condition");
    return new Claim.Position(
        statement,
        new Actor(mapping.get("actor").text()),
        mapping.get("on").text(),
        mapping.get("stance").oneOf(Claim.Stance.class),
        mapping.findText("condition"));
  }

  private Claim appointment() {
    only("person", "office", "change");
    return new Claim.Appointment(
        statement,
        mapping.get("person").text(),
        mapping.get("office").text(),
        mapping.get("change").oneOf(Claim.Change.class));
  }

  private Claim commentary() {
    only("of", "stance", "exception");
    Attitude attitude = mapping.get("stance").oneOf(Attitude.class);
    boolean needsException =
        attitude == Attitude.INVOKES || attitude == Attitude.SHOWS || attitude == Attitude.REFUTES;
    if (needsException) {
      mapping.get("exception");
    }
    return new Claim.Commentary(
        statement, reference(mapping.get("of")), attitude, mapping.findText("exception"));
  }

  private Claim coverage() {
    only("observer", "method", "restriction", "effort-hours");
    return new Claim.Coverage(
        statement,
        mapping.get("observer").text(),
        mapping.get("method").oneOf(Claim.Method.class),
        mapping
            .find("restriction")
            .map(node -> node.oneOf(Claim.Restriction.class))
            .orElse(Claim.Restriction.NONE),
        mapping
            .find("effort-hours")
            .map(node -> OptionalLong.of(Math.round(node.number() * 60)))
            .orElse(OptionalLong.empty()));
  }
}
