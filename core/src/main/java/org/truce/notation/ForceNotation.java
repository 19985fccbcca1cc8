package org.truce.notation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.agreement.TermOfForce;
import org.truce.agreement.TermOfForce.Bound;
import org.truce.notation.Node.Mapping;
import org.truce.time.WallTime;

/** Reads from when until when a reading applies. */
final class ForceNotation {
  private ForceNotation() {}

  static TermOfForce term(Node node) {
    Mapping mapping = node.mapping().only("from", "until", "for", "open-ended");
    WallTime from = TimeNotation.wallTime(mapping.get("from"));
    long ends =
        List.of("until", "for", "open-ended").stream()
            .filter(name -> mapping.find(name).isPresent())
            .count();
    if (ends != 1) {
      throw mapping.error(
          "the end of force must be written, once: nothing is implicit",
          List.of("write one of until: …, for: { PT30H: hours }, open-ended: \"the wording\""));
    }
    return mapping.checked(() -> new TermOfForce(Bound.of(from), end(mapping, from)));
  }

  private static Optional<Bound> end(Mapping mapping, WallTime from) {
    if (mapping.find("open-ended").isPresent()) {
      return Optional.empty();
    }
    return mapping
        .find("until")
        .map(until -> Bound.of(TimeNotation.wallTime(until)))
        .or(() -> mapping.find("for").map(length -> after(length, from)));
  }

  private static Bound after(Node node, WallTime from) {
    Map<String, Node> entries = node.mapping().entries();
    if (entries.size() != 1) {
      throw node.error(
          "write one length with its convention", List.of("for: { P30D: calendar-days }"));
    }
    Map.Entry<String, Node> length = entries.entrySet().iterator().next();
    String wording = "%s in %s".formatted(length.getKey(), length.getValue().text());
    Node amount = new Node.Scalar(length.getValue().where(), length.getKey(), true);
    return switch (length.getValue().text()) {
      case "hours" -> {
        Duration duration = TimeNotation.duration(amount);
        yield new Bound(
            from.earliest().plus(duration), from.latest().plus(duration), from.zone(), wording);
      }
      case "calendar-days" -> {
        Period days = amount.read(Period::parse, "is not a number of days such as P30D");
        yield Bound.of(moved(from, days, wording));
      }
      default ->
          throw length
              .getValue()
              .error(
                  "\"%s\" is not a counting convention".formatted(length.getValue().text()),
                  Suggestion.hints(length.getValue().text(), List.of("hours", "calendar-days")));
    };
  }

  private static WallTime moved(WallTime from, Period days, String wording) {
    LocalDateTime local = from.local().plus(days);
    return new WallTime(local, from.zone(), from.precision(), wording);
  }
}
