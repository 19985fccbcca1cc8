package org.truce.mechanism;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Finding;
import org.truce.assessment.Selection;
import org.truce.gazetteer.Gazetteer;
import org.truce.incident.Decisions;
import org.truce.incident.Decisions.Pair;
import org.truce.incident.Fusion;
import org.truce.incident.Incident;
import org.truce.provenance.Coarsening;
import org.truce.provenance.Handling;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.Report;
import org.truce.store.Query;
import org.truce.store.Query.Comparison;
import org.truce.store.Question;
import org.truce.store.Row;
import org.truce.store.SqliteStore;
import org.truce.store.Store;
import org.truce.store.Table;
import org.truce.tally.PartOf;
import org.truce.time.Known;
import org.truce.time.TimeSpan;

/**
 * What a mechanism shows, as of any ledger index; reads while another process writes.
 *
 * <p>The reports that were known at the index are read again as they came and judged by the same
 * pure functions as {@code truce assess}, so a view can be checked against it.
 *
 * <p><b>Limits.</b> {@link #assessment} holds every report known at the index in memory; {@link
 * #incident} those of one incident, and {@link #rows} asks the projection alone.
 */
public final class View implements AutoCloseable {
  /** So many sums around an incident are looked at. */
  static final long MOST_SUMS = 1_000;

  private final Store store;
  private final Gazetteer gazetteer = Gazetteer.load();

  private View(Store store) {
    this.store = store;
  }

  /**
   * Opens a data folder to look at it.
   *
   * @return nothing when there is no mechanism in it
   */
  public static Optional<View> open(Path data) {
    Folder folder = new Folder(data);
    return SqliteStore.openToRead(folder.projection()).map(View::new);
  }

  /** Returns the index of the last entry that had its effect; -1 when there is none. */
  public long head() {
    return store.progress().entries() - 1;
  }

  /** Returns the last index recorded at or before a time; -1 when there is none. */
  public long lastRecordedBy(Instant time) {
    return store.lastRecordedBy(Rows.micros(time));
  }

  /** Returns when the entry of an index was recorded. */
  public Instant recordedAt(long index) {
    return Rows.instant(EntryNotation.read(store.content(index)).recordedAt());
  }

  /** Returns how many entries the text index has taken in. */
  public long textEntries() {
    return store.textEntries();
  }

  /** Returns the rows of the projection that a query finds. */
  public List<Row> rows(Query query) {
    List<Row> rows = new ArrayList<>();
    store.each(query, rows::add);
    return rows;
  }

  /** Answers a question of the ops room from the projection. */
  public List<List<Object>> ask(Question question, List<Object> values) {
    return store.ask(question, values);
  }

  /** Returns whether an agreement was adopted by then. */
  public boolean hasAgreement(long index) {
    return epoch(index).map(epoch -> !epoch.agreement().isEmpty()).orElse(false);
  }

  private Optional<Epoch> epoch(long index) {
    return rows(Query.of(Table.EPOCH, index)).stream()
        .map(row -> row.number("entry"))
        .max(Comparator.naturalOrder())
        .map(at -> EntryNotation.read(store.content(at)))
        .flatMap(
            entry ->
                entry.content() instanceof Content.EpochOpened opened
                    ? Optional.of(opened.epoch())
                    : Optional.empty());
  }

  /**
   * Judges what was known at the index.
   *
   * <p>Incidents carry the numbers they had at the index. Of what had been said by an earlier time
   * an incident can still be in several parts: each part carries the number.
   *
   * @throws IllegalStateException when no agreement had been adopted
   */
  public Assessment assessment(Asked asked, Optional<String> reading) {
    Epoch epoch = epoch(asked.index()).orElseThrow();
    Assessment.Basis basis =
        new Assessment.Basis(
            Judging.read(epoch.agreement(), gazetteer.atlas())
                .orElseThrow(() -> new IllegalStateException("no agreement was adopted")),
            gazetteer.atlas(),
            decisions(asked.index()));
    Selection selection = new Selection(asked.saidBy(), asked.about(), reading, asked.audience());
    return numbered(Assessment.of(basis, reports(asked.index()), selection), asked.index());
  }

  private Decisions decisions(long index) {
    Set<Pair> together = new HashSet<>();
    Set<Pair> apart = new HashSet<>();
    for (Row row : rows(Query.of(Table.DECISION, index))) {
      Pair pair = new Pair(ClaimId.parse(row.text("first")), ClaimId.parse(row.text("second")));
      switch (row.text("verdict")) {
        case "together" -> together.add(pair);
        case "apart" -> apart.add(pair);
        default -> {}
      }
    }
    return new Decisions(together, apart);
  }

  /**
   * One incident, judged.
   *
   * @param reports those that speak of it, with when each became known
   * @param sums the tallies and patterns in whose window it lies or may lie
   * @param moreSums whether there may be more of them than were looked at
   */
  public record Case(
      Agreement agreement,
      AssessedIncident assessed,
      List<Report> reports,
      List<PartOf> sums,
      boolean moreSums) {}

