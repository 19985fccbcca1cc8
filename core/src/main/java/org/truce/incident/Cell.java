package org.truce.incident;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.truce.place.Place;
import org.truce.report.Claim;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
import org.truce.time.TimeSpan;

/**
 * A day and a square of half a degree; of a claim that gives no position a day and some of its
 * words. Claims that lie in the same or in touching squares of a day, or share the words, are worth
 * comparing.
 *
 * @param day days since 1 January 1970, UTC
 * @param row squares north of the equator, from −180 to 180; of words {@value #WORDS} and the band
 * @param column squares east of Greenwich; of words a hash of them
 */
public record Cell(long day, int row, int column) {
  private static final Duration LONGEST = Duration.ofDays(3);
  private static final long DAY = 86_400;
  private static final int SIDE_E7 = 5_000_000;
  private static final int WORDS = 1 << 20;

  /**
   * Returns where a claim lies; nowhere if it spans more than three days, or gives neither a
   * position nor a text long enough.
   */
  public static List<Cell> of(Claim claim) {
    return of(claim, TextSketch.of(claim));
  }

  static List<Cell> of(Claim claim, int[] sketch) {
    TimeSpan about = claim.statement().about();
    List<Cell> cells = new ArrayList<>();
    if (about.length().compareTo(LONGEST) > 0) {
      return cells;
    }
    long last = Math.floorDiv(about.to().getEpochSecond() - 1, DAY);
    for (long day = Math.floorDiv(about.from().getEpochSecond(), DAY); day <= last; day++) {
      for (Place part : claim.statement().where().place().parts()) {
        if (part instanceof Place.Circle circle) {
          cells.add(of(day, circle.centre().latE7(), circle.centre().lonE7()));
        }
      }
      cells.addAll(TextSketch.cells(sketch, day));
    }
    return cells;
  }

  /** Returns the square of a position on a day. */
  static Cell of(long day, int latE7, int lonE7) {
    return new Cell(day, Math.floorDiv(latE7, SIDE_E7), Math.floorDiv(lonE7, SIDE_E7));
  }

  /** Returns the place where texts meet that agree in a band. */
  static Cell ofText(long day, int band, int hash) {
    return new Cell(day, WORDS + band, hash);
  }

  /** Returns whether it is of words, which touch nothing but themselves. */
  boolean isOfWords() {
    return row >= WORDS;
  }

  /** Returns whether claims in the two are worth comparing. */
  boolean touches(Cell other) {
    return day == other.day
        && (isOfWords()
            ? row == other.row && column == other.column
            : Math.abs(row - other.row) <= 1 && Math.abs(column - other.column) <= 1);
  }

  static Cell read(SnapshotInput in) throws IOException {
    return new Cell(in.number(), in.small(), in.small());
  }

  static void write(SnapshotOutput out, Cell cell) throws IOException {
    out.number(cell.day);
    out.number(cell.row);
    out.number(cell.column);
  }

  /** Returns this square and the eight that touch it, of the same day; of words these alone. */
  public List<Cell> neighbours() {
    if (isOfWords()) {
      return List.of(this);
    }
    List<Cell> all = new ArrayList<>(9);
    for (int north = row - 1; north <= row + 1; north++) {
      for (int east = column - 1; east <= column + 1; east++) {
        all.add(new Cell(day, north, east));
      }
    }
    return all;
  }
}
