package org.truce.agreement;

import java.time.Duration;
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
   * @param kind which kind of clause, in the practice's list, if written
   * @param force how strongly the text commits, if written
   */
  record Text(
      String id,
      String article,
      Optional<String> wording,
      Optional<String> kind,
      Optional<Force> force) {

    /** Returns a text of which neither kind nor force are written. */
    public Text(String id, String article, Optional<String> wording) {
      this(id, article, wording, Optional.empty(), Optional.empty());
    }
  }

  /** How strongly a text commits, weakest first. */
  enum Force {
    PROPOSED,
    INTENTION,
    COMMITMENT,
    BINDING
  }

  /**
   * Forbids conduct.
   *
   * @param act what is forbidden, upon whom and what
   * @param by codes of the parties that are bound
   * @param where in which area
   * @param subjectTo ids of the permissions that defeat it
   * @param rule what else decides
   */
  record Prohibition(
      Text text, Act act, SortedSet<String> by, Area where, List<String> subjectTo, Rule rule)
      implements Clause {

    /** Returns a prohibition that depends on nothing else. */
    public Prohibition(
        Text text, Act act, SortedSet<String> by, Area where, List<String> subjectTo) {
      this(text, act, by, where, subjectTo, new Rule.Plain());
    }

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

    /** What decides besides the act, its author, its time and its area. */
    public sealed interface Rule {

      /** Nothing else. */
      record Plain() implements Rule {}

      /** It must be done with a weapon of one of these classes. */
      record Weapons(List<WeaponClass> classes) implements Rule {
        public Weapons {
          classes = List.copyOf(classes);
        }
      }

      /**
       * The bound party must prevent others from doing it.
       *
       * @param charges party codes and actors whom it must prevent
       * @param diligence whether it has kept the clause when it did what it could; otherwise the
       *     result counts
       */
      record Prevention(SortedSet<String> charges, boolean diligence) implements Rule {
        public Prevention {
          charges = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(charges));
        }
      }

      /** A weapon must not stand nearer to a line than the table says. */
      record Distance(SetBack setBack) implements Rule {}

      /** It must not be done without notice so long before. */
      record Notice(Duration leadTime, String to) implements Rule {}
    }
  }

  /**
   * Demands that something be done by a time.
   *
   * @param by codes of the parties that are bound
   * @param duty what must be done
   * @param starts by when it must have begun, if the text says
   * @param completes by when it must be complete, if the text says
   * @param watched what an incident can show to be a breach of it, under the same id
   */
  record Obligation(
      Text text,
      SortedSet<String> by,
      Duty duty,
      Optional<Deadline> starts,
      Optional<Deadline> completes,
      Optional<Prohibition> watched)
      implements Clause {
    public Obligation {
      by = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(by));
    }

    /** What must be done: the verb, and of what. */
    public record Duty(String verb, String what) {}

    /** The beginning or the end of what must be done. */
    public enum Phase {
      STARTS,
      COMPLETES
    }

    /** Returns the deadline of a phase, if the text has one. */
    public Optional<Deadline> deadline(Phase phase) {
      return phase == Phase.STARTS ? starts : completes;
    }
  }

  /**
   * Says something that is neither forbidden nor demanded nor allowed: it is printed, not judged.
   *
   * @param verb {@code recognises} or {@code establishes}
   * @param what in the words of the agreement
   */
  record Statement(Text text, String verb, String what) implements Clause {}

  /**
   * Allows conduct that a prohibition forbids, when it is claimed.
   *
   * @param conduct what is allowed
   * @param by codes of the parties that may claim it
   * @param purpose for what, in the words of the text
   * @param burden who must show it; empty: the text does not say
   * @param condition what must be so besides; empty: nothing
   */
  record Permission(
      Text text,
      Kinds conduct,
      SortedSet<String> by,
      String purpose,
      Optional<Burden> burden,
      Optional<Condition> condition)
      implements Clause {

    /** Returns a permission without conditions. */
    public Permission(
        Text text, Kinds conduct, SortedSet<String> by, String purpose, Optional<Burden> burden) {
      this(text, conduct, by, purpose, burden, Optional.empty());
    }

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
