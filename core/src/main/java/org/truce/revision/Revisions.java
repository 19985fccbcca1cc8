package org.truce.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.report.Claim;
import org.truce.report.Report;
import org.truce.report.ReportId;

/**
 * What changed between two versions of the same data.
 *
 * @param both how many reports both versions have
 * @param rewritten how many values are only written otherwise
 * @param renamed names and classes that were renamed throughout
 * @param revisions values that changed, by report
 * @param added reports of the later version alone
 * @param withdrawn reports of the earlier version alone
 */
public record Revisions(
    int both,
    int rewritten,
    List<Renamed> renamed,
    List<Revision> revisions,
    List<ReportId> added,
    List<ReportId> withdrawn) {
  public Revisions {
    renamed = List.copyOf(renamed);
    revisions = List.copyOf(revisions);
    added = List.copyOf(added);
    withdrawn = List.copyOf(withdrawn);
  }

  /**
   * Compares two versions; the order of reports changes nothing. Reports are the same when source
   * and number are; {@code 31} and {@code 31.0} are one number unless a version has both.
   */
  public static Revisions between(Collection<Report> earlier, Collection<Report> later) {
    Map<String, Report> before = byNumber(earlier);
    Map<String, Report> now = byNumber(later);
    Set<String> common = new TreeSet<>(before.keySet());
    common.retainAll(now.keySet());
    List<Compared> compared =
        before.entrySet().stream()
            .filter(each -> common.contains(each.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .map(
                each ->
                    Compared.of(each.getValue(), now.getOrDefault(each.getKey(), each.getValue())))
            .toList();
    List<Renamed> renamed = renamed(compared, Vocabulary.of(earlier), Vocabulary.of(later));
    Set<Change> names = new HashSet<>();
    renamed.forEach(
        each ->
            names.add(
                new Change.Value(each.aspect(), Change.Shift.OTHER, each.before(), each.now())));
    return new Revisions(
        common.size(),
        compared.stream().mapToInt(Compared::rewritten).sum(),
        renamed,
        compared.stream()
            .flatMap(each -> each.revisions().stream())
            .filter(each -> !names.contains(each.change()))
            .toList(),
        only(now, common),
        only(before, common));
  }

  /** Returns how many revisions there are of each kind, named as in files. */
  public Map<String, Integer> byKind() {
    Map<String, Integer> counts = new TreeMap<>();
    revisions.forEach(each -> counts.merge(kind(each.change()), 1, Integer::sum));
    return counts;
  }

  /** Returns the kind of a change as named in files: {@code time-narrowed}, {@code late-death}. */
  public static String kind(Change change) {
    return switch (change) {
      case Change.Added added -> "claim-added";
      case Change.Withdrawn withdrawn -> "claim-withdrawn";
      case Change.Value value ->
          Claim.code(value.aspect())
              + (value.shift() == Change.Shift.OTHER ? "" : "-" + Claim.code(value.shift()));
      case Change.Toll toll ->
          toll.reason().map(Claim::code).orElseGet(() -> "toll-" + direction(toll));
    };
  }

  private static String direction(Change.Toll toll) {
    long moved = toll.now().said() - toll.before().said();
    return moved > 0 ? "rise" : moved < 0 ? "fall" : "bounds";
  }

  private static List<ReportId> only(Map<String, Report> version, Set<String> common) {
    return version.entrySet().stream()
        .filter(each -> !common.contains(each.getKey()))
        .map(each -> each.getValue().id())
        .sorted()
        .toList();
  }

  private static Map<String, Report> byNumber(Collection<Report> version) {
    Map<String, List<Report>> plain = new HashMap<>();
    for (Report report : version) {
      String number = report.id().source() + "/" + Writing.plain(report.id().number());
      plain.computeIfAbsent(number, each -> new ArrayList<>(1)).add(report);
    }
    Map<String, Report> numbered = new HashMap<>();
    plain.forEach(
        (number, reports) ->
            reports.forEach(
                each -> numbered.put(reports.size() == 1 ? number : each.id().toString(), each)));
    return numbered;
  }

  /** A name is renamed when all who had it have one and the same new name, and nobody keeps it. */
  private static List<Renamed> renamed(List<Compared> compared, Vocabulary before, Vocabulary now) {
    Map<Change.Value, Integer> changes = new LinkedHashMap<>();
    for (Compared each : compared) {
      each.names().forEach(value -> changes.merge(value, 1, Integer::sum));
    }
    Map<String, Integer> ways = new HashMap<>();
    changes.keySet().forEach(each -> ways.merge(each.aspect() + each.before(), 1, Integer::sum));
    return changes.entrySet().stream()
        .map(
            each ->
                new Renamed(
                    each.getKey().aspect(),
                    each.getKey().before(),
                    each.getKey().now(),
                    each.getValue()))
        .filter(each -> each.claims() > 1)
        .filter(each -> ways.getOrDefault(each.aspect() + each.before(), 0) == 1)
        .filter(each -> !now.has(each.aspect(), each.before()))
        .filter(each -> !before.has(each.aspect(), each.now()))
        .sorted(Comparator.comparing(Renamed::aspect).thenComparing(Renamed::before))
        .toList();
  }
}
