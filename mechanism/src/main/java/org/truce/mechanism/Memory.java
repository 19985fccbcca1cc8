package org.truce.mechanism;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.truce.incident.Model;
import org.truce.store.Progress;
import org.truce.store.Store;

/**
 * What a mechanism holds in memory, all of it worked out from the ledger: which submissions came
 * before, and how far the projector has come.
 *
 * <p>It is kept in a {@link Snapshot} for the next start. Without one nothing is lost but time.
 */
final class Memory {
  private static final String READER = "1";

  private final Path file;
  private final Intake intake;
  private final Projector projector;
  private Optional<Progress> kept = Optional.empty();
  private long lastRecorded;
  private long lastReported = Long.MIN_VALUE;

  private Memory(Path file, Intake intake, Projector projector) {
    this.file = file;
    this.intake = intake;
    this.projector = projector;
  }

  /** Nothing taken in yet. */
  static Memory empty(Folder folder, Projector projector) {
    return new Memory(folder.snapshot(), new Intake(new Keys(folder.keys()).intake()), projector);
  }

  /** Returns one that knows what came before, and of which the projector starts again. */
  Memory projectedAgain(Projector fresh) {
    Memory again = new Memory(file, intake, fresh);
    again.lastRecorded = lastRecorded;
    again.lastReported = lastReported;
    return again;
  }

  /**
   * Returns what the last process kept, if it was of these versions; whether it {@link #fits} the
   * projection is another question. What the ledger has to complete is not there yet.
   *
   * @param fresh of which nothing else is made when there is something
   */
  static Optional<Memory> kept(Memory fresh) {
    Optional<Snapshot.Head> head =
        Snapshot.read(
            fresh.file,
            found -> found.versions().sameVersions(versions()),
            in -> {
              fresh.intake.read(in);
              fresh.projector.read(in);
            });
    return head.map(
        found -> {
          fresh.kept = Optional.of(found.progress());
          fresh.lastRecorded = found.lastRecorded();
          fresh.lastReported = found.lastReported();
          return fresh;
        });
  }

  /** Returns the versions of this software, without an agreement. */
  static Epoch versions() {
    return new Epoch(
        Projector.VERSION, READER, Model.BY_HAND.version(), zoneData(), new TreeMap<>());
  }

  /** The version of the time-zone data of this JDK, as its rules provider names it. */
  private static String zoneData() {
    return String.join(" ", java.time.zone.ZoneRulesProvider.getVersions("Europe/Kyiv").keySet());
  }

  /** Returns whether a projection holds the entries that were kept, with the same effects. */
  boolean fits(Store store) {
    return kept.map(
            of ->
                of.entries() > 0
                    && of.entries() <= store.progress().entries()
                    && store.chain(of.entries() - 1).equals(of.chain()))
        .orElse(true);
  }

  /** Returns how many entries need not be worked out again at the next start. */
  long held() {
    return kept.map(Progress::entries).orElse(0L);
  }

  /**
   * Keeps it for the next start, if the projection has come as far: after a failure memory can be
   * ahead. A disk without room for it is no failure.
   */
  void keep(Store store) {
    Progress now = store.progress();
    if (projector.taken() != now.entries() || !isOfThisEpoch()) {
      return;
    }
    Snapshot.Head head = new Snapshot.Head(versions(), now, lastRecorded, lastReported);
    try {
      Snapshot.write(
          file,
          head,
          out -> {
            intake.write(out);
            projector.write(out);
          });
      kept = Optional.of(now);
    } catch (IOException e) {
      kept = Optional.empty();
    }
  }

  private boolean isOfThisEpoch() {
    return projector.epoch().map(versions()::sameVersions).orElse(false);
  }

  Intake intake() {
    return intake;
  }

  Projector projector() {
    return projector;
  }

  /** Returns when the last entry was recorded, microseconds since 1970 UTC. */
  long lastRecorded() {
    return lastRecorded;
  }

  /** Returns when the last report was recorded; before all time when there was none. */
  long lastReported() {
    return lastReported;
  }

  /** Notes when an entry is recorded. */
  void note(long recordedAt, Content content) {
    lastRecorded = Math.max(lastRecorded, recordedAt);
    if (content instanceof Content.Received) {
      lastReported = Math.max(lastReported, recordedAt);
    }
  }

  /** Remembers what an entry brought, so that it is known when it is sent again. */
  void remember(long index, Entry entry) {
    if (entry.content() instanceof Content.Received received) {
      intake.put(intake.id(received.submission()), index);
    }
  }
}
