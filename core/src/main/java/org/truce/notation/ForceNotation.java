package org.truce.notation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.agreement.Deadline;
import org.truce.agreement.Deadline.Anchor;
import org.truce.agreement.Deadline.Length;
import org.truce.agreement.TermOfForce;
import org.truce.agreement.TermOfForce.Bound;
import org.truce.notation.Node.Mapping;
import org.truce.time.TimeSpan;

/** Reads from when until when a reading applies. */
final class ForceNotation {
  private static final List<String> NAMES =
      List.of(
          "from",
          "until",
          "for",
          "open-ended",
          "extend",
          "extended-until",
          "notice",
          "notice-given",
          "suspended");

  /** Whether and how the time in force can be extended. */
  static final List<String> EXTENSIONS =
      List.of("by-agreement", "by-silence", "not-possible", "not-stated");

  private final DeadlineNotation anchors;

  ForceNotation(DeadlineNotation anchors) {
    this.anchors = anchors;
  }

  TermOfForce term(Node node) {
    if (node.mapping().find("pending").isPresent()) {
      Mapping pending = node.mapping().only("pending", "zone", "extend");
      return TermOfForce.pending(
          pending.get("pending").text(), TimeNotation.zone(pending.get("zone")));
    }
    Mapping mapping = node.mapping().only(NAMES);
    mapping.find("extend").ifPresent(word -> ConditionNotation.oneOf(word, EXTENSIONS));
    long ends =
        List.of("until", "for", "open-ended").stream()
            .filter(name -> mapping.find(name).isPresent())
            .count();
    if (ends != 1) {
      throw mapping.error(
          "the end of force must be written, once: nothing is implicit",
          List.of("write one of until: …, for: { PT30H: hours }, open-ended: \"the wording\""));
    }
    Optional<Bound> start = start(mapping.get("from"));
    if (start.isEmpty()) {
      return TermOfForce.pending(
          OpenValueNotation.brief(mapping.get("from")), java.time.ZoneOffset.UTC);
    }
    return mapping.checked(
        () -> new TermOfForce(start.get(), end(mapping, start.get()), suspended(mapping)));
  }

  private Optional<Bound> start(Node from) {
    if (from.mapping().find("anchor").isEmpty()) {
      return Optional.of(Bound.of(TimeNotation.wallTime(from)));
    }
    Node name = from.mapping().only("anchor", "wording").get("anchor");
    return switch (anchors.anchor(name).orElseThrow(() -> circular(name))) {
      case Anchor.Fixed fixed -> Optional.of(fixed.bound());
      case Anchor.Pending pending -> Optional.empty();
      case Anchor.Between between -> throw circular(name);
    };
  }

  private static NotationException circular(Node name) {
    return name.error(
        "entry into force cannot be counted from \"%s\", which is counted from it"
            .formatted(name.text()),
        List.of("name an anchor with a wall time, or a pending one"));
  }

  private static Optional<Bound> end(Mapping mapping, Bound start) {
    if (mapping.find("notice-given").isPresent()) {
      Bound given = Bound.of(TimeNotation.wallTime(mapping.get("notice-given")));
      return Optional.of(after(mapping.get("notice"), given));
    }
    mapping.find("notice").ifPresent(ForceNotation::length);
    if (mapping.find("extended-until").isPresent()) {
      return Optional.of(Bound.of(TimeNotation.wallTime(mapping.get("extended-until"))));
    }
    if (mapping.find("open-ended").isPresent()) {
      return Optional.empty();
    }
    return mapping
        .find("until")
        .map(until -> Bound.of(TimeNotation.wallTime(until)))
        .or(() -> mapping.find("for").map(length -> after(length, start)));
  }

  private static Bound after(Node node, Bound from) {
    Length length = length(node);
    Deadline deadline =
        new Deadline(Optional.of(new Anchor.Fixed(from)), length, OpenValueNotation.brief(node));
    return node.checked(
        () ->
            deadline
                .due(new TermOfForce(from, Optional.empty()))
                .orElseThrow(() -> new IllegalArgumentException("no length")));
  }

  /** Reads one length with its counting convention. */
  static Length length(Node node) {
    Map<String, Node> entries = node.mapping().entries();
    if (entries.size() != 1) {
      throw node.error(
          "write one length with its convention", List.of("for: { P30D: calendar-days }"));
    }
    Map.Entry<String, Node> length = entries.entrySet().iterator().next();
    Node amount = new Node.Scalar(length.getValue().where(), length.getKey(), true);
    return switch (length.getValue().text()) {
      case "hours" ->
          new Length.Elapsed(shorterThanCenturies(TimeNotation.duration(amount), amount));
      case "calendar-days" -> new Length.CalendarDays(days(amount));
      default ->
          throw length
              .getValue()
              .error(
                  "\"%s\" is not a counting convention".formatted(length.getValue().text()),
                  Suggestion.hints(length.getValue().text(), List.of("hours", "calendar-days")));
    };
  }

  private static int days(Node amount) {
    if (!amount.text().matches("P\\d{1,5}D")) {
      throw amount.error(
          "\"%s\" is not a number of days such as P30D".formatted(amount.text()), List.of());
    }
    return Integer.parseInt(amount.text().substring(1, amount.text().length() - 1));
  }

  private static Duration shorterThanCenturies(Duration duration, Node amount) {
    if (duration.compareTo(Duration.ofDays(36_525)) > 0) {
      throw amount.error("\"%s\" is longer than a century".formatted(amount.text()), List.of());
    }
    return duration;
  }

  private static List<TimeSpan> suspended(Mapping mapping) {
    List<TimeSpan> spans = new ArrayList<>();
    for (Node node : mapping.find("suspended").map(Node::items).orElse(List.of())) {
      Mapping suspension = node.mapping().only("from", "until", "by", "source");
      suspension.get("by").text();
      suspension.get("source").text();
      Bound from = Bound.of(TimeNotation.wallTime(suspension.get("from")));
      Bound until = Bound.of(TimeNotation.wallTime(suspension.get("until")));
      if (!from.isExact() || !until.isExact()) {
        throw node.error(
            "a suspension needs both ends with precision: minute",
            List.of("where the text leaves room, write a reading for each way"));
      }
      spans.add(node.checked(() -> new TimeSpan(from.earliest(), until.earliest())));
    }
    spans.sort(java.util.Comparator.comparing(TimeSpan::from));
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).overlaps(spans.get(i - 1))) {
        throw mapping.get("suspended").error("two suspensions overlap", List.of());
      }
    }
    return spans;
  }
}
