package org.truce.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.assessment.Aspect.Alternative;
import org.truce.place.Reach;
import org.truce.place.Reach.Cell;

/**
 * Whether something happened where a clause applies.
 *
 * <p>At a border whose course is not exact, both the position and the border are open; two
 * representative positions and three courses of the border stand for all. Whose a disputed part is,
 * is open apart from that.
 */
final class PlaceAspect {
  private PlaceAspect() {}

  private enum Spot {
    INSIDE("inside the area"),
    OUTSIDE("outside the area"),
    INNER("at the border, on the inner side"),
    OUTER("at the border, on the outer side"),
    AT_BORDER("at the border"),
    DISPUTED("in the disputed part");

    private final String words;

    Spot(String words) {
      this.words = words;
    }
  }

  private enum Course {
    IRRELEVANT(""),
    ALL_IN("the border runs further out"),
    BETWEEN("the border runs between"),
    ALL_OUT("the border runs further in");

    private final String words;

    Course(String words) {
      this.words = words;
    }
  }

  private enum Belongs {
    IRRELEVANT(""),
    TO_IT("the disputed part belongs to the area"),
    ELSEWHERE("the disputed part does not belong to the area");

    private final String words;

    Belongs(String words) {
      this.words = words;
    }
  }

  static Aspect<Boolean> of(Reach reach) {
    List<Alternative<Boolean>> alternatives = new ArrayList<>();
    for (Spot spot : spots(reach)) {
      for (Course course : courses(reach)) {
        for (Belongs belongs : belongings(reach)) {
          alternatives.add(alternative(spot, course, belongs));
        }
      }
    }
    return new Aspect<>(alternatives);
  }

  private static Alternative<Boolean> alternative(Spot spot, Course course, Belongs belongs) {
    Map<Fact, String> values = new HashMap<>();
    values.put(Fact.PLACE, spot.words);
    String boundary = (course.words + " " + belongs.words).strip();
    if (!boundary.isEmpty()) {
      values.put(Fact.BOUNDARY, boundary);
    }
    return new Alternative<>(inside(spot, course, belongs), values, Map.of());
  }

  private static boolean inside(Spot spot, Course course, Belongs belongs) {
    return switch (spot) {
      case INSIDE -> true;
      case OUTSIDE -> false;
      case INNER -> course != Course.ALL_OUT;
      case OUTER, AT_BORDER -> course == Course.ALL_IN;
      case DISPUTED -> belongs == Belongs.TO_IT;
    };
  }

  private static List<Spot> spots(Reach reach) {
    List<Spot> spots = new ArrayList<>();
    for (Cell cell : reach.cells()) {
      switch (cell) {
        case INSIDE -> spots.add(Spot.INSIDE);
        case OUTSIDE -> spots.add(Spot.OUTSIDE);
        case DISPUTED -> spots.add(Spot.DISPUTED);
        case AT_BORDER ->
            spots.addAll(
                reach.singlePosition() ? List.of(Spot.AT_BORDER) : List.of(Spot.INNER, Spot.OUTER));
      }
    }
    return spots;
  }

  private static List<Course> courses(Reach reach) {
    if (!reach.cells().contains(Cell.AT_BORDER)) {
      return List.of(Course.IRRELEVANT);
    }
    return reach.singlePosition()
        ? List.of(Course.ALL_IN, Course.ALL_OUT)
        : List.of(Course.ALL_IN, Course.BETWEEN, Course.ALL_OUT);
  }

  private static List<Belongs> belongings(Reach reach) {
    return reach.cells().contains(Cell.DISPUTED)
        ? List.of(Belongs.TO_IT, Belongs.ELSEWHERE)
        : List.of(Belongs.IRRELEVANT);
  }
}
