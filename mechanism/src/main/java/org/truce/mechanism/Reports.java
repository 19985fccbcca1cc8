package org.truce.mechanism;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.provenance.Handling;
import org.truce.report.Report;
import org.truce.report.ReportId;

/** The reports received, with what acts make of them. Each is known by the index of its entry. */
final class Reports {
  private final SortedMap<Long, Received> received = new TreeMap<>();
  private final Map<ReportId, Long> first = new HashMap<>();
  private final Map<ReportId, Set<String>> senders = new HashMap<>();
  private final Standing<Long, Optional<Report>> amended = new Standing<>();
  private final Standing<Long, Handling> handling = new Standing<>();

  /**
   * A report as it came.
   *
   * @param entry its entry
   * @param report as first read
   */
  record Received(Entry entry, Report report) {}

  /**
   * What a report says now.
   *
   * @param state {@code standing}, {@code corrected} or {@code retracted}
   * @param report under its present handling
   */
  record Now(String state, Report report) {
    boolean speaks() {
      return !state.equals("retracted");
    }
  }

  /** Returns the index of the entry that first brought a report of that name. */
  Optional<Long> first(ReportId id) {
    return Optional.ofNullable(first.get(id));
  }

  void put(long index, Received report) {
    received.put(index, report);
    first.putIfAbsent(report.report().id(), index);
  }

  /** Notes who sent a report of that name, also when it was a copy. */
  void sent(ReportId id, String sender) {
    senders.computeIfAbsent(id, report -> new TreeSet<>()).add(sender);
  }

  /** Returns everybody who sent a report of that name. */
  Set<String> senders(ReportId id) {
    return senders.getOrDefault(id, Set.of());
  }

  void remove(long index) {
    Received was = received.remove(index);
    if (was != null) {
      first.remove(was.report().id(), index);
    }
  }

  Optional<Received> find(long index) {
    return Optional.ofNullable(received.get(index));
  }

  /** Returns the indices of all reports that were read and are no copies. */
  Collection<Long> indices() {
    return List.copyOf(received.keySet());
  }

  Standing<Long, Optional<Report>> amended() {
    return amended;
  }

  Standing<Long, Handling> handling() {
    return handling;
  }

  /** Returns what a report says under all acts. */
  Now now(long index) {
    Report read = find(index).orElseThrow().report();
    Optional<Standing.Said<Optional<Report>>> said = amended.of(index);
    String state =
        said.map(act -> act.value().isPresent() ? "corrected" : "retracted").orElse("standing");
    Report report = said.flatMap(Standing.Said::value).orElse(read);
    return new Now(
        state, handling.of(index).map(set -> Restated.under(set.value(), report)).orElse(report));
  }
}
