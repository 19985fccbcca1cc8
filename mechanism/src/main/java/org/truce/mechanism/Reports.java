package org.truce.mechanism;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.truce.provenance.Handling;
import org.truce.report.ByReport;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.Report;
import org.truce.report.ReportId;
import org.truce.snapshot.Recurring;
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

  /** Room is made at once for so many names at most, whatever a snapshot says. */
  private static final int MOST_AT_ONCE = 1 << 24;

  private final LongFunction<Received> again;
  private final Map<Long, Received> held;

  /** Entry → the name of its report, if one was read there and is no copy. */
  private final List<@Nullable Named> byEntry = new ArrayList<>();

  private final ByReport<Named> names = new ByReport<>(named -> named.id);
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

  /** A name of reports, and what is known of it. */
  private static final class Named {
    final ReportId id;

    /** Entry that first brought a report of it; −1 when none could be read. */
    private int first = -1;

    /** Everybody who sent one. */
    private Set<String> senders = Set.of();

    Named(ReportId id) {
      this.id = id;
    }
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
    Named known = names.find(id);
    return known == null || known.first < 0 ? Optional.empty() : Optional.of((long) known.first);
  }

  private Named named(ReportId id) {
    Named known = names.find(id);
    if (known == null) {
      known = new Named(id);
      names.put(known);
    }
    return known;
  }

  void put(long index, Received report) {
    held.put(index, report);
    put(Math.toIntExact(index), named(report.report().id()));
  }

  private void put(int index, Named named) {
    while (byEntry.size() <= index) {
      byEntry.add(null);
    }
    byEntry.set(index, named);
    named.first = named.first < 0 ? index : named.first;
  }

  /** Notes who sent a report of that name, also when it was a copy. */
  void sent(ReportId id, String sender) {
    Named known = named(id);
    if (!known.senders.contains(sender)) {
      known.senders = with(known.senders, sender);
    }
  }

  /** Most names have one sender, and most senders have many: equal sets are held once. */
  private Set<String> with(Set<String> senders, String sender) {
    if (senders.isEmpty()) {
      return alone.computeIfAbsent(sender, Set::of);
    }
    Set<String> all = new TreeSet<>(senders);
    all.add(sender);
    return all;
  }

  /** Returns everybody who sent a report of that name. */
  Set<String> senders(ReportId id) {
    Named known = names.find(id);
    return known == null ? Set.of() : known.senders;
  }

  void remove(long index) {
    Named was = at(index);
    if (was != null) {
      byEntry.set(Math.toIntExact(index), null);
      held.remove(index);
      if (was.first == index) {
        was.first = -1;
      }
    }
  }

  /** Returns the name of the report of an entry, if one was read there and is no copy. */
  Optional<ReportId> id(long index) {
    return Optional.ofNullable(at(index)).map(named -> named.id);
  }

  private @Nullable Named at(long index) {
    return index >= 0 && index < byEntry.size() ? byEntry.get(Math.toIntExact(index)) : null;
  }

  Optional<Received> find(long index) {
    return id(index).isPresent()
        ? Optional.of(held.computeIfAbsent(index, again::apply))
        : Optional.empty();
  }

  /** Returns the indices of all reports that were read and are no copies. */
  Collection<Long> indices() {
    List<Long> indices = new ArrayList<>();
    for (int i = 0; i < byEntry.size(); i++) {
      if (byEntry.get(i) != null) {
        indices.add((long) i);
      }
    }
    return indices;
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
    Recurring<Set<String>> senders = new Recurring<>();
    List<Named> ordered = new ArrayList<>(names.size());
    names.forEach(ordered::add);
    ordered.sort(Comparator.comparingInt((Named named) -> named.first).thenComparing(n -> n.id));
    out.each(
        ordered,
        (to, named) -> {
          to.report(named.id);
          to.number(named.first);
          senders.write(to, named.senders, (more, all) -> more.each(all, SnapshotOutput::word));
        });
    amended.write(out, SnapshotOutput::number, (to, value) -> {});
    handling.write(out, SnapshotOutput::number, (to, value) -> to.word(value.name()));
    out.numbered(id -> first(id).orElse(-1L));
  }

  /** Reads what {@link #write} wrote; call {@link #amend} before it is used. */
  void read(SnapshotInput in) throws IOException {
    Recurring<Set<String>> senders = new Recurring<>();
    int size = in.count();
    names.makeRoom(Math.min(size, MOST_AT_ONCE));
    for (int i = 0; i < size; i++) {
      Named named = new Named(in.report());
      int entry = in.small();
      named.senders = senders.read(in, this::senders);
      names.put(named);
      if (entry >= byEntry.size()) {
        put(entry, named);
      } else if (entry >= 0) {
        throw new IOException("the snapshot names entry %d out of order".formatted(entry));
      }
    }
    amended.read(in, SnapshotInput::number, (from, act) -> Optional.empty());
    handling.read(in, SnapshotInput::number, (from, act) -> Handling.valueOf(from.word()));
    in.numbered(this::id);
  }

  private Set<String> senders(SnapshotInput in) throws IOException {
    Set<String> senders = Set.of();
    for (String sender : in.list(SnapshotInput::word)) {
      senders = with(senders, sender);
    }
    return senders;
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
