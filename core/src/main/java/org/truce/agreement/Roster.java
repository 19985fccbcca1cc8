package org.truce.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.conduct.Actor;

/**
 * Whom an agreement binds, excludes or leaves out, and under what names sources speak of them.
 *
 * @param parties party code → party, in the order written
 * @param others id → actor that is no party, in the order written
 */
public record Roster(Map<String, Party> parties, Map<String, Other> others) {
  public Roster {
    parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /**
   * A party.
   *
   * @param name for people
   * @param answersFor actors whose conduct it answers for
   * @param names further names under which sources speak of it
   */
  public record Party(String name, List<String> answersFor, List<String> names) {
    public Party {
      answersFor = List.copyOf(answersFor);
      names = List.copyOf(names);
    }

    private boolean isCalled(String code, String name) {
      return code.equals(name) || answersFor.contains(name) || names.contains(name);
    }
  }

  /**
   * An actor that is no party, or a name that covers several.
   *
   * @param standing how it stands; empty for an umbrella
   * @param umbrellaOf ids of the actors that the name may mean
   * @param names further names under which sources speak of it
   * @param because why it stands so
   */
  public record Other(
      Optional<Standing> standing,
      List<String> umbrellaOf,
      List<String> names,
      Optional<String> because) {
    public Other {
      umbrellaOf = List.copyOf(umbrellaOf);
      names = List.copyOf(names);
    }
  }

  /**
   * Returns the actors that a name may mean, under one name each: the code of the party that
   * answers, the id of another actor, or the name itself when the agreement does not list it.
   */
  public SortedSet<Actor> meaningOf(Actor actor) {
    SortedSet<Actor> found = new TreeSet<>();
    collect(actor.name(), found, new TreeSet<>());
    return found;
  }

  private void collect(String name, SortedSet<Actor> found, SortedSet<String> seen) {
    if (!seen.add(name)) {
      return;
    }
    Optional<String> party =
        parties.entrySet().stream()
            .filter(entry -> entry.getValue().isCalled(entry.getKey(), name))
            .map(Map.Entry::getKey)
            .findFirst();
    if (party.isPresent()) {
      found.add(new Actor(party.get()));
      return;
    }
    Optional<Map.Entry<String, Other>> other = findOther(name);
    if (other.isPresent() && !other.get().getValue().umbrellaOf().isEmpty()) {
      other.get().getValue().umbrellaOf().forEach(member -> collect(member, found, seen));
    } else {
      found.add(new Actor(other.map(Map.Entry::getKey).orElse(name)));
    }
  }

  private Optional<Map.Entry<String, Other>> findOther(String name) {
    return others.entrySet().stream()
        .filter(entry -> entry.getKey().equals(name) || entry.getValue().names().contains(name))
        .findFirst();
  }

  /** Returns how an actor stands, under the name that {@link #meaningOf} gave. */
  public Standing standing(Actor actor) {
    if (parties.containsKey(actor.name())) {
      return new Standing.Bound(actor.name());
    }
    if (actor.equals(Actor.SOMEBODY)) {
      return new Standing.NotBound();
    }
    return Optional.ofNullable(others.get(actor.name()))
        .flatMap(Other::standing)
        .orElse(new Standing.NotStated());
  }

  /** Returns whether the file says anything of a name. */
  public boolean knows(Actor actor) {
    return parties.entrySet().stream()
            .anyMatch(entry -> entry.getValue().isCalled(entry.getKey(), actor.name()))
        || findOther(actor.name()).isPresent();
  }

  /** Returns everybody who may be meant when nobody is named: the parties and somebody else. */
  public SortedSet<Actor> anybody() {
    SortedSet<Actor> all = new TreeSet<>();
    parties.keySet().forEach(code -> all.add(new Actor(code)));
    all.add(Actor.SOMEBODY);
    return all;
  }
}
