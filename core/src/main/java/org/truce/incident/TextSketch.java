package org.truce.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.truce.incident.linkage.Fingerprint;
import org.truce.place.Place;
import org.truce.report.Claim;
import org.truce.report.Statement;

/**
 * By which claims that give no position meet: the words of copies. Of the five-character pieces of
 * a text ({@link Shingles}) the smallest number under each of {@value #LENGTH} orders (MinHash);
 * the share of equal ones estimates the share of pieces that two texts have in common, and texts
 * that agree in a band of three are looked at. A function of the text alone.
 */
final class TextSketch {
  /** Of a claim that gives a position, or whose text is too short to be known as a copy. */
  static final int[] NONE = new int[0];

  static final int LENGTH = 64;

  /** At seven tenths in common 97 of 100 pairs meet, at three tenths 20. */
  private static final int BANDS = 8;

  private static final int ROWS = 3;

  /** Shorter texts are alike without being copied: "shelling in the region, no casualties". */
  private static final int FEWEST = 60;

  /** Of {@value #LENGTH}; seven tenths. */
  private static final int COPIED = 45;

  /** What stands further on tells no more. */
  private static final int MOST_CHARACTERS = 4_000;

  private TextSketch() {}

  /** Returns the sketch of a claim, or {@link #NONE}. */
  static int[] of(Claim claim) {
    Statement said = claim.statement();
    boolean isPlaced =
        said.where().place().parts().stream().anyMatch(Place.Circle.class::isInstance);
    return isPlaced ? NONE : of(said.words().quote().or(said.words()::gist).orElse(""));
  }

  private static int[] of(String text) {
    if (text.length() < FEWEST) {
      return NONE;
    }
    var pieces = Shingles.of(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
    if (pieces.size() < FEWEST) {
      return NONE;
    }
    int[] sketch = new int[LENGTH];
    Arrays.fill(sketch, Integer.MAX_VALUE);
    for (String piece : pieces) {
      long number = Fingerprint.of(piece);
      for (int i = 0; i < LENGTH; i++) {
        sketch[i] = Math.min(sketch[i], (int) Fingerprint.mix(number + i));
      }
    }
    return sketch;
  }

  /** Returns whether two texts are of one origin: most of one stands in the other. */
  static boolean areCopies(int[] one, int[] other) {
    int equal = 0;
    for (int i = 0; i < one.length && i < other.length; i++) {
      equal += one[i] == other[i] ? 1 : 0;
    }
    return equal >= COPIED;
  }

  /** Returns where a text meets others on a day. */
  static List<Cell> cells(int[] sketch, long day) {
    List<Cell> cells = new ArrayList<>();
    for (int band = 0; band < BANDS && sketch.length > 0; band++) {
      long hash = band;
      for (int row = 0; row < ROWS; row++) {
        hash = Fingerprint.mix(hash + sketch[band * ROWS + row]);
      }
      cells.add(Cell.ofText(day, band, (int) hash));
    }
    return cells;
  }
}
