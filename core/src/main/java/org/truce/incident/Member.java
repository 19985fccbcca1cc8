package org.truce.incident;

import java.io.IOException;
import java.nio.IntBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.conduct.Parties;
import org.truce.incident.linkage.Fingerprint;
import org.truce.incident.linkage.Kinship;
import org.truce.place.LonLat;
import org.truce.place.Place;
import org.truce.provenance.SourceClass;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.Happening;
import org.truce.snapshot.Recurring;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
import org.truce.time.TimeSpan;

/**
 * An event or an observation with what is compared of it in plain numbers, and where it belongs
 * now.
 */
final class Member implements Standing.Claimed, Comparable<Member> {
  /** Which parts: of those of one account, and of all. */
  static final int OWN = 0;

  static final int ALL = 1;

  private static final int[] NOBODY = new int[0];

  /** More than a report can name; a damaged snapshot makes room for no more. */
  private static final int MOST_AUTHORS = 1 << 20;

  final ClaimId id;

  /** Claims that its source calls the same. */
  final Set<ClaimId> sameAs;

  /** Number that decides who waits in a crowd; a function of the id alone. */
  final long order;

  /** Hash of its report; where it differs, the reports do. */
  final int report;

  final int account;
  final int source;
  final boolean dataset;

  /** Microseconds since 1970, the end exclusive. */
  final long from;

  final long to;

  /** Whether a position is given; when none is, nothing of the next three counts. */
  final boolean isPlaced;

  final int latE7;
  final int lonE7;
  final long radiusMm;

  /** Cosine of the latitude, once it is asked for. */
  private double cosine = Double.NaN;

  final int conduct;

  /** 0: not said. */
  final int target;

  /** Sorted numbers of the alleged authors; empty: not said. */
  final int[] by;

  /** By which copies are known; {@link TextSketch#NONE} when a position is given. */
  final int[] sketch;

  /** Whether some source or analyst names it, so that a pair with it can be certain. */
  boolean spokenOf;

  /** Days and squares in which it lies. */
  final List<Cell> lies;

  /** Days and squares in which it is compared with others; fewer than it lies in when crowded. */
  List<Cell> cells;

  /** The parts in which it is sorted: of its account, and of all. */
  private @Nullable Part ownPart;

  private @Nullable Part allPart;

  /** Its rows in their weights. */
  private int ownSlot;

  private int allSlot;

  /** The most that a pair with it weighs there; what is certain weighs as much as anything can. */
  private int ownStrongest;

  private int allStrongest;

  @Nullable SideHappening happening;

  /** How often it has left the grid. */
  int stay;

  /** Its positive weights, while {@link Edges} keeps them. */
  @Nullable List<Edges.Edge> edges;

  /** Last visit that met it. */
  int visited;

  Member(Claim claim, Numbers numbers) {
    this.id = claim.id();
    this.order = Fingerprint.of(id.toString());
    var said = claim.statement();
    var who = said.voice().source();
    this.report = id.report().hashCode();
    this.account = numbers.of("account " + Fusion.account(claim));
    this.source = numbers.of("source " + who.id());
    this.dataset = who.kind() == SourceClass.DATASET;
    TimeSpan about = said.about();
    this.from = micros(about.from());
    this.to = micros(about.to());
    Place.Circle circle = circle(said.where().place());
    this.isPlaced = circle != null;
    this.latE7 = circle == null ? 0 : circle.centre().latE7();
    this.lonE7 = circle == null ? 0 : circle.centre().lonE7();
    this.radiusMm = circle == null ? 0 : circle.radiusMm();
    Happening what = PairWeight.happening(claim);
    this.conduct = Kinship.CONDUCT.number(what.conduct());
    this.target = what.target().map(Kinship.TARGETS::number).orElse(0);
    this.by = authors(what.parties(), numbers);
    this.sketch = TextSketch.of(claim);
    this.lies = List.copyOf(Cell.of(claim, sketch));
    this.cells = lies;
    this.sameAs = Set.copyOf(said.sameAs());
    this.spokenOf = !sameAs.isEmpty();
  }

  /**
   * Reads what {@link #write} wrote; its happening and its parts are given to it afterwards.
   *
   * @param shared what members have in common
   */
  Member(SnapshotInput in, ClaimId id, Shared shared) throws IOException {
    this.id = id;
    this.order = in.fixed();
    this.report = id.report().hashCode();
    this.account = in.count();
    this.source = in.count();
    this.dataset = in.flag();
    this.from = in.number();
    this.to = from + in.number();
    this.isPlaced = in.flag();
    this.lonE7 = isPlaced ? in.small() : 0;
    this.latE7 = isPlaced ? in.small() : 0;
    this.radiusMm = in.number();
    this.conduct = in.count();
    this.target = in.count();
    this.by = shared.authors.read(in, Shared::readAuthors).array();
    this.sketch = in.flag() ? new int[TextSketch.LENGTH] : TextSketch.NONE;
    for (int i = 0; i < sketch.length; i++) {
      sketch[i] = in.small();
    }
    this.sameAs = Set.copyOf(in.list(SnapshotInput::claim));
    this.spokenOf = in.flag();
    this.lies = shared.cells.read(in, Shared::readCells);
    this.cells = shared.cells.read(in, Shared::readCells);
    this.ownStrongest = in.count();
    this.allStrongest = in.count();
  }

