package org.truce.mechanism;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.truce.mechanism.Reports.Received;
import org.truce.notation.NotationException;
import org.truce.place.Atlas;
import org.truce.place.RegionCode;
import org.truce.report.Report;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
import org.truce.store.Change;
import org.truce.store.Row;
import org.truce.store.Table;

/**
 * Works out what each entry changes, in two steps: it is taken in, then the incidents that it
 * touched are judged. It reads no clock and no store: the same entries in the same order give the
 * same changes, whatever the size of a batch.
 *
 * <p>What it holds can be written to a snapshot and read back, so that a start need not work
 * through all entries from the first. What reports say is read again from their entries.
 */
final class Projector {
  /** Number of the way in which entries become rows; raised when it changes. */
  static final long VERSION = 4;

  private final Places places;
  private final LongFunction<Entry> entries;
  private final People people = new People();
  private final Reports reports;
  private final Links links = new Links();
  private final Axes axes = new Axes();
  private final Acts acts = new Acts();
  private Incidents incidents;
  private final JudgedIncidents judged = new JudgedIncidents();
  private final SortedSet<Long> unread = new TreeSet<>();
  private final Mappings mappings = new Mappings();
  private Judging judging;
  private Optional<Epoch> epoch = Optional.empty();
  private long epochEntry = -1;
  private long taken;

  /**
   * What is known of places; asked for when it is needed.
   *
   * @param atlas boundaries
   * @param regions finds a region by a name that a dataset uses
   */
  record Places(Supplier<Atlas> atlas, Function<String, Optional<RegionCode>> regions) {}

  /**
   * Nothing taken in yet.
   *
   * @param entries reads an entry that was taken in again, as it was
   * @param mostHeld how many reports are held in memory
   */
  Projector(Places places, LongFunction<Entry> entries, int mostHeld) {
    this.places = places;
    this.entries = entries;
    this.reports = new Reports(this::readAgain, mostHeld);
    this.incidents = new Incidents(reports::claim);
    this.judging = Judging.byNothing();
  }

  /** Returns the epoch in force, if one was opened. */
  Optional<Epoch> epoch() {
    return epoch;
  }

  /** Returns how many entries were taken in. */
  long taken() {
    return taken;
  }

  /** Makes a mapping known, so that what comes after it can be read ahead. */
  void prepare(Entry entry) {
    if (entry.content() instanceof Content.MappingTaken taken) {
      mappings.put(taken.text());
    }
  }

  /** Returns the mappings that were taken in. */
  Mappings mappings() {
    return mappings;
  }

  /** Returns the reading of what an entry commits to; pure, so it can be done ahead. */
  Optional<Reading> read(Entry entry) {
    return entry.content() instanceof Content.Received received
        ? Optional.of(Reading.read(received.submission(), new Readers(places.regions(), mappings)))
        : Optional.empty();
  }

  /**
   * Takes in the next entry.
   *
   * @param reading what {@link #read} made of it
   * @return what it changed, to be handed to {@link #judged}
   */
  Unjudged take(long index, Entry entry, Optional<Reading> reading) {
    taken = index + 1;
    Touched touched = new Touched();
    prepare(entry);
    switch (entry.content()) {
      case Content.Received received -> received(index, entry, reading.orElseThrow(), touched);
      case Content.Acted acted -> {
        Rules.Situation now = new Rules.Situation(people, reports, incidents, acts, judging);
        new ActEffects(now, links, axes, touched).acted(index, entry, acted);
      }
      case Content.MappingTaken taken ->
          touched.effects.put(
              Row.of(
                  Table.MAPPING,
                  Mappings.hash(taken.text()),
                  index,
                  Mappings.read(taken.text()).name()));
      case Content.EpochOpened opened -> opened(index, opened.epoch(), touched);
    }
    Optional<Incidents.Delta> sorted =
        touched.sorted
            ? Optional.of(incidents.change(touched.gone, touched.come.values(), links.decisions()))
            : Optional.empty();
    return new Unjudged(
        touched.effects, touched.said, touched.gone, sorted, judging, touched.judged);
  }

  /**
   * Judges what an entry touched; called for each entry in their order, perhaps on another thread
   * while the next are taken in. While everything is judged again nothing may be taken in.
   *
   * @return the changes, at most one of a key
   */
  List<Change> judged(Unjudged change) {
    return judged.judged(change, incidents::each);
  }

  private void received(long index, Entry entry, Reading reading, Touched touched) {
    switch (reading) {
      case Reading.Not not -> {
        unread.add(index);
        touched.effects.put(Rows.rejected(index, not.why()));
      }
      case Reading.LeftOut left -> unread.add(index);
      case Reading.Of of -> report(index, entry, of.report(), touched);
    }
  }