  /**
   * Judges one incident with everything that was known of it at an index, as the mission knows it;
   * however many there are beside it, its own reports alone are read, and of the sums around it
   * those {@value #MOST_SUMS} that begin last.
   *
   * @param number one that {@link #resolve} returned for the index
   * @throws IllegalStateException when no agreement had been adopted
   */
  public Case incident(long number, long index) {
    Judging judging = new Judging(epoch(index).orElseThrow().agreement(), gazetteer.atlas());
    Set<String> members = new HashSet<>();
    rows(Query.of(Table.MEMBER, index).where("incident", Comparison.IS, number))
        .forEach(row -> members.add(row.text("claim")));
    List<Report> reports = reportsOf(members, index);
    List<Claim> claims = among(reports, members);
    AssessedIncident judged = judging.judged(Fusion.incident(Math.toIntExact(number), claims));
    Set<String> sums = sumsAround(judged.incident().about(), index);
    return new Case(
        judging
            .agreement()
            .orElseThrow(() -> new IllegalStateException("no agreement was adopted")),
        judged,
        reports,
        PartOf.of(claims, among(reportsOf(sums, index), sums), gazetteer.atlas()),
        sums.size() == MOST_SUMS);
  }

  /** The ids of the tallies and patterns whose windows meet a time. */
  private Set<String> sumsAround(TimeSpan about, long index) {
    List<Object> values =
        List.of(index, Rows.micros(about.from()), Rows.micros(about.to()), MOST_SUMS);
    Set<String> ids = new HashSet<>();
    ask(Question.SUMS, values).forEach(row -> ids.add(String.valueOf(row.getFirst())));
    return ids;
  }

  private List<Report> reportsOf(Set<String> claims, long index) {
    SortedSet<Long> entries = new TreeSet<>();
    for (String id : claims) {
      store
          .find(Table.CLAIM, List.of(id), index)
          .ifPresent(claim -> entries.add(claim.number("entry")));
    }
    return reports(entries, index);
  }

  /** The claims of these ids among all of the reports, by their ids. */
  private static List<Claim> among(List<Report> reports, Set<String> ids) {
    return reports.stream()
        .flatMap(report -> report.claims().stream())
        .filter(claim -> ids.contains(claim.id().toString()))
        .sorted(Comparator.comparing(Claim::id))
        .toList();
  }

  /** Returns the reports that spoke at an index, with when each became known. */
  public List<Report> reports(long index) {
    SortedSet<Long> entries = new TreeSet<>();
    store.each(
        Query.of(Table.REPORT, index).where("copy_of", Comparison.IS, -1L),
        row -> entries.add(row.number("entry")));
    return reports(entries, index);
  }

  private List<Report> reports(SortedSet<Long> entries, long index) {
    Readers readers = new Readers(gazetteer::findRegion, mappings(index));
    Reports reports = new Reports(at -> read(at, readers).orElseThrow(), Integer.MAX_VALUE);
    for (long at : entries) {
      read(at, readers).ifPresent(received -> reports.put(at, received));
    }
    amend(reports, index);
    return reports.indices().stream()
        .filter(at -> reports.now(at).speaks())
        .map(at -> known(at, reports))
        .toList();
  }

  private Optional<Reports.Received> read(long at, Readers readers) {
    Entry entry = EntryNotation.read(store.content(at));
    return entry.content() instanceof Content.Received received
            && Reading.read(received.submission(), readers) instanceof Reading.Of of
        ? Optional.of(new Reports.Received(entry, of.report()))
        : Optional.empty();
  }

  private Mappings mappings(long index) {
    Mappings mappings = new Mappings();
    for (Row row : rows(Query.of(Table.MAPPING, index))) {
      Entry entry = EntryNotation.read(store.content(row.number("entry")));
      if (entry.content() instanceof Content.MappingTaken taken) {
        mappings.put(taken.text());
      }
    }
    return mappings;
  }

  private static Report known(long at, Reports reports) {
    Entry entry = reports.find(at).orElseThrow().entry();
    Report now = reports.now(at).report();
    return new Report(
        now.id(),
        now.voice(),
        now.document(),
        now.claims(),
        Optional.of(new Known(at, Rows.instant(entry.recordedAt()), entry.reconstructed())),
        now.exercise());
  }

  private void amend(Reports reports, long index) {
    Query counting =
        Query.of(Table.ACT, index)
            .where("refused", Comparison.IS, "")
            .where("undone_by", Comparison.IS, 0L);
    for (Row row : rows(counting)) {
      long at = row.number("entry");
      switch (act(at)) {
        case Act.Correct correct -> {
          if (Reading.replacement(correct.replacement()) instanceof Reading.Of of) {
            reports.amended().say(correct.report(), at, Optional.of(of.report()));
          }
        }
        case Act.Retract retract -> reports.amended().say(retract.report(), at, Optional.empty());
        case Act.SetHandling set -> reports.handling().say(set.report(), at, set.handling());
        default -> {}
      }
    }
  }

