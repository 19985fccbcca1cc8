package org.truce.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GeodesyTest {
  @Test
  void theRingAroundAPositionHoldsTheCircleAndLittleElse() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      LonLat centre = LonLat.ofDegrees(random.nextDouble(-170, 170), random.nextDouble(-80, 80));
      long radius = 1 + random.nextLong(200_000_000);
      double[] ring = Geodesy.ringAround(centre, radius);
      assertThat(ring).hasSize(130);
      assertThat(ring[128]).isEqualTo(ring[0]);
      assertThat(ring[129]).isEqualTo(ring[1]);
      for (int at = 0; at + 3 < ring.length; at += 2) {
        // The corners lie a little outside, the middles of the edges on the circle or outside.
        assertThat(distance(centre, ring[at], ring[at + 1]))
            .isBetween(radius - 20, radius + radius / 500 + 20);
        assertThat(
                distance(centre, (ring[at] + ring[at + 2]) / 2, (ring[at + 1] + ring[at + 3]) / 2))
            .as("seed 7, circle %d of %d mm around %s", i, radius, centre)
            .isGreaterThan(radius - radius / 500 - 20);
      }
    }
  }

  private static long distance(LonLat centre, double lon, double lat) {
    double turned = lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
    return Geodesy.distanceMm(centre, LonLat.ofDegrees(turned, lat));
  }

  @Test
  void noRingIsDrawnAroundHalfTheWorld() {
    assertThatThrownBy(() -> Geodesy.ringAround(LonLat.ofDegrees(37, 48), 2_000_000_000L))
        .hasMessageContaining("no ring");
  }
}
