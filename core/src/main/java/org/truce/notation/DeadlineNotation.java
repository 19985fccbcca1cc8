package org.truce.notation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.truce.agreement.Agreement.Citation;
import org.truce.agreement.Deadline;
import org.truce.agreement.Deadline.Anchor;
import org.truce.agreement.Deadline.Length;
import org.truce.agreement.TermOfForce.Bound;
import org.truce.notation.Node.Mapping;

/** Reads anchors and what is counted from them. */
final class DeadlineNotation {
  private static final String ENTRY = "D";
  private static final Pattern DAYS_AFTER =
      Pattern.compile("([A-Za-z][A-Za-z0-9-]*)(?:\\+(\\d{1,4}))?");

  private final Map<String, Node> written;
  private final Map<String, Citation> sources;
  private final Map<String, Anchor> anchors = new LinkedHashMap<>();
  private final Set<String> underway = new TreeSet<>();

  private DeadlineNotation(Map<String, Node> written, Map<String, Citation> sources) {
    this.written = written;
    this.sources = sources;
  }

  static DeadlineNotation of(Mapping agreement, Map<String, Citation> sources) {
    Map<String, Node> written =
        agreement.find("anchors").map(node -> node.mapping().entries()).orElse(Map.of());
    DeadlineNotation read = new DeadlineNotation(written, sources);
    written.forEach(
        (name, node) -> {
          if (name.equals(ENTRY) || !DAYS_AFTER.matcher(name).matches() || name.contains("+")) {
            throw node.error(
                "\"%s\" cannot be the name of an anchor".formatted(name),
                List.of("D is the entry into force; use letters, digits and hyphens"));
          }
          read.anchor(name, node);
        });
    return read;
  }

  /** Returns the anchor of that name; empty for the entry into force. */
  Optional<Anchor> anchor(Node name) {
    return name.text().equals(ENTRY) ? Optional.empty() : Optional.of(anchor(name.text(), name));
  }

  private Anchor anchor(String name, Node asked) {
    Node node = written.get(name);
    if (node == null) {
      List<String> known = new ArrayList<>(written.keySet());
      known.add(ENTRY);
      throw asked.error(
          "anchor \"%s\" is not defined".formatted(name), Suggestion.hints(name, known));
    }
    Anchor known = anchors.get(name);
    if (known != null) {
      return known;
    }
    if (!underway.add(name)) {
      throw node.error("anchors refer to each other in a circle: " + underway, List.of());
    }
    Anchor read = read(node.mapping());
    underway.remove(name);
    anchors.put(name, read);
    return read;
  }

  private Anchor read(Mapping mapping) {
    mapping.find("source").ifPresent(source -> AgreementNotation.source(source, sources));
    if (mapping.find("pending").isPresent()) {
      return new Anchor.Pending(mapping.only("pending", "source").get("pending").text());
    }
    if (mapping.find("no-later-than").isPresent()) {
      mapping.only("not-before", "no-later-than", "source");
      return new Anchor.Between(
          anchor(mapping.get("not-before")), endOfDay(mapping.get("no-later-than")));
    }
    mapping.only("local", "zone", "precision", "wording", "declared-by", "source");
    Map<String, Node> time = new LinkedHashMap<>(mapping.entries());
    time.keySet().removeAll(List.of("declared-by", "source"));
    return new Anchor.Fixed(Bound.of(TimeNotation.wallTime(new Mapping(mapping.where(), time))));
  }

  /** Reads a deadline. */
  Deadline deadline(Node node) {
    Mapping mapping = node.mapping().only("no-later-than", "within", "counted-from", "at");
    long forms =
        List.of("no-later-than", "within", "at").stream()
            .filter(name -> mapping.find(name).isPresent())
            .count();
    if (forms != 1) {
      throw node.error(
          "a deadline is exactly one of no-later-than, within with counted-from, at",
          List.of(
              "write { no-later-than: D+2 } or { within: { P14D: calendar-days }, counted-from: D }"));
    }
    if (mapping.find("no-later-than").isPresent()) {
      return endOfDay(mapping.only("no-later-than").get("no-later-than"));
    }
    if (mapping.find("at").isPresent()) {
      Bound at = Bound.of(TimeNotation.wallTime(mapping.only("at").get("at")));
      return new Deadline(
          Optional.of(new Anchor.Fixed(at)), new Length.CalendarDays(0), at.wording());
    }
    Node length = mapping.get("within");
    Node from = mapping.get("counted-from");
    return new Deadline(
        anchor(from),
        ForceNotation.length(length),
        "within %s from %s".formatted(OpenValueNotation.brief(length), from.text()));
  }

  private Deadline endOfDay(Node node) {
    Matcher matcher = DAYS_AFTER.matcher(node.text());
    if (!matcher.matches()) {
      throw node.error(
          "\"%s\" is not an anchor such as D or D+2".formatted(Suggestion.shortened(node.text())),
          List.of());
    }
    int days = Optional.ofNullable(matcher.group(2)).map(Integer::parseInt).orElse(0);
    Optional<Anchor> anchor =
        anchor(new Node.Scalar(node.where(), String.valueOf(matcher.group(1)), false));
    return new Deadline(anchor, new Length.EndOfDay(days), "no later than " + node.text());
  }
}