  private Act act(long index) {
    return switch (EntryNotation.read(store.content(index)).content()) {
      case Content.Acted acted -> ActNotation.read(Bytes.ofText(acted.act()).toArray());
      case Content.Received received -> throw new IllegalStateException("no act: " + index);
      case Content.MappingTaken taken -> throw new IllegalStateException("no act: " + index);
      case Content.EpochOpened opened -> throw new IllegalStateException("no act: " + index);
    };
  }

  private Assessment numbered(Assessment assessment, long index) {
    Map<String, Long> numbers = new HashMap<>();
    for (Row row : rows(Query.of(Table.MEMBER, index))) {
      numbers.put(row.text("claim"), row.number("incident"));
    }
    List<AssessedIncident> renumbered =
        assessment.incidents().stream()
            .map(each -> numbered(each, numbers))
            .sorted(Comparator.comparingInt(each -> each.incident().number()))
            .toList();
    return new Assessment(
        assessment.agreement(),
        assessment.selection(),
        renumbered,
        assessment.claims(),
        assessment.counts());
  }

  private static AssessedIncident numbered(AssessedIncident each, Map<String, Long> numbers) {
    Incident incident = each.incident();
    SortedMap<Long, Long> votes = new TreeMap<>();
    for (Claim member : incident.members()) {
      votes.merge(numbers.getOrDefault(member.id().toString(), 0L), 1L, Long::sum);
    }
    long most = votes.values().stream().max(Comparator.naturalOrder()).orElse(0L);
    long number =
        votes.entrySet().stream()
            .filter(vote -> vote.getValue() == most)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    int as = Math.toIntExact(number);
    return new AssessedIncident(
        new Incident(as, incident.key(), incident.claims()),
        each.accounts(),
        each.findings().stream()
            .map(found -> new Finding(as, found.reading(), found.clause(), found.accounts()))
            .toList());
  }

  /**
   * Returns the number that stands for a number at an index: numbers resolve for ever.
   *
   * @return nothing when there never was such an incident by then, or all its claims are gone
   */
  public Optional<Long> resolve(long number, long index) {
    Optional<Row> row = store.find(Table.INCIDENT, List.of(number), index);
    return row.flatMap(
        found ->
            switch (found.text("state")) {
              case "merged" -> resolve(found.number("into"), index);
              case "open" -> Optional.of(number);
              default -> Optional.empty();
            });
  }

  /**
   * Returns where people moved cases: number of the incident → positions, in the order of the acts.
   * Those of a merged incident are with the one that stands for it.
   */
  public SortedMap<Long, List<AxisPosition>> moved(long index) {
    SortedMap<Long, List<AxisPosition>> moved = new TreeMap<>();
    rows(Query.of(Table.AXIS, index)).stream()
        .sorted(Comparator.comparingLong(row -> row.number("act")))
        .forEach(
            row ->
                resolve(row.number("incident"), index)
                    .ifPresent(
                        number ->
                            moved
                                .computeIfAbsent(number, of -> new ArrayList<>())
                                .add(AxisPosition.moved(row))));
    return moved;
  }

  /**
   * Returns when a report became known, unless that could give its source away: shown outside the
   * mission only for what is public as it stands.
   */
  public static Optional<Known> learnt(Report report, Asked asked) {
    boolean open =
        report.voice().disclosure().effective() == Handling.PUBLIC
            && report.voice().disclosure().leastCoarsening().equals(Coarsening.NONE);
    boolean mission = asked.audience() == org.truce.provenance.Audience.MISSION;
    return mission || open ? report.known() : Optional.empty();
  }

  /**
   * Returns how many incidents there are: fewest if everything that cannot be decided is one, most
   * if nothing is.
   *
   * @param numbers the incidents counted
   */
  public Range count(Set<Long> numbers, long index) {
    Map<String, Long> member = new HashMap<>();
    rows(Query.of(Table.MEMBER, index))
        .forEach(row -> member.put(row.text("claim"), row.number("incident")));
    Map<Long, Long> roots = new HashMap<>();
    numbers.forEach(number -> roots.put(number, number));
    Query open = Query.of(Table.DECISION, index).where("verdict", Comparison.IS, "undecidable");
    for (Row row : rows(open)) {
      long a = root(roots, member.getOrDefault(row.text("first"), 0L));
      long b = root(roots, member.getOrDefault(row.text("second"), 0L));
      if (a != 0 && b != 0 && a != b) {
        roots.put(Math.max(a, b), Math.min(a, b));
      }
    }
    long fewest = numbers.stream().filter(number -> root(roots, number) == number).count();
    return new Range(fewest, numbers.size());
  }

  /** A count that holds pairs that cannot be decided. */
  public record Range(long fewest, long most) {
    @Override
    public String toString() {
      return fewest == most ? String.valueOf(most) : "%d to %d".formatted(fewest, most);
    }
  }

  private static long root(Map<Long, Long> roots, long number) {
    long at = number;
    while (roots.getOrDefault(at, 0L) != at) {
      at = roots.getOrDefault(at, 0L);
      if (at == 0) {
        return 0;
      }
    }
    return at;
  }

  @Override
  public void close() {
    store.close();
  }
}
