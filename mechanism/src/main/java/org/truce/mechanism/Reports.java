package org.truce.mechanism;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
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

  /** Entry → the name of its report, if one was read there and is no copy. */
  private final List<@Nullable ReportId> byEntry = new ArrayList<>();

  private Map<ReportId, Name> names = new HashMap<>();
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
   * What is known of a name.
   *
   * @param first entry that first brought a report of it; −1 when none could be read
   * @param senders everybody who sent one
   */
  private record Name(long first, Set<String> senders) {
    static final Name NEW = new Name(-1, Set.of());
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
    return Optional.of(name(id).first()).filter(entry -> entry >= 0);
  }

  private Name name(ReportId id) {
    return names.getOrDefault(id, Name.NEW);
  }

  void put(long index, Received report) {
    ReportId id = report.report().id();
    name(index, id);
    held.put(index, report);
    Name known = name(id);
    if (known.first() < 0) {
      names.put(id, new Name(index, known.senders()));
    }
  }

  private void name(long index, @Nullable ReportId id) {
    while (byEntry.size() <= index) {
      byEntry.add(null);
    }
    if (index >= 0) {
      byEntry.set(Math.toIntExact(index), id);
    }
  }

  /** Notes who sent a report of that name, also when it was a copy. */
  void sent(ReportId id, String sender) {
    Name known = name(id);
    if (!known.senders().contains(sender)) {
      names.put(id, new Name(known.first(), with(known.senders(), sender)));
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
    return name(id).senders();
  }

  void remove(long index) {
    Optional<ReportId> was = id(index);
    if (was.isPresent()) {
      name(index, null);
      held.remove(index);
      Name known = name(was.get());
      if (known.first() == index) {
        names.put(was.get(), new Name(-1, known.senders()));
      }
    }
  }

  /** Returns the name of the report of an entry, if one was read there and is no copy. */
  Optional<ReportId> id(long index) {
    return index >= 0 && index < byEntry.size()
        ? Optional.ofNullable(byEntry.get(Math.toIntExact(index)))
        : Optional.empty();
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
    out.number(byEntry.size());
    out.each(
        names.entrySet(),
        (to, each) -> {
          to.report(each.getKey());
          to.number(each.getValue().first());
          to.each(each.getValue().senders(), SnapshotOutput::word);
        });
    amended.write(out, SnapshotOutput::number, (to, value) -> {});
    handling.write(out, SnapshotOutput::number, (to, value) -> to.word(value.name()));
    out.numbered(id -> name(id).first());
  }

  /** Reads what {@link #write} wrote; call {@link #amend} before it is used. */
  void read(SnapshotInput in) throws IOException {
    name(in.count() - 1L, null);
    names = HashMap.newHashMap(byEntry.size());
    in.each(
        each -> {
          ReportId id = each.report();
          long entry = each.number();
          if (entry >= byEntry.size()) {
            throw new IOException("the snapshot names an entry that it does not hold");
          }
          if (entry >= 0) {
            name(entry, id);
          }
          Set<String> senders = Set.of();
          for (String sender : each.list(SnapshotInput::word)) {
            senders = with(senders, sender);
          }
          names.put(id, new Name(entry, senders));
        });
    amended.read(in, SnapshotInput::number, (from, act) -> Optional.empty());
    handling.read(in, SnapshotInput::number, (from, act) -> Handling.valueOf(from.word()));
    in.numbered(this::id);
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
