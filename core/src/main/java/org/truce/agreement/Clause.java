package org.truce.agreement;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.conduct.Kinds;
import org.truce.place.Area;

/** One clause: one deontic verb. */
public sealed interface Clause {

  /** Returns which clause it is. */
  Text text();

  /** Returns the id of the clause. */
  default String id() {
    return text().id();
  }

  /**
   * Which clause, and its words.
   *
   * @param id lower case, digits, hyphens
   * @param article where it stands in the agreement
   * @param wording the original, short
   */
  record Text(String id, String article, Optional<String> wording) {}

  /**
   * Forbids conduct.
   *
   * @param act what is forbidden, upon whom and what
   * @param by codes of the parties that are bound
   * @param where in which area
   * @param subjectTo ids of the permissions that defeat it
   */
  record Prohibition(Text text, Act act, SortedSet<String> by, Area where, List<String> subjectTo)
      implements Clause {
    public Prohibition {
      by = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(by));
      subjectTo = List.copyOf(subjectTo);
    }

    /**
     * What is forbidden upon whom and what.
     *
     * @param conduct kinds of conduct
     * @param target kinds of target
     * @param against upon whom
     */
    public record Act(Kinds conduct, Kinds target, Against against) {}
  }

  /**
   * Allows conduct that a prohibition forbids, when it is claimed.
   *
   * @param conduct what is allowed
   * @param by codes of the parties that may claim it
   * @param purpose for what, in the words of the text
   * @param burden who must show it; empty: the text does not say
   */
  record Permission(
      Text text, Kinds conduct, SortedSet<String> by, String purpose, Optional<Burden> burden)
      implements Clause {
    public Permission {
      by = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(by));
    }
  }

  /** Upon whom a prohibited act must be directed. */
  sealed interface Against {

    /** Upon anyone. */
    record Anyone() implements Against {}

    /** Upon another party than the author's. */
    record TheOtherParties() implements Against {}

    /**
     * Upon one of these.
     *
     * @param parties party codes
     * @param actors names of actors that are no party
     */
    record Named(SortedSet<String> parties, SortedSet<String> actors) implements Against {}
  }

  /** Who must show whether an exception holds. */
  enum Burden {
    /** Whoever acted must show it: claimed and not shown, the prohibition stands. */
    THE_PARTY_THAT_FIRED,
    /** Whoever accuses must refute it: claimed and not refuted, there is no breach. */
    THE_ACCUSER
  }
}
