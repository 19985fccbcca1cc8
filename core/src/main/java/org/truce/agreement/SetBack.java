package org.truce.agreement;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.place.Area;
import org.truce.place.Line;

/**
 * How far from which line a party must keep which weapons.
 *
 * @param classes the classes that the table names
 * @param tables party code → its own line and distances
 * @param complete by when the weapons must be back
 * @param storage where a weapon beyond the line must stand; empty: the text does not say
 */
public record SetBack(
    List<WeaponClass> classes,
    SortedMap<String, Table> tables,
    Deadline complete,
    Optional<Area> storage) {
  public SetBack {
    classes = List.copyOf(classes);
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /**
   * One party's line and distances.
   *
   * @param line from which it is measured
   * @param leftIsOwn whether the party's side lies to the left of the line, in the order of its
   *     positions
   * @param distanceMm class → least distance in millimetres
   */
  public record Table(Line line, boolean leftIsOwn, SortedMap<String, Long> distanceMm) {
    public Table {
      distanceMm = Collections.unmodifiableSortedMap(new TreeMap<>(distanceMm));
    }
  }
}
