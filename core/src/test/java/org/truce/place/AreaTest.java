package org.truce.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.truce.place.Reach.Cell;

class AreaTest {
  private static final Atlas NO_REGIONS = new Atlas(List.of(), List.of());
  private static final long ACCURACY_MM = 2_000_000;
  private static final Zone SQUARE = square();
  private static final Area AREA = Area.ofZone(NO_REGIONS, SQUARE);

  private static Zone square() {
    List<LonLat> ring =
        List.of(
            LonLat.ofDegrees(30, 48),
            LonLat.ofDegrees(31, 48),
            LonLat.ofDegrees(31, 49),
            LonLat.ofDegrees(30, 49),
            LonLat.ofDegrees(30, 48));
    return Zone.of(List.of(new Zone.Rings(List.of(ring))), ACCURACY_MM);
  }

  private static Place.Circle circle(double lon, double lat, long radiusMm) {
    return new Place.Circle(LonLat.ofDegrees(lon, lat), radiusMm, Place.Bound.STATED);
  }

  @Test
  void aCircleWellInsideOrOutsideIsCertainAndHasAMargin() {
    Reach inside = AREA.reach(circle(30.5, 48.5, 5_000_000));
    Reach outside = AREA.reach(circle(32, 48.5, 5_000_000));
    assertThat(inside.cells()).containsExactly(Cell.INSIDE);
    assertThat(outside.cells()).containsExactly(Cell.OUTSIDE);
    // A quarter of a degree of longitude short of the border, less radius and accuracy.
    assertThat(outside.marginMm().orElseThrow()).isBetween(66_000_000L, 67_000_000L);
  }

  @Test
  void aPositionNearerToTheBorderThanItsAccuracyLiesAtTheBorder() {
    assertThat(AREA.reach(circle(31.01, 48.5, 0)).cells()).containsExactly(Cell.AT_BORDER);
    assertThat(AREA.reach(circle(31.05, 48.5, 0)).cells()).containsExactly(Cell.OUTSIDE);
  }

  @Test
  void theComplementTurnsInsideIntoOutside() {
    assertThat(AREA.not().reach(circle(30.5, 48.5, 0)).cells()).containsExactly(Cell.OUTSIDE);
    assertThat(AREA.not().reach(circle(33, 48.5, 0)).cells()).containsExactly(Cell.INSIDE);
    assertThat(AREA.or(AREA.not()).reach(circle(32.0, 48.5, 0)).cells())
        .containsExactly(Cell.INSIDE);
  }

  /** Positions and borders tried at random never lie where the reach says that none can. */
  @Test
  void noPositionLiesWhereItsReachExcludesIt() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 20_000; trial++) {
      Place.Circle place =
          circle(
              random.nextDouble(29.5, 31.5),
              random.nextDouble(47.5, 49.5),
              random.nextLong(0, 40_000_000));
      Reach reach = AREA.reach(place);
      LonLat position =
          LonLat.ofDegrees(
              place.centre().lon() + random.nextDouble(-0.3, 0.3),
              place.centre().lat() + random.nextDouble(-0.3, 0.3));
      if (Geodesy.distanceMm(place.centre(), position) > place.radiusMm()) {
        continue;
      }
      long distance = SQUARE.signedDistanceMm(position);
      Cell cell =
          distance > ACCURACY_MM
              ? Cell.INSIDE
              : distance < -ACCURACY_MM ? Cell.OUTSIDE : Cell.AT_BORDER;
      assertThat(reach.cells()).as("trial %d: %s of %s", trial, position, place).contains(cell);
    }
  }

  @Test
  void coarseningKeepsTheTruePlaceInside() {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 20_000; trial++) {
      Place.Circle exact =
          circle(
              random.nextDouble(-179, 179), random.nextDouble(-80, 80), random.nextLong(3_000_000));
      long metres = random.nextLong(1, 20_000);
      Place.Circle vague = (Place.Circle) exact.coarsened(metres);
      assertThat(Geodesy.distanceMm(exact.centre(), vague.centre()) + exact.radiusMm())
          .as("trial %d", trial)
          .isLessThanOrEqualTo(vague.radiusMm());
      assertThat(vague.radiusMm()).isGreaterThanOrEqualTo(metres * 1_000);
    }
  }
}
