package org.truce.publish;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.truce.report.Claim;
import org.truce.report.ReportId;
import org.truce.revision.Change;
import org.truce.revision.Renamed;
import org.truce.revision.Revision;
import org.truce.revision.Revisions;

/** Writes what changed between two versions of data for a terminal. */
public final class RevisionPage {
  private static final int MOST_SHOWN = 40;
  private static final int LONGEST = 60;

  private final Revisions revisions;

  /** Prepares to write. */
  public RevisionPage(Revisions revisions) {
    this.revisions = revisions;
  }

  /**
   * Writes the page.
   *
   * @param unreadBefore records of the earlier version that could not be read
   * @param unreadNow records of the later version that could not be read
   */
  public void write(PrintWriter out, int unreadBefore, int unreadNow) {
    out.printf(
        Locale.ROOT,
        "reports       %,d in both versions · %,d added · %,d withdrawn · %,d and %,d rejected%n",
        revisions.both(),
        revisions.added().size(),
        revisions.withdrawn().size(),
        unreadBefore,
        unreadNow);
    reports(out, "added", revisions.added());
    reports(out, "withdrawn", revisions.withdrawn());
    if (unreadBefore + unreadNow > 0) {
      out.println("  what was rejected in one version only stands here as added or withdrawn");
    }
    out.printf(
        Locale.ROOT,
        "no revision   %,d values written otherwise · %,d names renamed throughout%n",
        revisions.rewritten(),
        revisions.renamed().size());
    revisions.renamed().stream().limit(MOST_SHOWN).forEach(each -> renamed(out, each));
    more(out, revisions.renamed().size());
    out.printf(
        Locale.ROOT,
        "revisions     %,d%s%n",
        revisions.revisions().size(),
        revisions.byKind().entrySet().stream()
            .map(each -> String.format(Locale.ROOT, " · %,d %s", each.getValue(), each.getKey()))
            .collect(Collectors.joining()));
    revisions.revisions().stream().limit(MOST_SHOWN).forEach(each -> revision(out, each));
    more(out, revisions.revisions().size());
  }

  private static void more(PrintWriter out, int size) {
    if (size > MOST_SHOWN) {
      out.printf(Locale.ROOT, "  … %,d more (--format json has all)%n", size - MOST_SHOWN);
    }
  }

  private static void reports(PrintWriter out, String label, List<ReportId> reports) {
    if (!reports.isEmpty()) {
      out.printf(
          "  %-11s %s%s%n",
          label,
          reports.stream().limit(5).map(Object::toString).collect(Collectors.joining(" · ")),
          reports.size() > 5 ? " …" : "");
    }
  }

  private static void renamed(PrintWriter out, Renamed each) {
    out.printf(
        Locale.ROOT,
        "  %-11s %s → %s in all %s%n",
        words(Claim.code(each.aspect())),
        shown(each.before()),
        shown(each.now()),
        Counted.of(each.claims(), "claim"));
  }

  private static void revision(PrintWriter out, Revision each) {
    out.printf("  %-24s %s%n", each.claim(), words(each.change()));
  }

  private static String words(Change change) {
    String kind = words(Revisions.kind(change));
    return switch (change) {
      case Change.Added added -> "makes a new claim: " + added.kind();
      case Change.Withdrawn withdrawn -> "makes a claim no more: " + withdrawn.kind();
      case Change.Value value ->
          "%s: %s → %s".formatted(kind, shown(value.before()), shown(value.now()));
      case Change.Toll toll ->
          "%s: %s → %s (%s)"
              .formatted(Claim.code(toll.category()), toll.before(), toll.now(), why(toll));
    };
  }

  private static String why(Change.Toll toll) {
    String kind =
        toll.reason()
            .map(
                reason ->
                    switch (reason) {
                      case LATE_DEATH -> "late death: moved from the injured";
                      case STATUS_CHANGE -> "who they were: moved, not added";
                      case DUPLICATE_REMOVED, REMAINS_FOUND, CORRECTION, RETRACTION ->
                          words(Claim.code(reason));
                    })
            .orElse("no reason given");
    return kind + (toll.stated() ? ", as the source says" : "");
  }

  private static String words(String code) {
    return code.replace('-', ' ');
  }

  private static String shown(String value) {
    String text = value.isEmpty() ? "nothing" : value;
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
        : text;
  }
}
