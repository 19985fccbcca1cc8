package org.truce.notation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a person may have meant: the known names, and the nearest of them. */
public final class Suggestion {
  private static final int FARTHEST = 3;
  private static final int LONGEST_VALUE = 80;
  private static final int MOST_NAMES = 40;

  private Suggestion() {}

  /** Returns the lines to print under an error about an unknown name. */
  public static List<String> hints(String wrong, Collection<String> known) {
    List<String> hints = new ArrayList<>();
    if (known.isEmpty()) {
      return hints;
    }
    List<String> names = known.stream().sorted().limit(MOST_NAMES).toList();
    String more = known.size() > MOST_NAMES ? ", … (%d in all)".formatted(known.size()) : "";
    hints.add("known here: " + String.join(", ", names) + more);
    nearest(wrong, known).ifPresent(name -> hints.add("did you mean " + name + "?"));
    return hints;
  }

  /** Returns the known name nearest to the wrong one, if any is near. */
  public static Optional<String> nearest(String wrong, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(wrong, name) <= Math.min(FARTHEST, Math.max(1, name.length() / 3)))
        .min(
            Comparator.comparingInt((String name) -> distance(wrong, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  static String shortened(String value) {
    return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
  }

  /** Edits (insert, delete, replace) between two names; names far apart in length are far apart. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > FARTHEST) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
