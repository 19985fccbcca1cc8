package org.truce.incident.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Learned weights as text: a word and what follows it, one a line, in a fixed order; so that two
 * versions can be compared by eye and by diff.
 */
public final class LinkWeightsText {
  private LinkWeightsText() {}

  /** Returns the weights that are delivered with the program. */
  public static LinkWeights delivered() {
    try (InputStream stream = LinkWeightsText.class.getResourceAsStream("learned-2.txt")) {
      return read(
          new String(
              Objects.requireNonNull(stream, "learned-2.txt").readAllBytes(),
              StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text. */
  public static String write(LinkWeights weights) {
    List<String> lines = new ArrayList<>();
    lines.add("version " + weights.version());
    weights.provenance().forEach(line -> lines.add("from " + line));
    LinkWeights.Limits limits = weights.limits();
    lines.add(
        "limits %d %d %d %d"
            .formatted(limits.least(), limits.floor(), limits.ceiling(), limits.oppositeCost()));
    weights
        .calibration()
        .points()
        .forEach(point -> lines.add("calibrate %d %d".formatted(point.sum(), point.logOdds())));
    addTable(lines, "different", weights.differentSources());
    addTable(lines, "same", weights.sameSource());
    return String.join("\n", lines) + "\n";
  }

  private static void addTable(List<String> lines, String name, LinkWeights.Table table) {
    lines.add(name + " prior " + table.prior());
    for (Comparator comparator : Comparator.values()) {
      List<String> words = new ArrayList<>();
      words.add(name);
      words.add(comparator.name().toLowerCase(Locale.ROOT));
      table.levels().get(comparator.position()).forEach(weight -> words.add(weight.toString()));
      lines.add(String.join(" ", words));
    }
  }

  /**
   * Reads the text.
   *
   * @throws IllegalArgumentException when it is not of that form; the message names the line
   */
  public static LinkWeights read(String text) {
    Reading reading = new Reading();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      try {
        reading.take(lines.get(i).split(" ", -1), lines.get(i));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "line %d of the model is not understood: \"%s\"".formatted(i + 1, lines.get(i)), e);
      }
    }
    return reading.weights();
  }

  private static final class Reading {
    private String version = "";
    private final List<String> provenance = new ArrayList<>();
    private LinkWeights.Limits limits = new LinkWeights.Limits(0, 0, 0, 0);
    private final List<Calibration.Point> points = new ArrayList<>();
    private final int[] priors = new int[2];
    private final List<List<List<Integer>>> tables = List.of(new ArrayList<>(), new ArrayList<>());

    private void take(String[] words, String line) {
      switch (words[0]) {
        case "version" -> version = words[1];
        case "from" -> provenance.add(line.substring("from ".length()));
        case "limits" ->
            limits =
                new LinkWeights.Limits(
                    number(words[1]), number(words[2]), number(words[3]), number(words[4]));
        case "calibrate" -> points.add(new Calibration.Point(number(words[1]), number(words[2])));
        case "different" -> takeTable(0, words);
        case "same" -> takeTable(1, words);
        default -> throw new IllegalArgumentException(words[0]);
      }
    }

    private void takeTable(int table, String[] words) {
      if (words[1].equals("prior")) {
        priors[table] = number(words[2]);
        return;
      }
      List<List<Integer>> levels = tables.get(table);
      Comparator comparator = Comparator.valueOf(words[1].toUpperCase(Locale.ROOT));
      if (comparator.position() != levels.size()) {
        throw new IllegalArgumentException(words[1] + " is out of order");
      }
      levels.add(Arrays.stream(words).skip(2).map(Reading::number).toList());
    }

    private static int number(String word) {
      int number = Integer.parseInt(word);
      if (Math.abs((long) number) >= LinkModel.CERTAIN / 10) {
        throw new IllegalArgumentException(word + " is no weight of a comparison");
      }
      return number;
    }

    private LinkWeights weights() {
      return new LinkWeights(
          version,
          provenance,
          new LinkWeights.Table(priors[0], tables.get(0)),
          new LinkWeights.Table(priors[1], tables.get(1)),
          new Calibration(points),
          limits);
    }
  }
}
