package org.truce.notation;

import java.util.List;
import org.truce.notation.Node.Mapping;
import org.truce.report.Count;

/** Reads counts as docs/report-format.md gives them. */
final class CountNotation {
  private CountNotation() {}

  static Count count(Node node) {
    if (node instanceof Node.Scalar) {
      return node.checked(() -> Count.exactly(node.wholeNumber()));
    }
    Mapping mapping =
        node.mapping().only("count", "about", "within", "more-than", "low", "high", "best");
    return mapping.checked(
        () -> mapping.find("low").isPresent() ? between(mapping) : said(mapping));
  }

  private static Count between(Mapping mapping) {
    mapping.only("low", "high", "best");
    long low = mapping.get("low").wholeNumber();
    return new Count(
        mapping.find("best").map(Node::wholeNumber).orElse(low),
        low,
        mapping.get("high").wholeNumber());
  }

  private static Count said(Mapping mapping) {
    mapping.only("count", "about", "within", "more-than");
    long number = mapping.get("count").wholeNumber();
    boolean about = mapping.find("about").map(Node::flag).orElse(false);
    boolean moreThan = mapping.find("more-than").map(Node::flag).orElse(false);
    if (about && moreThan) {
      throw mapping.error("a count is about a number or more than it, not both", List.of());
    }
    if (mapping.find("within").isPresent()) {
      return Count.about(number, mapping.get("within").wholeNumber());
    }
    return about ? Count.about(number) : moreThan ? Count.moreThan(number) : Count.exactly(number);
  }

  /** Writes a count with its bounds; without {@code most} there is none. */
  static java.util.Map<String, Object> write(Count count) {
    java.util.Map<String, Object> written = new java.util.LinkedHashMap<>();
    written.put("said", count.said());
    written.put("least", count.least());
    if (count.most() < Long.MAX_VALUE) {
      written.put("most", count.most());
    }
    return written;
  }
}
