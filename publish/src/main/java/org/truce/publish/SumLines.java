package org.truce.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessment.AssessedIncident;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.tally.PartOf;

/** Says in the windows of which sums an incident lies, and which incidents in that of a sum. */
public final class SumLines {
  /** So many incidents of one sum are named. */
  private static final int MOST_NAMED = 12;

  private SumLines() {}

  /** Says in the window of which sum an incident lies. */
  static String of(PartOf link) {
    var said = link.sum().statement();
    return "%s what %s %s, %s to %s: %s"
        .formatted(
            link.surely() ? "lies in the window of" : "may lie in the window of",
            said.voice().side(),
            link.sum() instanceof Claim.Tally tally
                ? "counts as " + figures(tally)
                : "says happened again and again",
            said.about().from(),
            said.about().to(),
            link.sum().id());
  }

  /** Returns the total and the parts of a tally as they were said. */
  public static String figures(Claim.Tally tally) {
    List<String> figures = new ArrayList<>();
    tally.total().ifPresent(total -> figures.add(total + " " + tally.unit()));
    for (Claim.Part part : tally.parts()) {
      String of = part.of().map(whole -> " among the " + whole).orElse("");
      figures.add(part.count() + " " + part.what() + of);
    }
    return String.join(", ", figures);
  }

  /**
   * Says which incidents of an assessment lie in the window of a claim; nothing when none may, or
   * the claim is no sum ({@link PartOf#isSum}).
   */
  public static Optional<String> within(Claim sum, Assessment assessment, Atlas atlas) {
    List<AssessedIncident> incidents = PartOf.isSum(sum) ? assessment.incidents() : List.of();
    int surely = 0;
    List<String> ids = new ArrayList<>();
    for (AssessedIncident each : incidents) {
      Optional<PartOf> link = PartOf.between(sum, each.incident().claims(), atlas);
      surely += link.filter(PartOf::surely).isPresent() ? 1 : 0;
      link.ifPresent(of -> ids.add(each.incident().id() + (of.surely() ? "" : "?")));
    }
    String named = String.join(", ", ids.subList(0, Math.min(ids.size(), MOST_NAMED)));
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%,d to %,d incidents lie in its window: %s%s"
                .formatted(surely, ids.size(), named, ids.size() > MOST_NAMED ? ", …" : ""));
  }
}
