package org.truce.publish;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.truce.agreement.LocalTimes;
import org.truce.agreement.TermOfForce;
import org.truce.assessment.AssessedNumbers;
import org.truce.assessment.Assessment;
import org.truce.report.Claim;
import org.truce.tally.Comparability;
import org.truce.tally.MatchCoverage;
import org.truce.tally.PartsCheck;

/**
 * Writes the tallies of the sides, one for each: of those within the time in force the one that
 * covers most of it, with its parts against its total, and whether two of them can be compared.
 */
final class TallyLines {
  private final Assessment assessment;
  private final AssessedNumbers numbers;
  private final LocalTimes times;

  TallyLines(Assessment assessment, AssessedNumbers numbers) {
    this.assessment = assessment;
    this.numbers = numbers;
    TermOfForce term = assessment.agreement().readings().getFirst().inForce();
    this.times = new LocalTimes(term.start().zone());
  }

  void write(PrintWriter out) {
    List<Claim.Tally> chosen = PartyTallies.of(assessment);
    out.println("tallies");
    if (chosen.isEmpty()) {
      out.println("  none by a party in what was read");
    }
    for (Claim.Tally tally : chosen) {
      line(out, tally);
    }
    for (int i = 0; i < chosen.size(); i++) {
      for (int j = i + 1; j < chosen.size(); j++) {
        comparison(out, chosen.get(i), chosen.get(j));
      }
    }
  }

  private void line(PrintWriter out, Claim.Tally tally) {
    String by =
        tally.by().isEmpty()
            ? ""
            : " on " + String.join(", ", tally.by().stream().map(Object::toString).toList());
    out.printf(
        "  %-11s %-18s %s   %s%n",
        tally.statement().voice().side() + by,
        tally.total().map(Object::toString).orElse("no total"),
        times.window(tally.statement().about()),
        tally.id());
    out.printf("              %s%n", parts(tally));
    out.printf(
        "              %s%n", backed(Objects.requireNonNull(numbers.backed().get(tally.id()))));
  }

  /** The share that can be looked into one by one, which says nothing of what is true. */
  private static String backed(MatchCoverage match) {
    String incidents = "%,d to %,d".formatted(match.surely(), match.possibly());
    String share =
        match
            .leastPerMille()
            .flatMap(least -> match.mostPerMille().map(most -> perCent(least, most)))
            .map(words -> ": %s of the total can be looked into one by one".formatted(words))
            .orElse("");
    return "backed by %s incidents that were read%s"
        .formatted(match.surely() == match.possibly() ? "" + match.surely() : incidents, share);
  }

  private static String perCent(long least, long most) {
    String from = String.format(Locale.ROOT, "%.1f", least / 10.0);
    String to = String.format(Locale.ROOT, "%.1f %%", most / 10.0);
    return least == most ? to : from + " to " + to;
  }

  private static String parts(Claim.Tally tally) {
    List<String> words = new ArrayList<>();
    for (Claim.Part part : tally.parts()) {
      if (part.of().isEmpty()) {
        String subsets =
            String.join(
                ", ",
                tally.parts().stream()
                    .filter(other -> other.of().equals(Optional.of(part.what())))
                    .map(other -> other.count() + " " + other.what())
                    .toList());
        words.add(
            part.count()
                + " "
                + part.what()
                + (subsets.isEmpty() ? "" : " (%s among them)".formatted(subsets)));
      }
    }
    PartsCheck check = PartsCheck.of(tally);
    String listed = String.join(" + ", words);
    return switch (check.verdict()) {
      case CONSISTENT -> listed + ": consistent with the total";
      case NOT_ITEMISED ->
          "%s add to %s; the rest (%s) is not itemised in what was read"
              .formatted(
                  listed, check.sum().orElseThrow(), bounds(check.unexplained().orElseThrow()));
      case PARTS_EXCEED_TOTAL ->
          "%s add to %s, more than the total".formatted(listed, check.sum().orElseThrow());
      case NO_TOTAL -> listed + "; no total given";
      case NO_PARTS -> "no parts given";
    };
  }

  private static String bounds(org.truce.report.Count count) {
    return count.isExact()
        ? "%,d".formatted(count.least())
        : "%,d to %,d".formatted(count.least(), count.most());
  }

  private static void comparison(PrintWriter out, Claim.Tally a, Claim.Tally b) {
    Comparability comparability = Comparability.of(a, b);
    if (comparability.comparable()) {
      out.println("  comparable     same window, unit and area as far as said");
      return;
    }
    List<String> words = new ArrayList<>();
    for (Comparability.Obstacle obstacle : comparability.obstacles()) {
      words.add(
          switch (obstacle) {
            case WINDOW ->
                comparability.one().equals(comparability.other())
                    ? "different hours"
                    : "%s against %s"
                        .formatted(
                            LocalTimes.hours(comparability.one()),
                            LocalTimes.hours(comparability.other()));
            case UNIT -> "different units";
            case AREA -> "different areas";
            case LEFT_OUT -> "different hours left out";
            case COUNT_CLASS -> "different stages counted";
          });
    }
    out.printf("  not comparable %s%n", String.join("; ", words));
  }
}
