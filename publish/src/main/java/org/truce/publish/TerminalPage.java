package org.truce.publish;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.agreement.LocalTimes;
import org.truce.agreement.Reading;
import org.truce.assessment.AssessedNumbers;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Outcome.Kind;
import org.truce.report.Claim;

/** Writes an assessment for a person at a terminal. */
public final class TerminalPage {
  private static final int LABEL = 46;
  private static final int COLUMN = 24;
  private static final int LOOK_FIRST = 4;

  private final Assessment assessment;
  private final AssessedNumbers numbers;
  private final Map<String, Headlines> headlines = new LinkedHashMap<>();

  /** Prepares to write an assessment. */
  public TerminalPage(Assessment assessment, AssessedNumbers numbers) {
    this.assessment = assessment;
    this.numbers = numbers;
    for (Reading reading : assessment.agreement().readings()) {
      headlines.put(reading.id(), Headlines.of(assessment, reading.id()));
    }
  }

  /** Writes the page. */
  public void write(PrintWriter out, int rejected) {
    heading(out);
    counts(out, rejected);
    findings(out);
    new TallyLines(assessment, numbers).write(out);
    periods(out);
    out.println();
    new SubjectLines(assessment).write(out);
    lookFirst(out);
  }

  private void heading(PrintWriter out) {
    Agreement.Heading heading = assessment.agreement().heading();
    out.printf(
        "%s · %s%s%n",
        heading.title(),
        Claim.code(heading.authenticity()),
        heading.note().map(note -> " · " + note).orElse(""));
    out.printf(
        "what was said%s, as the sources give it · audience: %s%n",
        assessment.selection().saidBy().map(this::by).orElse(" in all"),
        assessment.selection().audience().code());
    for (Reading reading : assessment.agreement().readings()) {
      out.printf(
          "in force      %s: %s%n", reading.id(), LocalTimes.of(reading).term(reading.inForce()));
    }
    out.println();
  }

  private String by(Instant instant) {
    LocalTimes times = LocalTimes.of(assessment.agreement().readings().getFirst());
    return " by %s %s".formatted(times.at(instant), times.zone());
  }

  private void counts(PrintWriter out, int rejected) {
    Assessment.Counts counts = assessment.counts();
    out.printf(
        "reports       %,d read · %,d rejected%s%n",
        counts.reports(),
        rejected,
        counts.notYetSaid() == 0
            ? ""
            : " · %,d not certainly said by then".formatted(counts.notYetSaid()));
    Map<String, Integer> kinds = new LinkedHashMap<>();
    new TreeSet<>(assessment.claims().stream().map(Claim::kind).toList())
        .forEach(kind -> kinds.put(kind, 0));
    assessment.claims().forEach(claim -> kinds.merge(claim.kind(), 1, Integer::sum));
    List<String> words = new ArrayList<>();
    kinds.forEach((kind, n) -> words.add("%,d %s".formatted(n, kind)));
    out.printf("claims        %,d · %s%n", assessment.claims().size(), String.join(", ", words));
    long contested = assessment.incidents().stream().filter(AssessedIncident::contested).count();
    out.printf(
        "incidents     %,d · %,d contested%s%n",
        assessment.incidents().size(),
        contested,
        counts.withheld() == 0
            ? ""
            : " · %,d withheld from this audience".formatted(counts.withheld()));
    if (!counts.unlisted().isEmpty()) {
      out.printf(
          "              actors of whom the agreement says nothing: %s%n",
          String.join(", ", counts.unlisted()));
    }
    out.println();
  }

  private void findings(PrintWriter out) {
    row(out, "findings (incidents by their worst outcome)", new ArrayList<>(headlines.keySet()));
    TreeSet<String> authors = new TreeSet<>();
    headlines.values().forEach(each -> authors.addAll(each.authors()));
    authors.remove(Headlines.CONTESTED);
    for (String author : authors) {
      numbers(out, "  prima facie breach, alleged author " + author, each -> each.breaches(author));
    }
    numbers(
        out, "  prima facie breach, author contested", each -> each.breaches(Headlines.CONTESTED));
    numbers(out, "  accounts differ", each -> each.count(Kind.ACCOUNTS_DIFFER));
    numbers(out, "  undetermined", each -> each.count(Kind.UNDETERMINED));
    numbers(out, "  no breach", each -> each.count(Kind.NO_BREACH));
    numbers(out, "  not covered", each -> each.count(Kind.NOT_COVERED));
    numbers(out, "  machine-read only, not counted above", Headlines::machineRead);
    row(out, "", headlines.keySet().stream().map(reading -> "─────").toList());
    numbers(out, "", Headlines::all);
    out.println();
    headlines.forEach(
        (reading, each) -> {
          reasons(out, reading + ": would be decided by", each.missing());
          reasons(out, reading + ": not covered, outside", each.because());
        });
    out.println();
  }

  private static void reasons(
      PrintWriter out, String label, List<Map.Entry<String, Integer>> reasons) {
    if (!reasons.isEmpty()) {
      List<String> words =
          reasons.stream()
              .limit(LOOK_FIRST)
              .map(reason -> "%s (%,d)".formatted(reason.getKey(), reason.getValue()))
              .toList();
      out.printf("  %s %s%n", label, String.join(", ", words));
    }
  }

  private void numbers(
      PrintWriter out, String label, java.util.function.ToIntFunction<Headlines> number) {
    boolean total = label.isEmpty();
    List<Integer> counts =
        headlines.values().stream().map(each -> number.applyAsInt(each)).toList();
    if (total || counts.stream().anyMatch(count -> count > 0)) {
      row(
          out,
          label,
          counts.stream().map(count -> String.format(Locale.ROOT, "%,d", count)).toList());
    }
  }

  private static void row(PrintWriter out, String label, List<String> cells) {
    StringBuilder line = new StringBuilder(("%-" + LABEL + "s").formatted(label));
    cells.forEach(cell -> line.append(("%" + COLUMN + "s").formatted(cell)));
    out.println(line.toString().stripTrailing());
  }

  /** Counts before, in and after the time in force: without coverage no rate and no zero. */
  private void periods(PrintWriter out) {
    LocalTimes times = LocalTimes.of(assessment.agreement().readings().getFirst());
    PeriodLines periods = new PeriodLines(times, "in force", Optional.empty());
    numbers.baseline().ifPresent(each -> each.periods().forEach(one -> periods.write(out, one)));
    new AlertLines(times).write(out, numbers.alerts(), numbers.inForce());
  }

  /**
   * Incidents that need a person most: accounts that differ, denied breaches, then what is open.
   */
  private void lookFirst(PrintWriter out) {
    List<String> words = new ArrayList<>();
    for (AssessedIncident each : assessment.incidents()) {
      if (words.size() < LOOK_FIRST && each.contested()) {
        words.add(
            "%s (%s, %s)"
                .formatted(
                    each.incident().id(),
                    origins(each.incident().origins().size()),
                    each.incident().denials().isEmpty() ? "authors differ" : "denied"));
      }
    }
    if (!words.isEmpty()) {
      out.printf("look first at  %s%n", String.join(" · ", words));
    }
  }

  private static String origins(int count) {
    return count == 1 ? "1 origin" : count + " independent origins";
  }
}
