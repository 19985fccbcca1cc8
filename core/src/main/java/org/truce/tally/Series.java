package org.truce.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.time.TimeSpan;

/**
 * The running total of one organ: numbers of one thing in one area from one beginning to later and
 * later ends. It can only rise; {@link Contradiction} says where it falls.
 *
 * @param counted who counts what on whom
 * @param points one for each end of the window, in order of time; what several reports say of one
 *     end stands together
 */
public record Series(Figure.Counted counted, List<Point> points) {
  public Series {
    points = List.copyOf(points);
  }

  /**
   * What was said up to one end of the window.
   *
   * @param window from the common beginning
   * @param figures what was said, by claim id; at least one
   */
  public record Point(TimeSpan window, List<Figure> figures) {
    public Point {
      figures = List.copyOf(figures);
    }

    /** Returns the number said most narrowly. */
    public Count narrowest() {
      return figures.stream()
          .map(Figure::count)
          .min(
              Comparator.comparingLong((Count count) -> count.most() - count.least())
                  .thenComparing(Comparator.comparingLong(Count::said).reversed()))
          .orElseThrow();
    }
  }

  /** Returns every running total with at least two ends among these numbers. */
  static List<Series> among(List<Figure> figures) {
    Map<String, List<Figure>> groups =
        figures.stream()
            .collect(Collectors.groupingBy(Series::group, TreeMap::new, Collectors.toList()));
    List<Series> all = new ArrayList<>();
    for (List<Figure> group : groups.values()) {
      Map<TimeSpan, List<Figure>> byWindow =
          group.stream()
              .sorted(Comparator.comparing((Figure figure) -> figure.tally().id()))
              .collect(Collectors.groupingBy(Figure::window, TreeMap::new, Collectors.toList()));
      if (byWindow.size() > 1) {
        List<Point> points = new ArrayList<>();
        byWindow.forEach((window, said) -> points.add(new Point(window, said)));
        all.add(new Series(group.getFirst().counted(), points));
      }
    }
    return all;
  }

  private static String group(Figure figure) {
    Claim.Tally tally = figure.tally();
    return String.join(
        "\u0000",
        figure.counted().toString(),
        tally.statement().where().place().toString(),
        tally.scope().counted().toString(),
        figure.window().from().toString());
  }
}
