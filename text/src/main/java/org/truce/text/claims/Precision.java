package org.truce.text.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each rule was right on the development texts.
 *
 * <p>The table has rule, right, wrong. Precision is smoothed: (right + 1) / (right + wrong + 2); a
 * rule that no text has tried has 0.5.
 */
final class Precision {
  private final Map<String, Double> byRule = new HashMap<>();

  static Precision load(String language) {
    Precision precision = new Precision();
    Optional<InputStream> found =
        Optional.ofNullable(
            Precision.class.getResourceAsStream("/org/truce/text/" + language + "/precision.tsv"));
    found.ifPresent(precision::read);
    return precision;
  }

  private void read(InputStream bytes) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .forEach(
              row -> {
                double right = Double.parseDouble(row[1]);
                double wrong = Double.parseDouble(row[2]);
                byRule.put(row[0], (right + 1) / (right + wrong + 2));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double of(String rule) {
    return byRule.getOrDefault(rule, 0.5);
  }
}
