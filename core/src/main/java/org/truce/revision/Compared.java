package org.truce.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.report.Report;
import org.truce.revision.Change.Shift;
import org.truce.time.TimeSpan;

/**
 * One report in two versions.
 *
 * @param revisions what changed; a value that several claims of the report share once
 * @param names every change of a name, once for each claim
 * @param rewritten how many values are only written otherwise
 */
record Compared(List<Revision> revisions, List<Change.Value> names, int rewritten) {

  static Compared of(Report earlier, Report later) {
    Map<String, Claim> before = byName(earlier);
    Map<String, Claim> now = byName(later);
    Collecting collecting = new Collecting();
    now.forEach((name, claim) -> collecting.claim(before.get(name), claim));
    before.forEach(
        (name, claim) -> {
          if (!isContinued(claim, now.get(name))) {
            collecting.add(new Revision(claim.id(), new Change.Withdrawn(claim.kind())));
          }
        });
    Tolls.between(before, now.values()).forEach(collecting::add);
    return new Compared(
        List.copyOf(collecting.revisions.values()), collecting.names, collecting.rewritten);
  }

  private static Map<String, Claim> byName(Report report) {
    Map<String, Claim> named = new TreeMap<>();
    report.claims().forEach(claim -> named.put(claim.id().name(), claim));
    return named;
  }

  private static boolean isContinued(Claim before, @org.jspecify.annotations.Nullable Claim now) {
    return now != null && now.kind().equals(before.kind());
  }

  /** What was found so far. */
  private static final class Collecting {
    private final Map<Change, Revision> revisions = new LinkedHashMap<>();
    private final List<Change.Value> names = new ArrayList<>();
    private int rewritten;

    void add(Revision revision) {
      revisions.putIfAbsent(revision.change(), revision);
    }

    void claim(@org.jspecify.annotations.Nullable Claim before, Claim now) {
      if (before == null || !isContinued(before, now)) {
        add(new Revision(now.id(), new Change.Added(now.kind())));
        return;
      }
      SortedMap<Aspect, String> was = Values.of(before);
      SortedMap<Aspect, String> is = Values.of(now);
      TreeSet<Aspect> aspects = new TreeSet<>(was.keySet());
      aspects.addAll(is.keySet());
      for (Aspect aspect : aspects) {
        String old = was.getOrDefault(aspect, "");
        String fresh = is.getOrDefault(aspect, "");
        if (!old.equals(fresh)) {
          value(aspect, old, fresh, before, now);
        }
      }
    }

    private void value(Aspect aspect, String old, String fresh, Claim before, Claim now) {
      if (Writing.plain(old).equals(Writing.plain(fresh))) {
        rewritten++;
        return;
      }
      Change.Value change =
          new Change.Value(aspect, shift(aspect, old, fresh, before, now), old, fresh);
      add(new Revision(now.id(), change));
      if (aspect.isName() && change.shift() == Shift.OTHER) {
        names.add(change);
      }
    }
  }

  private static Shift shift(Aspect aspect, String old, String fresh, Claim before, Claim now) {
    if (old.isEmpty()) {
      return Shift.GIVEN;
    }
    if (fresh.isEmpty()) {
      return Shift.LEFT_OUT;
    }
    if (aspect == Aspect.TIME) {
      TimeSpan was = before.statement().about();
      TimeSpan is = now.statement().about();
      return was.contains(is) ? Shift.NARROWED : is.contains(was) ? Shift.WIDENED : Shift.OTHER;
    }
    if (before instanceof Claim.Tally was
        && now instanceof Claim.Tally is
        && aspect == Aspect.COUNT
        && was.parts().equals(is.parts())
        && was.total().isPresent()
        && is.total().isPresent()) {
      return shift(was.total().get(), is.total().get());
    }
    return Shift.OTHER;
  }

  private static Shift shift(Count was, Count is) {
    if (was.said() != is.said()) {
      return Shift.OTHER;
    }
    if (was.least() <= is.least() && is.most() <= was.most()) {
      return Shift.NARROWED;
    }
    return is.least() <= was.least() && was.most() <= is.most() ? Shift.WIDENED : Shift.OTHER;
  }
}
