package org.truce.assessment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause.Obligation;
import org.truce.agreement.Clause.Obligation.Phase;
import org.truce.agreement.Reading;
import org.truce.agreement.TermOfForce.Bound;
import org.truce.time.TimeSpan;

/**
 * What an obligation says at an instant.
 *
 * @param kind the outcome
 * @param missing what would decide it; empty unless undetermined
 */
public record Fulfilment(Kind kind, SortedSet<String> missing) {
  private static final String COMPLETION = "completion";
  private static final String DEADLINE = "deadline";
  private static final String OPEN_VALUE = "open-value";

  public Fulfilment {
    missing = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(missing));
  }

  /** The outcomes. */
  public enum Kind {
    /** The deadline has passed and it was not done by then. */
    MISSED,
    /** It was done before the deadline. */
    KEPT,
    /** The deadline has not passed, and it is not certain that it was done. */
    NOT_YET_DUE,
    UNDETERMINED,
    /** Accounts lead to different outcomes. */
    ACCOUNTS_DIFFER
  }

  /**
   * Returns what an obligation says.
   *
   * @param done when it can have been done; without an end: perhaps never
   * @param asOf the instant
   */
  public static Fulfilment of(
      Agreement agreement, Reading reading, Question question, TimeSpan done, Instant asOf) {
    Set<Fulfilment> found = new HashSet<>();
    for (Agreement.Meant meant : agreement.ways(reading)) {
      Obligation obligation = (Obligation) meant.agreement().clause(question.clause());
      found.add(
          obligation
              .deadline(question.phase())
              .flatMap(deadline -> deadline.due(meant.reading().inForce()))
              .map(due -> of(due, done, asOf))
              .orElseGet(() -> determined(Kind.NOT_YET_DUE)));
    }
    if (found.size() == 1) {
      return found.iterator().next();
    }
    SortedSet<String> missing = new TreeSet<>(List.of(OPEN_VALUE));
    found.forEach(each -> missing.addAll(each.missing()));
    return new Fulfilment(Kind.UNDETERMINED, missing);
  }

  /** Which obligation, and whether its beginning or its end is asked for. */
  public record Question(String clause, Phase phase) {}

  /** Returns the outcome that all share, or that they differ. */
  public static Fulfilment common(List<Fulfilment> accounts) {
    if (accounts.stream().map(Fulfilment::kind).distinct().count() > 1) {
      return determined(Kind.ACCOUNTS_DIFFER);
    }
    SortedSet<String> missing = new TreeSet<>();
    accounts.forEach(each -> missing.addAll(each.missing()));
    return new Fulfilment(accounts.getFirst().kind(), missing);
  }

  private static Fulfilment determined(Kind kind) {
    return new Fulfilment(kind, new TreeSet<>());
  }

  private static Fulfilment of(Bound due, TimeSpan done, Instant asOf) {
    SortedSet<Instant> moments = moments(due, done, asOf);
    List<Instant> deadlines =
        moments.stream()
            .filter(at -> !at.isBefore(due.earliest()) && !at.isAfter(due.latest()))
            .toList();
    List<Instant> completions = moments.stream().filter(done::contains).toList();
    boolean perhapsNever = done.to().equals(TimeSpan.END);
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    boolean completionDecides = true;
    for (Optional<Instant> completion : withNever(completions, perhapsNever)) {
      EnumSet<Kind> here = EnumSet.noneOf(Kind.class);
      deadlines.forEach(deadline -> here.add(kind(completion, deadline, asOf)));
      completionDecides &= isDecided(here);
      kinds.addAll(here);
    }
    if (isDecided(kinds)) {
      return determined(
          kinds.contains(Kind.NOT_YET_DUE) ? Kind.NOT_YET_DUE : kinds.iterator().next());
    }
    boolean deadlineDecides = true;
    for (Instant deadline : deadlines) {
      EnumSet<Kind> here = EnumSet.noneOf(Kind.class);
      withNever(completions, perhapsNever)
          .forEach(completion -> here.add(kind(completion, deadline, asOf)));
      deadlineDecides &= isDecided(here);
    }
    return new Fulfilment(Kind.UNDETERMINED, missing(completionDecides, deadlineDecides));
  }

  private static SortedSet<String> missing(boolean completionDecides, boolean deadlineDecides) {
    if (completionDecides) {
      return new TreeSet<>(List.of(COMPLETION));
    }
    return new TreeSet<>(deadlineDecides ? List.of(DEADLINE) : List.of(COMPLETION, DEADLINE));
  }

  /** Before the deadline nothing is missed; whether it is done already does not matter. */
  private static boolean isDecided(Set<Kind> kinds) {
    return kinds.size() == 1 || !kinds.contains(Kind.MISSED);
  }

  private static Kind kind(Optional<Instant> completion, Instant deadline, Instant asOf) {
    boolean before = completion.map(at -> at.isBefore(deadline)).orElse(false);
    if (!asOf.isBefore(deadline)) {
      return before ? Kind.KEPT : Kind.MISSED;
    }
    boolean already = completion.map(at -> !at.isAfter(asOf)).orElse(false);
    return already ? Kind.KEPT : Kind.NOT_YET_DUE;
  }

  private static List<Optional<Instant>> withNever(List<Instant> completions, boolean never) {
    List<Optional<Instant>> all = new java.util.ArrayList<>();
    completions.forEach(each -> all.add(Optional.of(each)));
    if (never) {
      all.add(Optional.empty());
    }
    return all;
  }

  /** The moments by whose order everything is decided, and those next to them. */
  private static SortedSet<Instant> moments(Bound due, TimeSpan done, Instant asOf) {
    SortedSet<Instant> moments = new TreeSet<>();
    for (Instant at : List.of(due.earliest(), due.latest(), done.from(), done.to(), asOf)) {
      moments.add(at);
      moments.add(at.plus(1, ChronoUnit.MICROS));
      moments.add(at.minus(1, ChronoUnit.MICROS));
    }
    return moments;
  }
}