  /**
   * Writes everything but its id, its happening and its parts.
   *
   * @param shared what members have in common
   */
  void write(SnapshotOutput out, Shared shared) throws IOException {
    out.fixed(order);
    out.number(account);
    out.number(source);
    out.flag(dataset);
    out.number(from);
    out.number(to - from);
    out.flag(isPlaced);
    if (isPlaced) {
      out.number(lonE7);
      out.number(latE7);
    }
    out.number(radiusMm);
    out.number(conduct);
    out.number(target);
    shared.authors.write(out, IntBuffer.wrap(by), Shared::writeAuthors);
    out.flag(sketch.length > 0);
    for (int least : sketch) {
      out.number(least);
    }
    out.each(sameAs, SnapshotOutput::claim);
    out.flag(spokenOf);
    shared.cells.write(out, lies, Shared::writeCells);
    shared.cells.write(out, cells, Shared::writeCells);
    out.number(ownStrongest);
    out.number(allStrongest);
  }

  /** What many members hold that is equal is written once and held once. */
  static final class Shared {
    private final Recurring<List<Cell>> cells = new Recurring<>();
    private final Recurring<IntBuffer> authors = new Recurring<>();

    private static List<Cell> readCells(SnapshotInput in) throws IOException {
      return List.copyOf(in.list(Cell::read));
    }

    private static void writeCells(SnapshotOutput out, List<Cell> cells) throws IOException {
      out.each(cells, Cell::write);
    }

    private static IntBuffer readAuthors(SnapshotInput in) throws IOException {
      int[] authors = new int[Math.min(in.count(), MOST_AUTHORS)];
      for (int i = 0; i < authors.length; i++) {
        authors[i] = in.count();
      }
      return IntBuffer.wrap(authors);
    }

    private static void writeAuthors(SnapshotOutput out, IntBuffer authors) throws IOException {
      out.number(authors.limit());
      for (int i = 0; i < authors.limit(); i++) {
        out.number(authors.get(i));
      }
    }
  }

  private static int[] authors(Parties parties, Numbers numbers) {
    return parties instanceof Parties.Named named
        ? named.by().stream().mapToInt(actor -> numbers.of("actor " + actor)).sorted().toArray()
        : NOBODY;
  }

  private static Place.@Nullable Circle circle(Place place) {
    for (Place part : place.parts()) {
      if (part instanceof Place.Circle circle) {
        return circle;
      }
    }
    return null;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  @Override
  public ClaimId id() {
    return id;
  }

  @Nullable Part part(int which) {
    return which == OWN ? ownPart : allPart;
  }

  void putInto(@Nullable Part part, int which) {
    if (which == OWN) {
      ownPart = part;
    } else {
      allPart = part;
    }
  }

  int slot(int which) {
    return which == OWN ? ownSlot : allSlot;
  }

  void putAt(int slot, int which) {
    if (which == OWN) {
      ownSlot = slot;
    } else {
      allSlot = slot;
    }
  }

  int strongest(int which) {
    return which == OWN ? ownStrongest : allStrongest;
  }

  void putStrongest(int weight, int which) {
    if (which == OWN) {
      ownStrongest = weight;
    } else {
      allStrongest = weight;
    }
  }

  LonLat centre() {
    return new LonLat(lonE7, latE7);
  }

  double cosine() {
    if (Double.isNaN(cosine)) {
      cosine = StrictMath.cos(StrictMath.toRadians(latE7 / 1e7));
    }
    return cosine;
  }

  boolean isOfReportOf(Member other) {
    return report == other.report && id.report().equals(other.id.report());
  }

  /** Returns whether everything that is compared of it is that of a claim of the same id. */
  boolean comparesAs(Member other) {
    return account == other.account
        && source == other.source
        && dataset == other.dataset
        && from == other.from
        && to == other.to
        && conduct == other.conduct
        && target == other.target
        && Arrays.equals(by, other.by)
        && isPlaced == other.isPlaced
        && latE7 == other.latE7
        && lonE7 == other.lonE7
        && radiusMm == other.radiusMm
        && Arrays.equals(sketch, other.sketch)
        && lies.equals(other.lies)
        && sameAs.equals(other.sameAs);
  }

  /**
   * Returns whether a day and a place or words bring the two together, so that they are compared.
   */
  boolean isNear(Member other) {
    for (Cell cell : cells) {
      for (Cell there : other.cells) {
        if (cell.touches(there)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public int compareTo(Member other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
