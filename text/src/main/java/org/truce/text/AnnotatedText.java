package org.truce.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.truce.text.rules.ClaimType;
import org.truce.text.words.Span;

/**
 * A text with the claims that a person found in it.
 *
 * <p>A file holds texts one after the other: a line {@code === id language style date}, the text, a
 * line {@code ---}, and a line for each claim: type, quote and fields, separated by {@code |}.
 * {@code source=-} says that the outlet itself speaks.
 *
 * @param name id and style
 * @param language BCP 47 code
 * @param published day of publication
 * @param text the text
 * @param claims what it states
 */
public record AnnotatedText(
    String name, String language, LocalDate published, String text, List<Expected> claims) {

  /**
   * A claim that a person found.
   *
   * @param type its type
   * @param evidence where it stands
   * @param fields fields that must be right
   */
  public record Expected(ClaimType type, Span evidence, Map<String, String> fields) {}

  /** Reads a file of annotated texts. */
  public static List<AnnotatedText> read(String file, BufferedReader lines) throws IOException {
    List<AnnotatedText> texts = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("=== ") && !block.isEmpty()) {
        texts.add(text(file, block));
        block.clear();
      }
      if (!block.isEmpty() || line.startsWith("=== ")) {
        block.add(line);
      }
    }
    if (!block.isEmpty()) {
      texts.add(text(file, block));
    }
    return texts;
  }

  private static AnnotatedText text(String file, List<String> block) {
    String[] head = block.getFirst().split(" ", -1);
    int end = block.indexOf("---");
    if (head.length != 5 || end < 0) {
      throw new IllegalArgumentException(
          "%s: \"%s\": a text begins with === id language style date and ends with ---"
              .formatted(file, block.getFirst()));
    }
    String text = String.join("\n", block.subList(1, end));
    List<Expected> claims = new ArrayList<>();
    for (String line : block.subList(end + 1, block.size())) {
      if (!line.isBlank()) {
        claims.add(expected(file + " " + head[1], text, line.split("\\|", -1)));
      }
    }
    return new AnnotatedText(
        head[1] + " " + head[3], head[2], LocalDate.parse(head[4]), text, claims);
  }

  private static Expected expected(String where, String text, String[] columns) {
    String quote = columns[1].strip();
    int at = text.indexOf(quote);
    if (at < 0) {
      throw new IllegalArgumentException("%s: \"%s\" is not in the text".formatted(where, quote));
    }
    Map<String, String> fields = new TreeMap<>();
    for (String pair : columns.length > 2 ? columns[2].split(";", -1) : new String[0]) {
      if (pair.contains("=")) {
        int equals = pair.indexOf('=');
        fields.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return new Expected(
        ClaimType.valueOf(columns[0].strip()), new Span(at, at + quote.length()), fields);
  }
}
