package org.truce.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Against;
import org.truce.agreement.Clause.Prohibition.Rule.Prevention;
import org.truce.agreement.Roster;
import org.truce.agreement.Standing;
import org.truce.assessment.Aspect.Alternative;
import org.truce.conduct.Actor;
import org.truce.conduct.Encounter;

/**
 * Whether a bound party acted, against somebody whom the clause protects.
 *
 * <p>Actors of whom the agreement says nothing are tried as bound to each party and as not bound.
 */
final class ActorsAspect {
  private static final String NOT_BOUND = "not bound";

  private ActorsAspect() {}

  /**
   * What the actors mean for a clause.
   *
   * @param party party that answers for the author; empty: none
   * @param authorBound whether the clause binds that party
   * @param againstProtected whether the clause protects the other side against it
   */
  record Meaning(Optional<String> party, boolean authorBound, boolean againstProtected) {}

  static Aspect<Meaning> of(Encounters encounters, Clause.Prohibition clause, Roster roster) {
    Set<Alternative<Meaning>> alternatives = new LinkedHashSet<>();
    for (Encounter encounter : encounters.possibilities(roster)) {
      for (SortedMap<String, String> taken : standings(encounter, roster)) {
        alternatives.add(alternative(encounter, taken, clause, roster));
      }
    }
    if (alternatives.isEmpty()) {
      Meaning nobody = new Meaning(Optional.empty(), false, false);
      return new Aspect<>(List.of(Alternative.of(nobody, Fact.AUTHOR, "nobody who is named")));
    }
    return new Aspect<>(new ArrayList<>(alternatives));
  }

  /** Every way in which the actors of unstated standing can be taken; one way if there is none. */
  private static List<SortedMap<String, String>> standings(Encounter encounter, Roster roster) {
    List<SortedMap<String, String>> ways = new ArrayList<>(List.of(new TreeMap<>()));
    for (Actor actor : List.of(encounter.author(), encounter.against())) {
      if (roster.standing(actor) instanceof Standing.NotStated
          && !ways.getFirst().containsKey(actor.name())) {
        ways = extended(ways, actor.name(), roster);
      }
    }
    return ways;
  }

  private static List<SortedMap<String, String>> extended(
      List<SortedMap<String, String>> ways, String actor, Roster roster) {
    List<String> choices = new ArrayList<>(roster.parties().keySet());
    choices.add(NOT_BOUND);
    List<SortedMap<String, String>> extended = new ArrayList<>();
    for (SortedMap<String, String> way : ways) {
      for (String choice : choices) {
        SortedMap<String, String> more = new TreeMap<>(way);
        more.put(actor, choice);
        extended.add(more);
      }
    }
    return extended;
  }

  private static Alternative<Meaning> alternative(
      Encounter encounter,
      SortedMap<String, String> taken,
      Clause.Prohibition clause,
      Roster roster) {
    Optional<String> acting = party(encounter.author(), taken, roster);
    Optional<String> author =
        clause.rule() instanceof Prevention prevention
            ? answering(encounter.author(), acting, prevention, clause)
            : acting;
    Optional<String> other = party(encounter.against(), taken, roster);
    Meaning meaning =
        new Meaning(
            author,
            author.map(clause.by()::contains).orElse(false),
            isProtected(clause.act().against(), author, other, encounter.against()));
    Map<Fact, String> values =
        Map.of(
            Fact.AUTHOR, words(encounter.author(), clause, roster),
            Fact.AGAINST, words(encounter.against(), clause, roster));
    return new Alternative<>(meaning, values, taken);
  }

  /** Of conduct that a party must prevent, that party is asked; of other conduct nobody. */
  private static Optional<String> answering(
      Actor actor, Optional<String> acting, Prevention prevention, Clause.Prohibition clause) {
    boolean charged =
        prevention.charges().contains(actor.name())
            || acting.map(prevention.charges()::contains).orElse(false);
    return charged ? Optional.of(clause.by().first()) : Optional.empty();
  }

  private static Optional<String> party(
      Actor actor, SortedMap<String, String> taken, Roster roster) {
    return switch (roster.standing(actor)) {
      case Standing.Bound bound -> Optional.of(bound.party());
      case Standing.NotStated open ->
          Optional.ofNullable(taken.get(actor.name())).filter(p -> !p.equals(NOT_BOUND));
      case Standing.Excluded out -> Optional.empty();
      case Standing.NotBound free -> Optional.empty();
    };
  }

  private static boolean isProtected(
      Against against, Optional<String> author, Optional<String> other, Actor actor) {
    return switch (against) {
      case Against.Anyone anyone -> true;
      case Against.TheOtherParties others -> other.isPresent() && !other.equals(author);
      case Against.Named named ->
          other.map(named.parties()::contains).orElse(false)
              || named.actors().contains(actor.name());
    };
  }

  /** Actors whom the clause cannot tell apart get the same words, so that they count as one. */
  private static String words(Actor actor, Clause.Prohibition clause, Roster roster) {
    if (clause.act().against() instanceof Against.Named named
        && named.actors().contains(actor.name())) {
      return actor.name();
    }
    if (clause.rule() instanceof Prevention prevention
        && prevention.charges().contains(actor.name())) {
      return actor.name();
    }
    return switch (roster.standing(actor)) {
      case Standing.Bound bound -> bound.party();
      case Standing.NotStated open -> actor.name();
      case Standing.Excluded out -> "an excluded actor";
      case Standing.NotBound free -> "somebody who is not bound";
    };
  }
}
