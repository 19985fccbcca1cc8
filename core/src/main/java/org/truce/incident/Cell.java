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
 * A day and a square of half a degree. Claims that lie in the same or in touching squares of a day
 * are worth comparing.
 *
 * @param day days since 1 January 1970, UTC
 * @param row squares north of the equator
 * @param column squares east of Greenwich
 */
public record Cell(long day, int row, int column) {
  private static final Duration LONGEST = Duration.ofDays(3);
  private static final long DAY = 86_400;
  private static final int SIDE_E7 = 5_000_000;

  /**
   * Returns where a claim lies; nowhere if it spans more than three days, or names only regions.
   */
  public static List<Cell> of(Claim claim) {
    TimeSpan about = claim.statement().about();
    List<Cell> cells = new ArrayList<>();
    if (about.length().compareTo(LONGEST) > 0) {
      return cells;
    }
    for (Place part : claim.statement().where().place().parts()) {
      if (part instanceof Place.Circle circle) {
        long last = Math.floorDiv(about.to().getEpochSecond() - 1, DAY);
        for (long day = Math.floorDiv(about.from().getEpochSecond(), DAY); day <= last; day++) {
          cells.add(of(day, circle.centre().latE7(), circle.centre().lonE7()));
        }
      }
    }
    return cells;
  }

  /** Returns the square of a position on a day. */
  static Cell of(long day, int latE7, int lonE7) {
    return new Cell(day, Math.floorDiv(latE7, SIDE_E7), Math.floorDiv(lonE7, SIDE_E7));
  }

  static Cell read(SnapshotInput in) throws IOException {
    return new Cell(in.number(), in.small(), in.small());
  }

  static void write(SnapshotOutput out, Cell cell) throws IOException {
    out.number(cell.day);
    out.number(cell.row);
    out.number(cell.column);
  }

  /** Returns this square and the eight that touch it, of the same day. */
  public List<Cell> neighbours() {
    List<Cell> all = new ArrayList<>(9);
    for (int north = row - 1; north <= row + 1; north++) {
      for (int east = column - 1; east <= column + 1; east++) {
        all.add(new Cell(day, north, east));
      }
    }
    return all;
  }
}
