package org.truce.mechanism;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.truce.provenance.Handling;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.Report;
import org.truce.report.ReportId;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;

/**
 * The reports received, with what acts make of them. Each is known by the index of its entry.
 *
 * <p>Only those that were used last are held in memory; another is read again from its entry.
 */
final class Reports {
  /** About 100 MB. */
  static final int MOST_HELD = 30_000;

  private final LongFunction<Received> again;
  private final Map<Long, Received> held;
  private SortedMap<Long, ReportId> read = new TreeMap<>();
  private Map<ReportId, Long> first = new HashMap<>();
  private Map<ReportId, Set<String>> senders = new HashMap<>();
  private final Map<String, Set<String>> alone = new HashMap<>();
  private final Standing<Long, Optional<Report>> amended = new Standing<>();
  private final Standing<Long, Handling> handling = new Standing<>();

  /**
   * No reports yet.
   *
   * @param again reads the report of an entry again, as it was put
   * @param most how many are held in memory
   */
  Reports(LongFunction<Received> again, int most) {
    this.again = again;
    this.held =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Received> eldest) {
            return size() > most;
          }
        };
  }

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
    read.put(index, report.report().id());
    held.put(index, report);
    first.putIfAbsent(report.report().id(), index);
  }

  /** Notes who sent a report of that name, also when it was a copy. */
  void sent(ReportId id, String sender) {
    Set<String> known = senders.get(id);
    if (known == null) {
      senders.put(id, alone.computeIfAbsent(sender, Set::of));
    } else if (!known.contains(sender)) {
      Set<String> all = new TreeSet<>(known);
      all.add(sender);
      senders.put(id, all);
    }
  }

  /** Returns everybody who sent a report of that name. */
  Set<String> senders(ReportId id) {
    return senders.getOrDefault(id, Set.of());
  }

  void remove(long index) {
    ReportId was = read.remove(index);
    if (was != null) {
      held.remove(index);
      first.remove(was, index);
    }
  }

  /** Returns the name of the report of an entry, if one was read there and is no copy. */
  Optional<ReportId> id(long index) {
    return Optional.ofNullable(read.get(index));
  }

  Optional<Received> find(long index) {
    return read.containsKey(index)
        ? Optional.of(held.computeIfAbsent(index, again::apply))
        : Optional.empty();
  }

  /** Returns the indices of all reports that were read and are no copies. */
  Collection<Long> indices() {
    return List.copyOf(read.keySet());
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

  /** Returns what a claim that stands says under all acts. */
  Claim claim(ClaimId id) {
    return now(first(id.report()).orElseThrow()).report().claims().stream()
        .filter(claim -> claim.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Writes which reports there are and what acts make of them; not what they say. */
  void write(SnapshotOutput out) throws IOException {
    out.each(
        read.entrySet(),
        (to, each) -> {
          to.number(each.getKey());
          to.report(each.getValue());
        });
    for (ReportId id : read.values()) {
      out.each(senders(id), SnapshotOutput::word);
    }
    Map<ReportId, Set<String>> others = new HashMap<>(senders);
    others.keySet().removeAll(first.keySet());
    out.each(
        others.entrySet(),
        (to, each) -> {
          to.report(each.getKey());
          to.each(each.getValue(), SnapshotOutput::word);
        });
    amended.write(out, SnapshotOutput::number, (to, value) -> {});
    handling.write(out, SnapshotOutput::number, (to, value) -> to.word(value.name()));
  }

  /** Reads what {@link #write} wrote; call {@link #amend} before it is used. */
  void read(SnapshotInput in) throws IOException {
    read = in.sorted(SnapshotInput::number, SnapshotInput::report);
    first = HashMap.newHashMap(read.size());
    senders = HashMap.newHashMap(read.size());
    for (Map.Entry<Long, ReportId> each : read.entrySet()) {
      first.put(each.getValue(), each.getKey());
      in.each(sender -> sent(each.getValue(), sender.word()));
    }
    in.each(
        each -> {
          ReportId id = each.report();
          each.each(sender -> sent(id, sender.word()));
        });
    amended.read(in, SnapshotInput::number, (from, act) -> Optional.empty());
    handling.read(in, SnapshotInput::number, (from, act) -> Handling.valueOf(from.word()));
  }

  /**
   * Completes what was read.
   *
   * @param replacement what an act makes of a report
   */
  void amend(LongFunction<Optional<Report>> replacement) {
    amended.fill(replacement);
  }
}
