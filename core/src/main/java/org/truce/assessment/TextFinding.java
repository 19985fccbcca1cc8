package org.truce.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.truce.agreement.Agreement;
import org.truce.agreement.Agreement.Authenticity;
import org.truce.agreement.Clause;
import org.truce.agreement.Reading;
import org.truce.agreement.Surroundings;

/**
 * What the text of an agreement leaves out or leaves unknown: a finding whose subject is the
 * agreement itself.
 *
 * @param kind what is lacking
 * @param of where: a zone, clause, reading or other text
 */
public record TextFinding(Kind kind, String of) {

  /** What can be lacking. */
  public enum Kind {
    NO_BODY("no body watches, decides or settles"),
    NOT_MARKED("it is not marked on the ground"),
    NOT_PUBLISHED("it was not published"),
    UNDISCLOSED_TEXT("its text is unknown: it is referred to and never judged"),
    OPEN_VALUE("the text leaves a value open"),
    BURDEN_NOT_STATED("the text does not say who must show it"),
    NOT_IN_FORCE("it is not in force"),
    DECIDER_NOT_STATED("the text does not say who decides"),
    CLOCK_NOT_STATED("the text does not say how long it may take, or from when it is counted");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns the finding in words. */
    public String words() {
      return words;
    }

    /** Returns the name used in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Returns the findings on an agreement, kind by kind. */
  public static List<TextFinding> of(Agreement agreement) {
    List<TextFinding> found = new ArrayList<>();
    Surroundings around = agreement.around();
    if (around.bodies().isEmpty()) {
      found.add(new TextFinding(Kind.NO_BODY, agreement.heading().id()));
    }
    around
        .bodies()
        .forEach(
            (id, body) -> {
              if (body.rules().getOrDefault("decides", "not-stated").equals("not-stated")) {
                found.add(new TextFinding(Kind.DECIDER_NOT_STATED, id));
              }
            });
    around
        .drawn()
        .forEach(
            (id, drawn) -> {
              if (!drawn.markedOnGround().orElse(true)) {
                found.add(new TextFinding(Kind.NOT_MARKED, id));
              }
              if (!drawn.published().orElse(true)) {
                found.add(new TextFinding(Kind.NOT_PUBLISHED, id));
              }
            });
    around
        .related()
        .forEach(
            (id, related) -> {
              if (related.authenticity() == Authenticity.UNDISCLOSED) {
                found.add(new TextFinding(Kind.UNDISCLOSED_TEXT, id));
              }
            });
    agreement.readings().forEach(reading -> found.addAll(of(reading, agreement)));
    around.ladder().forEach(tier -> found.addAll(of(tier)));
    return found.stream()
        .distinct()
        .sorted(java.util.Comparator.comparing(TextFinding::kind))
        .toList();
  }

  private static List<TextFinding> of(Reading reading, Agreement agreement) {
    List<TextFinding> found = new ArrayList<>();
    if (reading.inForce().isPending()) {
      found.add(new TextFinding(Kind.NOT_IN_FORCE, reading.id()));
    }
    reading.alternatives().stream()
        .flatMap(way -> way.chosen().keySet().stream())
        .forEach(name -> found.add(new TextFinding(Kind.OPEN_VALUE, name)));
    for (Clause.Prohibition clause : agreement.prohibitions(reading)) {
      agreement.exceptions(clause, reading).stream()
          .filter(exception -> exception.burden().isEmpty())
          .forEach(each -> found.add(new TextFinding(Kind.BURDEN_NOT_STATED, each.id())));
    }
    return found;
  }

  private static List<TextFinding> of(Surroundings.Tier tier) {
    List<TextFinding> found = new ArrayList<>();
    String name = "tier " + tier.tier();
    if (tier.decider().equals("not-stated")) {
      found.add(new TextFinding(Kind.DECIDER_NOT_STATED, name));
    }
    if (tier.within().equals("not-stated") || tier.countedFrom().size() != 1) {
      found.add(new TextFinding(Kind.CLOCK_NOT_STATED, name));
    }
    return found;
  }
}