  private void report(long index, Entry entry, Report report, Touched touched) {
    reports.sent(report.id(), sender(entry));
    Optional<Long> before = reports.first(report.id()).filter(first -> first != index);
    if (before.isEmpty()) {
      reports.put(index, new Received(entry, report));
      touched.say(index, reports);
      return;
    }
    Report earlier = reports.find(before.get()).orElseThrow().report();
    if (earlier.claims().equals(report.claims()) && earlier.voice().equals(report.voice())) {
      touched.effects.put(Rows.report(index, entry, report, "copy", before.get()));
    } else {
      touched.effects.put(
          Rows.rejected(
              index,
              new org.truce.report.Rejected(
                  report.document().input(),
                  "report",
                  report.id().toString(),
                  "came with another content as entry %d; correct that one by an act"
                      .formatted(before.get()))));
    }
  }

  private static String sender(Entry entry) {
    return entry.content() instanceof Content.Received received
        ? received.submission().sender()
        : "";
  }

  /** A new epoch: everything is read and judged again; what was known stays as it was known. */
  private void opened(long index, Epoch next, Touched touched) {
    boolean readAgain = epoch.map(before -> !before.sameVersions(next)).orElse(false);
    adopt(index, next);
    touched.effects.put(
        Row.of(
            Table.EPOCH,
            index,
            next.reader(),
            next.model(),
            next.agreement().getOrDefault(Judging.AGREEMENT, ""),
            next.zones(),
            next.projector()));
    if (readAgain) {
      readAgain(touched);
    }
    touched.judged = true;
  }

  private void adopt(long index, Epoch next) {
    epoch = Optional.of(next);
    epochEntry = index;
    try {
      judging = new Judging(next.agreement(), places.atlas().get());
    } catch (NotationException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "entry %d adopts an agreement that cannot be judged".formatted(index), e);
    }
  }

  private void readAgain(Touched touched) {
    SortedSet<Long> all = new TreeSet<>(unread);
    all.addAll(reports.indices());
    unread.clear();
    for (long at : all) {
      Entry entry = entries.apply(at);
      switch (read(entry).orElseThrow()) {
        case Reading.Not not -> {
          unread.add(at);
          silenced(at, touched);
          touched.effects.put(Rows.rejected(at, not.why()));
        }
        case Reading.LeftOut left -> {
          unread.add(at);
          silenced(at, touched);
          touched.effects.gone(Table.REJECTED, List.of(at));
        }
        case Reading.Of of -> {
          touched.effects.gone(Table.REJECTED, List.of(at));
          silenced(at, touched);
          report(at, entry, of.report(), touched);
        }
      }
    }
  }

  private void silenced(long at, Touched touched) {
    reports
        .id(at)
        .ifPresent(
            was -> {
              touched.gone.addAll(incidents.of(was));
              touched.effects.gone(Table.REPORT, List.of(at));
              reports.remove(at);
            });
    touched.sorted = true;
  }

  /** Reads the report of an entry again, as it was taken in. */
  private Reports.Received readAgain(long index) {
    Entry entry = entries.apply(index);
    if (read(entry).orElseThrow() instanceof Reading.Of of) {
      return new Reports.Received(entry, of.report());
    }
    throw new IllegalStateException("entry %d could be read and cannot now".formatted(index));
  }

  /** Writes what is held, apart from what reports say. */
  void write(SnapshotOutput out) throws IOException {
    out.number(taken);
    out.number(epochEntry);
    out.each(mappings.texts(), SnapshotOutput::text);
    out.each(unread, SnapshotOutput::number);
    people.write(out);
    acts.write(out);
    reports.write(out);
    links.write(out);
    axes.write(out);
    incidents.write(out);
    judged.write(out);
  }

  /**
   * Reads what {@link #write} wrote, into a projector that has taken in nothing. No entry is read;
   * call {@link #resume} before it is used.
   */
  void read(SnapshotInput in) throws IOException {
    taken = in.number();
    epochEntry = in.number();
    in.each(each -> mappings.put(each.text()));
    in.each(each -> unread.add(each.number()));
    people.read(in);
    acts.read(in);
    reports.read(in);
    links.read(in);
    axes.read(in);
    incidents = Incidents.read(reports::claim, in);
    judged.read(in);
  }

  /** Reads from their entries what a snapshot does not hold. */
  void resume() {
    if (epochEntry >= 0
        && entries.apply(epochEntry).content() instanceof Content.EpochOpened opened) {
      adopt(epochEntry, opened.epoch());
    }
    acts.fill(this::done);
    reports.amend(this::replacement);
  }

  private Acts.Done done(long index) {
    Entry entry = entries.apply(index);
    if (entry.content() instanceof Content.Acted acted) {
      return new Acts.Done(
          entry, acted.key(), ActNotation.read(Bytes.ofText(acted.act()).toArray()));
    }
    throw new IllegalStateException("entry %d is no act".formatted(index));
  }

  /** What an act that corrects or retracts makes of its report. */
  private Optional<Report> replacement(long act) {
    return done(act).act() instanceof Act.Correct correct
            && Reading.replacement(correct.replacement()) instanceof Reading.Of of
        ? Optional.of(of.report())
        : Optional.empty();
  }
}
