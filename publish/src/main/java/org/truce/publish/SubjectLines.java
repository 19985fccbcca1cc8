package org.truce.publish;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.agreement.LocalTimes;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.assessment.Finding;
import org.truce.assessment.Fulfilment;
import org.truce.assessment.ObligationFinding;
import org.truce.assessment.TextFinding;
import org.truce.assessment.WeaponSighting;
import org.truce.coverage.AllegedAttacks;
import org.truce.report.Claim;

/**
 * Writes what was found on subjects that are no incident: obligations at an instant, weapons by the
 * classes of the practice, the time before entry into force, and the text itself.
 */
final class SubjectLines {
  private static final Set<WeaponSighting> NONE = Set.of(WeaponSighting.IN_NONE_OF_THE_CLASSES);

  private final Assessment assessment;
  private final LocalTimes times;

  SubjectLines(Assessment assessment) {
    this.assessment = assessment;
    this.times = LocalTimes.of(assessment.agreement().readings().getFirst());
  }

  void write(PrintWriter out) {
    assessment.asOf().ifPresent(asOf -> obligations(out, asOf));
    weapons(out);
    assessment.beforeEntry().ifPresent(attacks -> beforeEntry(out, attacks));
    text(out);
  }

  private void obligations(PrintWriter out, Instant asOf) {
    List<ObligationFinding> findings =
        ObligationFinding.of(assessment.agreement(), assessment.claims(), asOf);
    if (findings.isEmpty()) {
      return;
    }
    out.printf("obligations   as of %s %s%n", times.at(asOf), times.zone());
    for (ObligationFinding finding : findings) {
      out.printf(
          "  %-46s %s%n",
          "%s: %s, %s, %s"
              .formatted(
                  finding.reading(),
                  finding.clause(),
                  finding.party(),
                  Claim.code(finding.phase())),
          words(finding));
    }
    out.println();
  }

  private static String words(ObligationFinding finding) {
    Fulfilment common = finding.common();
    if (common.kind() == Fulfilment.Kind.ACCOUNTS_DIFFER) {
      List<String> each = new ArrayList<>();
      finding.accounts().forEach((side, own) -> each.add(side + ": " + words(own)));
      return "accounts differ: " + String.join("; ", each);
    }
    return words(common);
  }

  private static String words(Fulfilment fulfilment) {
    String kind = Claim.code(fulfilment.kind()).replace('-', ' ');
    return fulfilment.missing().isEmpty()
        ? kind
        : "%s; would be decided by %s".formatted(kind, String.join(" and ", fulfilment.missing()));
  }

  /** Counts sightings whose class is certain, and lists what is open. */
  private void weapons(PrintWriter out) {
    Map<String, Map<WeaponSighting, Integer>> counts = new LinkedHashMap<>();
    Map<String, Integer> open = new LinkedHashMap<>();
    for (AssessedIncident each : assessment.incidents()) {
      for (Finding finding : each.findings()) {
        Optional<Set<WeaponSighting>> classes =
            WeaponSighting.of(assessment.agreement(), finding, each);
        String clause = "%s: %s".formatted(finding.reading(), finding.clause());
        if (classes.isPresent() && classes.get().size() > 1) {
          open.merge(clause, 1, Integer::sum);
        } else if (classes.isPresent() && !classes.get().equals(NONE)) {
          counts
              .computeIfAbsent(clause, key -> new EnumMap<>(WeaponSighting.class))
              .merge(classes.get().iterator().next(), 1, Integer::sum);
        }
      }
    }
    open.keySet().forEach(clause -> counts.putIfAbsent(clause, Map.of()));
    if (counts.isEmpty()) {
      return;
    }
    out.println("weapons seen, by the classes of the practice");
    counts.forEach(
        (clause, classes) -> {
          List<String> words = new ArrayList<>();
          classes.forEach((one, n) -> words.add("%s %,d".formatted(one.words(), n)));
          Optional.ofNullable(open.get(clause))
              .ifPresent(n -> words.add("open between classes %,d".formatted(n)));
          out.printf("  %-28s %s%n", clause, String.join(" · ", words));
        });
    out.println();
  }

  private void beforeEntry(PrintWriter out, AllegedAttacks attacks) {
    out.printf(
        "before entry into force: incidents reported as attacks, by alleged author%n  %s%n",
        times.window(attacks.watched().window()));
    attacks
        .byAuthor()
        .forEach(
            (author, count) ->
                out.printf(
                    "  %-18s %s%n",
                    author,
                    count.isExact()
                        ? "%,d".formatted(count.least())
                        : "%,d to %,d".formatted(count.least(), count.most())));
    out.println(
        attacks.watched().recorded()
            ? "  watched            %s of it"
                .formatted(LocalTimes.hours(attacks.watched().watched().length()))
            : "  watched            not recorded: what was reported, not what happened; no rate");
    out.println();
  }

  private void text(PrintWriter out) {
    Map<TextFinding.Kind, List<String>> lacks = new EnumMap<>(TextFinding.Kind.class);
    TextFinding.of(assessment.agreement())
        .forEach(
            finding ->
                lacks.computeIfAbsent(finding.kind(), kind -> new ArrayList<>()).add(finding.of()));
    if (!lacks.isEmpty()) {
      out.println("the agreement itself");
      lacks.forEach(
          (kind, of) ->
              out.printf("  %-18s %s: %s%n", kind.code(), kind.words(), String.join(", ", of)));
      out.println();
    }
  }
}
