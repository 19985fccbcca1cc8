package org.truce.store.geopackage;

import java.util.List;
import java.util.Optional;

/** The box around areas, in degrees. */
record Bounds(double west, double south, double east, double north) {

  static Optional<Bounds> of(List<List<double[]>> polygons) {
    Optional<Bounds> all = Optional.empty();
    for (List<double[]> rings : polygons) {
      all = hull(all, Optional.of(of(rings.getFirst())));
    }
    return all;
  }

  private static Bounds of(double[] ring) {
    double west = ring[0];
    double south = ring[1];
    double east = west;
    double north = south;
    for (int i = 2; i < ring.length; i += 2) {
      west = Math.min(west, ring[i]);
      east = Math.max(east, ring[i]);
      south = Math.min(south, ring[i + 1]);
      north = Math.max(north, ring[i + 1]);
    }
    return new Bounds(west, south, east, north);
  }

  static Optional<Bounds> hull(Optional<Bounds> one, Optional<Bounds> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    Bounds a = one.get();
    Bounds b = other.get();
    return Optional.of(
        new Bounds(
            Math.min(a.west, b.west),
            Math.min(a.south, b.south),
            Math.max(a.east, b.east),
            Math.max(a.north, b.north)));
  }
}
