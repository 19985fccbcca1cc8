package org.truce.mechanism;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.truce.store.Chain;
import org.truce.store.Store;
import org.truce.store.Version;

/** Compares a projection with what the ledger says it must be. */
final class Checkup {
  private final Store store;
  private final Store again;

  /**
   * Prepares to compare.
   *
   * @param store the projection that is looked at
   * @param again the same made anew from the ledger
   */
  Checkup(Store store, Store again) {
    this.store = store;
    this.again = again;
  }

  /** Returns what differs, first of all the first entry and row; nothing when all is well. */
  List<String> differences() {
    List<String> found = new ArrayList<>();
    long entries = Math.min(store.progress().entries(), again.progress().entries());
    long rows = firstChangedRow(entries);
    if (rows >= 0) {
      found.add(
          "entry %d: the rows are not those that were written; truce rebuild makes them again"
              .formatted(rows));
      found.addAll(rows(rows));
    }
    long chain = firstDifferent(entries);
    if (chain >= 0) {
      found.add(
          "entry %d: the ledger leads to other rows; truce rebuild makes them again"
              .formatted(chain));
      found.addAll(rows(chain));
    }
    return found;
  }

  /** Looks for the first entry whose rows no longer give the digest that was noted for it. */
  private long firstChangedRow(long entries) {
    String before = "";
    for (long at = 0; at < entries; at++) {
      long recordedAt = EntryNotation.read(again.content(at)).recordedAt();
      String now = Chain.after(before, at, recordedAt, store.touchedBy(at));
      before = store.chain(at);
      if (!now.equals(before)) {
        return at;
      }
    }
    return -1;
  }

  /** Bisects: a chain that differs at one entry differs at all after it. */
  private long firstDifferent(long entries) {
    if (entries == 0 || same(entries - 1)) {
      return -1;
    }
    long differs = entries - 1;
    long agrees = -1;
    while (differs - agrees > 1) {
      long middle = (differs + agrees) / 2;
      if (same(middle)) {
        agrees = middle;
      } else {
        differs = middle;
      }
    }
    return differs;
  }

  private boolean same(long at) {
    return store.chain(at).equals(again.chain(at));
  }

  private List<String> rows(long at) {
    Set<Version> here = new HashSet<>(store.touchedBy(at));
    Set<Version> there = new HashSet<>(again.touchedBy(at));
    List<String> lines = new ArrayList<>();
    here.stream()
        .filter(version -> !there.contains(version))
        .limit(3)
        .forEach(version -> lines.add("  is:      " + line(version)));
    there.stream()
        .filter(version -> !here.contains(version))
        .limit(3)
        .forEach(version -> lines.add("  must be: " + line(version)));
    return lines;
  }

  private static String line(Version version) {
    String to = version.to() == Version.OPEN ? "" : String.valueOf(version.to());
    return "%s %s known from %d to %s"
        .formatted(version.row().table().sql(), version.row().cells(), version.from(), to);
  }
}
