package org.truce.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.notation.Node;
import org.truce.notation.Node.Mapping;
import org.truce.notation.Notation;

/**
 * Claims that wait for a person, one a line, as {@code truce extract} writes them, and what people
 * decided.
 *
 * <p>A decision changes only its own line: it names who decided and, when fields were corrected,
 * keeps what the machine had read.
 */
public final class ReviewQueue {
  private final String file;
  private final List<Map<String, Object>> lines = new ArrayList<>();

  private ReviewQueue(String file) {
    this.file = file;
  }

  /** What a person says of a claim. */
  public enum Decision {
    ACCEPTED,
    CORRECTED,
    REJECTED
  }

  /** Reads a queue; a line that is none is refused with its number. */
  public static ReviewQueue read(String file, List<String> lines) {
    ReviewQueue queue = new ReviewQueue(file);
    int number = 0;
    for (String line : lines) {
      number++;
      if (!line.isBlank()) {
        Mapping mapping = Notation.jsonLine(file, number, line).mapping();
        mapping.get("claim");
        mapping.get("review");
        queue.lines.add(value(mapping));
      }
    }
    return queue;
  }

  private static Map<String, Object> value(Mapping mapping) {
    Map<String, Object> values = new LinkedHashMap<>();
    mapping.entries().forEach((name, node) -> values.put(name, value(node)));
    return values;
  }

  private static Object value(Node node) {
    return switch (node) {
      case Mapping mapping -> value(mapping);
      case Node.Sequence sequence -> sequence.items().stream().map(ReviewQueue::value).toList();
      case Node.Scalar scalar -> scalar.quoted() ? scalar.text() : number(scalar.text());
    };
  }

  private static Object number(String text) {
    if (text.matches("-?\\d{1,18}")) {
      return Long.parseLong(text);
    }
    return text.matches("-?\\d+\\.\\d+") ? (Object) Double.parseDouble(text) : text;
  }

  /** Returns the claims on which nobody has decided, least certain first. */
  public List<Map<String, Object>> open() {
    return lines.stream()
        .filter(line -> "open".equals(line.get("review")))
        .sorted(java.util.Comparator.comparingDouble(ReviewQueue::confidence))
        .toList();
  }

  /** Returns the claims on which somebody decided, in the order of the queue. */
  public List<Map<String, Object>> decided() {
    return lines.stream().filter(line -> !"open".equals(line.get("review"))).toList();
  }

  private static double confidence(Map<String, Object> line) {
    return line.get("confidence") instanceof Number number ? number.doubleValue() : 0;
  }

  /**
   * Records a decision.
   *
   * @param claim id of the claim
   * @param decision what was decided
   * @param by who decided
   * @param corrected fields with their right values; only for a correction
   * @throws IllegalArgumentException when there is no such claim or it was decided before
   */
  public void decide(String claim, Decision decision, String by, Map<String, String> corrected) {
    Map<String, Object> line =
        find(claim)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: there is no claim \"%s\"".formatted(file, claim)));
    if (!"open".equals(line.get("review"))) {
      throw new IllegalArgumentException(
          "%s: \"%s\" was %s by %s before; it is not overwritten"
              .formatted(file, claim, line.get("review"), line.get("reviewed-by")));
    }
    if (decision == Decision.CORRECTED) {
      correct(line, corrected);
    }
    line.put("review", decision.name().toLowerCase(java.util.Locale.ROOT));
    line.put("reviewed-by", by);
    if (decision != Decision.REJECTED) {
      line.put("read-by", "person");
    }
  }

  private static void correct(Map<String, Object> line, Map<String, String> corrected) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (line.get("fields") instanceof Map<?, ?> read) {
      line.put("fields-as-read", read);
      read.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
    }
    corrected.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            fields.remove(name);
          } else {
            fields.put(name, value);
          }
        });
    line.put("fields", fields);
  }

  private Optional<Map<String, Object>> find(String claim) {
    return lines.stream().filter(line -> claim.equals(line.get("claim"))).findFirst();
  }

  /** Returns the queue as lines, in the order in which it was read. */
  public List<String> written() {
    return lines.stream().map(TextReports::json).toList();
  }

  /**
   * Returns for each rule how often people found it right and wrong, for the table of precision.
   */
  public Map<String, int[]> byRule() {
    Map<String, int[]> counts = new java.util.TreeMap<>();
    for (Map<String, Object> line : lines) {
      if (!"open".equals(line.get("review"))) {
        int wrong = "accepted".equals(line.get("review")) ? 0 : 1;
        counts.computeIfAbsent(String.valueOf(line.get("rule")), r -> new int[2])[wrong]++;
      }
    }
    return counts;
  }
}
