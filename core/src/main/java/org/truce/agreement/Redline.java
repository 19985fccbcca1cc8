package org.truce.agreement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.agreement.Clause.Prohibition.Rule;

/**
 * What changed between two versions of a text, clause by clause. Clauses are the same when their
 * ids are.
 *
 * <p>Weaker is a lower force, fewer kinds of conduct or targets, fewer bound parties, more
 * exceptions, shorter distances, later deadlines. Both at once, or anything else, is changed.
 *
 * @param clause id
 * @param change what happened to it
 * @param before its words before, if it was there
 * @param after its words after, if it is there
 * @param why in which respects it is weaker or stronger
 */
public record Redline(
    String clause,
    Change change,
    Optional<String> before,
    Optional<String> after,
    List<String> why) {
  public Redline {
    why = List.copyOf(why);
  }

  /** What happened to a clause. */
  public enum Change {
    ADDED,
    REMOVED,
    WEAKENED,
    STRENGTHENED,
    CHANGED,
    KEPT
  }

  /** Returns the changes in the order of the later text, then those that were removed. */
  public static List<Redline> between(Agreement before, Agreement after) {
    List<Redline> lines = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>(after.clauses().keySet());
    ids.addAll(before.clauses().keySet());
    for (String id : ids) {
      Optional<Clause> old = Optional.ofNullable(before.clauses().get(id));
      Optional<Clause> now = Optional.ofNullable(after.clauses().get(id));
      List<Step> steps =
          old.isPresent() && now.isPresent() ? steps(old.get(), now.get()) : List.of();
      lines.add(
          new Redline(
              id,
              change(old, now, steps),
              old.map(Redline::words),
              now.map(Redline::words),
              steps.stream().map(Step::words).toList()));
    }
    return lines;
  }

  /** One respect in which a clause became weaker (negative) or stronger (positive). */
  private record Step(int direction, String words) {}

  private static Change change(Optional<Clause> old, Optional<Clause> now, List<Step> steps) {
    if (old.isEmpty()) {
      return Change.ADDED;
    }
    if (now.isEmpty()) {
      return Change.REMOVED;
    }
    boolean weaker = steps.stream().anyMatch(step -> step.direction() < 0);
    boolean stronger = steps.stream().anyMatch(step -> step.direction() > 0);
    boolean other = steps.stream().anyMatch(step -> step.direction() == 0);
    if (weaker && !stronger && !other) {
      return Change.WEAKENED;
    }
    if (stronger && !weaker && !other) {
      return Change.STRENGTHENED;
    }
    boolean same = steps.isEmpty() && words(old.get()).equals(words(now.get()));
    return same ? Change.KEPT : Change.CHANGED;
  }

  /** Returns the wording of a clause, or what it establishes or demands where none is written. */
  private static String words(Clause clause) {
    return clause
        .text()
        .wording()
        .orElseGet(
            () ->
                switch (clause) {
                  case Clause.Statement statement -> statement.what();
                  case Clause.Obligation duty -> duty.duty().verb() + " " + duty.duty().what();
                  case Clause.Permission permission -> permission.purpose();
                  case Clause.Prohibition prohibition -> clause.text().article();
                });
  }

  private static List<Step> steps(Clause old, Clause now) {
    List<Step> steps = new ArrayList<>();
    force(old, now).ifPresent(steps::add);
    if (!old.getClass().equals(now.getClass())) {
      steps.add(new Step(0, "another verb"));
      return steps;
    }
    if (old instanceof Clause.Obligation a && now instanceof Clause.Obligation b) {
      sets(a.by(), b.by(), 1, "bound parties").ifPresent(steps::add);
      deadlines(a.starts(), b.starts()).ifPresent(steps::add);
      deadlines(a.completes(), b.completes()).ifPresent(steps::add);
      if (a.watched().isPresent() && b.watched().isPresent()) {
        steps.addAll(prohibition(a.watched().get(), b.watched().get()));
      }
    }
    if (old instanceof Clause.Prohibition a && now instanceof Clause.Prohibition b) {
      sets(a.by(), b.by(), 1, "bound parties").ifPresent(steps::add);
      steps.addAll(prohibition(a, b));
    }
    if (old instanceof Clause.Permission a && now instanceof Clause.Permission b) {
      sets(a.conduct().codes(), b.conduct().codes(), -1, "permitted conduct").ifPresent(steps::add);
      sets(a.by(), b.by(), -1, "permitted parties").ifPresent(steps::add);
      if (!a.condition().equals(b.condition()) || !a.burden().equals(b.burden())) {
        steps.add(new Step(0, "another condition or burden"));
      }
    }
    return steps;
  }

  private static Optional<Step> force(Clause old, Clause now) {
    Optional<Clause.Force> before = old.text().force();
    Optional<Clause.Force> after = now.text().force();
    if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
      return Optional.empty();
    }
    int direction = after.get().compareTo(before.get());
    return Optional.of(
        new Step(
            direction,
            "force: %s, was %s"
                .formatted(
                    after.get().name().toLowerCase(java.util.Locale.ROOT),
                    before.get().name().toLowerCase(java.util.Locale.ROOT))));
  }

  private static List<Step> prohibition(Clause.Prohibition a, Clause.Prohibition b) {
    List<Step> steps = new ArrayList<>();
    sets(a.act().conduct().codes(), b.act().conduct().codes(), 1, "conduct").ifPresent(steps::add);
    sets(a.act().target().codes(), b.act().target().codes(), 1, "targets").ifPresent(steps::add);
    sets(a.subjectTo(), b.subjectTo(), -1, "exceptions").ifPresent(steps::add);
    if (a.rule() instanceof Rule.Distance x && b.rule() instanceof Rule.Distance y) {
      steps.addAll(distances(x.setBack(), y.setBack()));
    }
    return steps;
  }

  private static List<Step> distances(SetBack a, SetBack b) {
    List<Step> steps = new ArrayList<>();
    a.tables()
        .forEach(
            (party, table) -> {
              SetBack.Table other = b.tables().get(party);
              if (other != null && !table.distanceMm().equals(other.distanceMm())) {
                long before = table.distanceMm().values().stream().mapToLong(mm -> mm).sum();
                long after = other.distanceMm().values().stream().mapToLong(mm -> mm).sum();
                steps.add(new Step(Long.compare(after, before), "distances of " + party));
              }
            });
    return steps;
  }

  private static Optional<Step> deadlines(Optional<Deadline> a, Optional<Deadline> b) {
    if (a.equals(b)) {
      return Optional.empty();
    }
    String words =
        "deadline: %s, was %s"
            .formatted(
                b.map(Deadline::wording).orElse("none"), a.map(Deadline::wording).orElse("none"));
    int direction = a.isEmpty() ? 1 : b.isEmpty() ? -1 : Integer.signum(earlier(a.get(), b.get()));
    return Optional.of(new Step(direction, words));
  }

  /**
   * Returns how much earlier the second falls due; 0 where they are counted otherwise and nobody
   * can say which is earlier.
   */
  private static int earlier(Deadline before, Deadline after) {
    return before.anchor().equals(after.anchor())
            && before.length().getClass().equals(after.length().getClass())
        ? length(before).compareTo(length(after))
        : 0;
  }

  private static Duration length(Deadline deadline) {
    return switch (deadline.length()) {
      case Deadline.Length.CalendarDays length -> Duration.ofDays(length.days());
      case Deadline.Length.EndOfDay length -> Duration.ofDays(length.days());
      case Deadline.Length.Elapsed length -> length.duration();
    };
  }

  /** More of a set is stronger or weaker by {@code sign}; other members are just a change. */
  private static Optional<Step> sets(
      Collection<String> before, Collection<String> after, int sign, String what) {
    if (Set.copyOf(before).equals(Set.copyOf(after))) {
      return Optional.empty();
    }
    int direction = after.containsAll(before) ? sign : before.containsAll(after) ? -sign : 0;
    String words = direction == 0 ? "other " : direction * sign > 0 ? "more " : "fewer ";
    return Optional.of(new Step(direction, words + what));
  }
}
