package org.truce.text.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.text.lexicon.Lattice;
import org.truce.text.rules.ClaimType;
import org.truce.text.rules.RuleSet.Found;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;

/** Which matches of rules become claims: what is not negated, denied or merely thought of. */
final class Candidates {
  static final Set<ClaimType> PHYSICAL =
      EnumSet.of(
          ClaimType.ATTACK,
          ClaimType.LAUNCH,
          ClaimType.INTERCEPTION,
          ClaimType.CASUALTY,
          ClaimType.MISSING,
          ClaimType.TOLL_REVISION,
          ClaimType.DAMAGE,
          ClaimType.DISRUPTION,
          ClaimType.AIR_ALERT,
          ClaimType.VIOLATION_COUNT);

  private final Lattice lattice;
  private final Passage passage;
  private final Scope scope;

  Candidates(Lattice lattice, Scope scope) {
    this.lattice = lattice;
    this.passage = lattice.passage();
    this.scope = scope;
  }

  /** Returns the matches that stand, of those that speak of the same words one. */
  List<Found> of(List<Found> matches) {
    return chosen(matches.stream().filter(this::stands).toList());
  }

  /** Not negated, not denied, not merely thought of. */
  private boolean stands(Found found) {
    Range range = found.match().range();
    ClaimType type = found.rule().type();
    if (!PHYSICAL.contains(type)) {
      return true;
    }
    boolean truce =
        type == ClaimType.ATTACK
            && (lattice.covers(range.from(), "cease") || lattice.has(range.from(), "alert"));
    if (truce || isSubset(found) || (type == ClaimType.CASUALTY && isHandedOver(range))) {
      return false;
    }
    Range clause = passage.clauseAround(range.from());
    for (int i = Math.max(clause.from(), range.from() - 3); i < range.from(); i++) {
      if (lattice.has(i, "not") && !lattice.has(i, "still")) {
        return false;
      }
    }
    for (int i = Math.max(clause.from(), range.from() - 12); i < range.to(); i++) {
      if (lattice.has(i, "hypothetical")) {
        return false;
      }
    }
    return !scope.isDenied(range);
  }

  /** Bodies that change hands in an exchange are no new dead. */
  private boolean isHandedOver(Range range) {
    Range clause = passage.clauseAround(range.from());
    boolean bodies = lattice.has(range.from(), "bodies");
    for (int i = range.from(); i < range.to() && !bodies; i++) {
      bodies =
          lattice.find(i, "qty.killed").filter(m -> m.feature("body").equals("yes")).isPresent();
    }
    for (int i = Math.max(clause.from(), range.from() - 10); bodies && i < range.to() + 12; i++) {
      if (lattice.has(i, "ev.exchange")) {
        return true;
      }
    }
    return false;
  }

  /** "Nine people, among them three children, were killed": the three are counted already. */
  private boolean isSubset(Found found) {
    Range count = found.match().kept().getOrDefault("count", new Range(0, 0));
    for (int i = count.from() - 3; i < count.from(); i++) {
      int to = count.from();
      if (lattice.find(i, "subset").filter(m -> m.range().to() == to).isPresent()) {
        return found.rule().type() == ClaimType.CASUALTY;
      }
    }
    return false;
  }

  /** Of matches of one type that speak of the same number or words, the first and longest. */
  private List<Found> chosen(List<Found> found) {
    List<Found> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingInt((Found f) -> f.match().range().from())
            .thenComparingInt(f -> -f.match().range().to()));
    List<Found> kept = new ArrayList<>();
    for (Found each : sorted) {
      boolean again = false;
      for (int i = kept.size() - 1; i >= 0 && i > kept.size() - 12; i--) {
        again |= isSame(kept.get(i), each);
      }
      if (!again) {
        kept.add(each);
      }
    }
    return kept;
  }

  private boolean isSame(Found one, Found other) {
    ClaimType type = other.rule().type();
    boolean tolls = isToll(one.rule().type()) && isToll(type);
    if (one.rule().type() != type && !tolls) {
      return false;
    }
    Optional<Range> first = Optional.ofNullable(one.match().kept().get("count"));
    Optional<Range> second = Optional.ofNullable(other.match().kept().get("count"));
    if (first.isPresent() && second.isPresent()) {
      return first.get().overlaps(second.get());
    }
    return one.match().range().overlaps(other.match().range())
        || (type == ClaimType.ATTACK && isRightAfter(one.match().range(), other.match().range()));
  }

  /** "The air force carried out four raids on a base": one attack, named twice. */
  private boolean isRightAfter(Range one, Range other) {
    return other.from() >= one.to()
        && other.from() - one.to() <= 2
        && passage.clause(one.from()) == passage.clause(other.from())
        && !passage.norm(one.to()).equals(",")
        && !passage.norm(one.to()).equals("،")
        && !passage.norm(one.to()).equals("and")
        && !passage.token(other.from()).beginsWithAnd();
  }

  static boolean isToll(ClaimType type) {
    return type == ClaimType.CASUALTY || type == ClaimType.TOLL_REVISION;
  }

  /** Where the next claim of the same type begins: a place after that belongs to it. */
  int nextOfType(List<Found> found, int at) {
    for (int i = at + 1; i < Math.min(found.size(), at + 12); i++) {
      if (isToll(found.get(i).rule().type()) == isToll(found.get(at).rule().type())
          && (isToll(found.get(i).rule().type())
              || found.get(i).rule().type() == found.get(at).rule().type())) {
        return found.get(i).match().range().from();
      }
    }
    return passage.size();
  }
}
