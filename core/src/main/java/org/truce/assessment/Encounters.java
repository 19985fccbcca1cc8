package org.truce.assessment;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.truce.agreement.Roster;
import org.truce.conduct.Actor;
import org.truce.conduct.Encounter;
import org.truce.conduct.Parties;

/**
 * Everybody who may have acted against everybody, as a union of blocks: in each block any of its
 * authors may have acted against any of its others.
 *
 * @param blocks at least one
 */
record Encounters(Set<Block> blocks) {

  Encounters {
    blocks = Set.copyOf(blocks);
  }

  /**
   * Authors and others that combine freely.
   *
   * @param by possible authors; empty: anybody
   * @param notBy authors that are excluded
   * @param against possible others; empty: anybody
   */
  record Block(
      Optional<SortedSet<Actor>> by, SortedSet<Actor> notBy, Optional<SortedSet<Actor>> against) {

    private Optional<Block> and(Block other) {
      Optional<SortedSet<Actor>> authors = both(by, other.by);
      Optional<SortedSet<Actor>> others = both(against, other.against);
      SortedSet<Actor> excluded = new TreeSet<>(notBy);
      excluded.addAll(other.notBy);
      Optional<SortedSet<Actor>> left = authors.map(set -> without(set, excluded));
      boolean possible =
          left.map(set -> !set.isEmpty()).orElse(true)
              && others.map(set -> !set.isEmpty()).orElse(true);
      return possible ? Optional.of(new Block(left, excluded, others)) : Optional.empty();
    }

    private static Optional<SortedSet<Actor>> both(
        Optional<SortedSet<Actor>> a, Optional<SortedSet<Actor>> b) {
      if (a.isEmpty() || b.isEmpty()) {
        return a.or(() -> b);
      }
      SortedSet<Actor> common = new TreeSet<>(a.get());
      common.retainAll(b.get());
      return Optional.of(common);
    }

    private static SortedSet<Actor> without(SortedSet<Actor> set, SortedSet<Actor> excluded) {
      SortedSet<Actor> left = new TreeSet<>(set);
      left.removeAll(excluded);
      return left;
    }
  }

  /** Returns what a claim says of who acted against whom, in the agreement's names. */
  static Encounters of(Parties parties, SortedSet<Actor> notBy, Roster roster) {
    SortedSet<Actor> excluded = meaning(notBy, roster).orElse(new TreeSet<>());
    return switch (parties) {
      case Parties.Named named ->
          new Encounters(
              Set.of(
                  new Block(
                      meaning(named.by(), roster), excluded, meaning(named.against(), roster))));
      case Parties.Clash clash -> {
        Optional<SortedSet<Actor>> one = meaning(clash.one(), roster);
        Optional<SortedSet<Actor>> other = meaning(clash.other(), roster);
        yield new Encounters(
            new LinkedHashSet<>(
                java.util.List.of(
                    new Block(one, excluded, other), new Block(other, excluded, one))));
      }
    };
  }

  private static Optional<SortedSet<Actor>> meaning(SortedSet<Actor> names, Roster roster) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    SortedSet<Actor> actors = new TreeSet<>();
    names.forEach(name -> actors.addAll(roster.meaningOf(name)));
    return Optional.of(actors);
  }

  /** Returns what both allow, or nothing when they exclude each other. */
  Optional<Encounters> and(Encounters other) {
    Set<Block> common = new LinkedHashSet<>();
    for (Block mine : blocks) {
      for (Block theirs : other.blocks) {
        mine.and(theirs).ifPresent(common::add);
      }
    }
    return common.isEmpty() ? Optional.empty() : Optional.of(new Encounters(common));
  }

  /** Returns every single possibility; where nobody is named, the parties and somebody else. */
  SortedSet<Encounter> possibilities(Roster roster) {
    SortedSet<Encounter> all = new TreeSet<>();
    for (Block block : blocks) {
      SortedSet<Actor> authors =
          Block.without(block.by().orElseGet(roster::anybody), block.notBy());
      for (Actor author : authors) {
        for (Actor against : block.against().orElseGet(roster::anybody)) {
          all.add(new Encounter(author, against));
        }
      }
    }
    return all;
  }

  /** Returns whether an author is alleged in every block, rather than left open. */
  boolean authorAlleged() {
    return blocks.stream().allMatch(block -> block.by().isPresent());
  }
}
