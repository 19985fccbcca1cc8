package org.truce.assessment;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one clause says of one subject under one account. */
public sealed interface Outcome {

  /**
   * Every completion meets the prohibition and no exception defeats it.
   *
   * @param authors codes of the parties that the account alleges; more than one: it is open which
   * @param exceptionClaimed whether an exception was claimed that does not defeat it
   */
  record PrimaFacieBreach(SortedSet<String> authors, boolean exceptionClaimed) implements Outcome {
    public PrimaFacieBreach {
      authors = frozen(authors);
    }
  }

  /**
   * Every completion meets the prohibition and an exception defeats it.
   *
   * @param exceptions ids of the exceptions that do
   */
  record NoBreach(SortedSet<String> exceptions) implements Outcome {
    public NoBreach {
      exceptions = frozen(exceptions);
    }
  }

  /**
   * No completion meets the prohibition.
   *
   * @param because what fails in every completion; when nothing fails in all of them, what fails in
   *     some
   */
  record NotCovered(SortedSet<Ground> because) implements Outcome {
    public NotCovered {
      because = frozen(because);
    }
  }

  /**
   * Completions differ.
   *
   * @param missing a smallest set of facts that decides whatever they turn out to be; without any
   *     one of them it may stay open
   * @param one a completion, and what it leads to
   * @param other a completion that leads elsewhere
   */
  record Undetermined(SortedSet<Fact> missing, Completion one, Completion other)
      implements Outcome {
    public Undetermined {
      missing = frozen(missing);
    }
  }

  /**
   * One way in which the open facts may turn out.
   *
   * @param facts fact → how it turns out, for people; only facts in which the two examples differ
   * @param leadsTo what the clause says then
   */
  record Completion(SortedMap<Fact, String> facts, Kind leadsTo) {
    public Completion {
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    static Completion of(Map<Fact, String> facts, Kind leadsTo) {
      return new Completion(new TreeMap<>(facts), leadsTo);
    }
  }

  /** Why a prohibition does not cover something. */
  enum Ground {
    TIME,
    PLACE,
    CONDUCT,
    TARGET,
    AUTHOR,
    AGAINST,
    WEAPON
  }

  /** The outcomes, worst first; the last is a disagreement, not an outcome of one account. */
  enum Kind {
    PRIMA_FACIE_BREACH,
    ACCOUNTS_DIFFER,
    UNDETERMINED,
    NO_BREACH,
    NOT_COVERED
  }

  /** Returns which outcome it is. */
  default Kind kind() {
    return switch (this) {
      case PrimaFacieBreach breach -> Kind.PRIMA_FACIE_BREACH;
      case NoBreach none -> Kind.NO_BREACH;
      case NotCovered not -> Kind.NOT_COVERED;
      case Undetermined open -> Kind.UNDETERMINED;
    };
  }

  private static <T> SortedSet<T> frozen(SortedSet<T> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
