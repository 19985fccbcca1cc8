package org.truce.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.text.AnnotatedText.Expected;
import org.truce.text.claims.TextClaim;
import org.truce.text.rules.ClaimType;
import org.truce.text.words.Folding;

/**
 * Compares what was read with what a person found.
 *
 * <p>A claim is found when one of the same type (a toll and its revision count as one) overlaps its
 * words. Names are right when one holds the other, folded; numbers, dates and codes when they are
 * equal. An error is severe when count, status or source is wrong.
 */
public final class Scorer {
  private static final Set<String> SEVERE = Set.of("count", "status", "source");
  private static final Set<ClaimType> NOT_COUNTED_AS_EXTRA =
      Set.of(ClaimType.OFFICE, ClaimType.STATEMENT, ClaimType.QUOTE);

  private final SortedMap<String, Tried> precisionByField = new TreeMap<>();
  private final SortedMap<String, Tried> recallByField = new TreeMap<>();
  private final SortedMap<String, Tried> byRule = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();
  private Tried found = new Tried(0, 0);
  private Tried strict = new Tried(0, 0);
  private int extra;
  private int severe;
  private int produced;

  /**
   * How often something was right.
   *
   * @param right times it was
   * @param all times it was tried
   */
  public record Tried(int right, int all) {
    Tried and(boolean isRight) {
      return new Tried(right + (isRight ? 1 : 0), all + 1);
    }
  }

  /** Adds one text. */
  public void add(AnnotatedText text, List<TextClaim> read) {
    produced += (int) read.stream().filter(c -> !NOT_COUNTED_AS_EXTRA.contains(c.type())).count();
    List<TextClaim> left = new ArrayList<>(read);
    for (Expected expected : text.claims()) {
      Optional<TextClaim> match = best(expected, left);
      match.ifPresent(left::remove);
      found = found.and(match.isPresent());
      boolean right = match.isPresent() && fieldsRight(text, expected, match.get());
      strict = strict.and(right);
      if (match.isEmpty()) {
        expected.fields().keySet().forEach(field -> count(recallByField, field, false));
        errors.add(
            "%s: missed %s \"%s\"".formatted(text.name(), expected.type(), words(text, expected)));
      }
    }
    for (TextClaim claim : left) {
      if (!NOT_COUNTED_AS_EXTRA.contains(claim.type())) {
        extra++;
        rule(claim, false);
        errors.add(
            "%s: extra %s \"%s\" %s %s"
                .formatted(
                    text.name(),
                    claim.type(),
                    claim.evidence().of(text.text()),
                    claim.fields(),
                    claim.reading().rule()));
      }
    }
  }

  private static String words(AnnotatedText text, Expected expected) {
    return expected.evidence().of(text.text());
  }

  private Optional<TextClaim> best(Expected expected, List<TextClaim> read) {
    Optional<TextClaim> best = Optional.empty();
    int most = -1;
    for (TextClaim claim : read) {
      if (isSame(claim.type(), expected.type()) && claim.evidence().overlaps(expected.evidence())) {
        int right =
            (int) expected.fields().entrySet().stream().filter(e -> isRight(e, claim)).count();
        if (right > most) {
          most = right;
          best = Optional.of(claim);
        }
      }
    }
    return best;
  }

  private static boolean isSame(ClaimType one, ClaimType other) {
    return toll(one) == toll(other);
  }

  private static ClaimType toll(ClaimType type) {
    return type == ClaimType.TOLL_REVISION ? ClaimType.CASUALTY : type;
  }

  private boolean fieldsRight(AnnotatedText text, Expected expected, TextClaim claim) {
    boolean all = true;
    boolean grave = false;
    for (Map.Entry<String, String> field : expected.fields().entrySet()) {
      boolean right = isRight(field, claim);
      count(recallByField, field.getKey(), right);
      if (isSaid(field.getKey(), claim)) {
        count(precisionByField, field.getKey(), right);
      }
      all &= right;
      if (!right) {
        grave |= SEVERE.contains(field.getKey()) && isSaid(field.getKey(), claim);
        errors.add(
            "%s: %s %s should be %s, was %s (%s)"
                .formatted(
                    text.name(),
                    claim.type(),
                    field.getKey(),
                    field.getValue(),
                    claim.find(field.getKey()).orElse("-"),
                    claim.reading().rule()));
      }
    }
    severe += grave ? 1 : 0;
    rule(claim, all);
    return all;
  }

  /** A value that is missing is a gap; a value that is wrong is an error. */
  private static boolean isSaid(String field, TextClaim claim) {
    return claim.find(field).isPresent() || field.equals("source");
  }

  private void rule(TextClaim claim, boolean right) {
    count(byRule, claim.reading().rule(), right);
  }

  private static void count(Map<String, Tried> table, String name, boolean right) {
    table.put(name, table.getOrDefault(name, new Tried(0, 0)).and(right));
  }

  private static boolean isRight(Map.Entry<String, String> expected, TextClaim claim) {
    String want = expected.getValue();
    String have = claim.find(expected.getKey()).orElse("-");
    if (want.equals("-") || have.equals("-")) {
      return want.equals(have);
    }
    return switch (expected.getKey()) {
      case "count", "status", "date", "revision", "denominator", "denominator-role" ->
          want.equals(have);
      default -> folded(have).contains(folded(want)) || folded(want).contains(folded(have));
    };
  }

  private static String folded(String text) {
    return (" " + Folding.fold(text))
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .replaceAll(" (ال|وال|بال|the |لل)", " ")
        .strip();
  }

  /** Returns how many expected claims were found. */
  public Tried found() {
    return found;
  }

  /** Returns how many expected claims were found with all required fields right. */
  public Tried strict() {
    return strict;
  }

  /** Returns how many claims of facts were read of which the person found nothing. */
  public int extra() {
    return extra;
  }

  /** Returns how many claims of facts were read. */
  public int produced() {
    return produced;
  }

  /** Returns how many claims had a wrong count, status or source. */
  public int severe() {
    return severe;
  }

  /** Returns fields with how often a value that was read, in claims that were found, was right. */
  public SortedMap<String, Tried> precisionByField() {
    return precisionByField;
  }

  /** Returns fields with how often a value that a person found was read and right. */
  public SortedMap<String, Tried> recallByField() {
    return recallByField;
  }

  /** Returns rules with how often a claim of theirs was right in every required field. */
  public SortedMap<String, Tried> byRule() {
    return byRule;
  }

  /** Returns what was wrong, for a person to read. */
  public List<String> errors() {
    return errors;
  }
}
