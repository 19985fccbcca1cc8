package org.truce.text.claims;

import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.report.Count;
import org.truce.text.lexicon.Lattice;
import org.truce.text.lexicon.Mention;
import org.truce.text.rules.ClaimType;
import org.truce.text.rules.Clauses;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;

/** Claims beside a claim: items of a list, members of a total, further numbers of the same kind. */
final class Parts {
  private static final Set<ClaimType> SHARED =
      EnumSet.of(
          ClaimType.DAMAGE, ClaimType.INTERCEPTION, ClaimType.LAUNCH, ClaimType.VIOLATION_COUNT);

  private final Lattice lattice;
  private final Passage passage;
  private final Scope scope;
  private final Drafting drafting;
  private final List<Draft> drafts;
  private final BitSet casualties = new BitSet();
  private final Map<Integer, Integer> memberEnds = new HashMap<>();

  Parts(Lattice lattice, Scope scope, Drafting drafting, List<Draft> drafts) {
    this.lattice = lattice;
    this.passage = lattice.passage();
    this.scope = scope;
    this.drafting = drafting;
    this.drafts = drafts;
  }

  void add() {
    lists();
    alike();
    members();
  }

  /** What was agreed as a list: each further item is a claim of its own. */
  private void lists() {
    for (Draft first : List.copyOf(drafts)) {
      Range clause = passage.clauseAround(first.range().from());
      int at = first.has("list") ? first.range().to() : clause.to();
      while (at + 1 < clause.to()
          && (passage.norm(at).equals("،") || passage.norm(at).equals(","))) {
        int to = Clauses.endOfPhrase(passage, at + 1);
        Range range = new Range(at + 1, Math.max(at + 2, to));
        item(first, range);
        at = range.to();
      }
    }
  }

  private void item(Draft first, Range range) {
    boolean item =
        passage.token(range.from()).beginsWithAnd()
            || lattice.has(range.from(), "addition")
            || passage.norm(range.from()).equals("and");
    if (item && !hasSubject(range) && lattice.within(range, "say").isEmpty()) {
      Draft draft = drafting.begin(first.type(), range, "list");
      draft.put("topic", passage.text(range), passage.span(range));
      drafting.speaker(draft);
      drafts.add(draft);
    }
  }

  /** "Two killed: the first in A, the second in B": parts of the two. */
  private void members() {
    drafts.stream()
        .filter(d -> d.type() == ClaimType.CASUALTY)
        .forEach(d -> casualties.set(d.range().from(), d.range().to()));
    for (Draft parent : List.copyOf(drafts)) {
      boolean two = parent.type() == ClaimType.CASUALTY && parent.countIs(2);
      Range sentence = passage.sentenceAround(parent.range().from());
      for (int i = parent.range().to(); two && i < sentence.to(); i++) {
        if (lattice.has(i, "first") || lattice.has(i, "second")) {
          member(parent, i);
        }
      }
    }
    drafts.sort(Comparator.comparingInt(d -> d.range().from()));
    for (Draft draft : drafts) {
      if (draft.type() == ClaimType.CASUALTY && !draft.has("part-of") && isAfterMember(draft)) {
        draft.remove("place");
        drafting.place(draft, draft.range().to());
      }
    }
  }

  private boolean isAfterMember(Draft draft) {
    int end = memberEnds.getOrDefault(passage.sentence(draft.range().from()), Integer.MAX_VALUE);
    return end <= draft.range().from();
  }

  private void member(Draft parent, int at) {
    int to = Math.max(at + 1, Clauses.endOfPhrase(passage, at));
    for (int i = to - 1; i > at; i--) {
      if (lattice.has(i, "second")) {
        to = i;
      }
    }
    Range range = new Range(at, to);
    if (Speech.isMarked(casualties, range)) {
      return;
    }
    casualties.set(range.from(), range.to());
    memberEnds.merge(passage.sentence(at), range.to(), Math::min);
    Draft member = drafting.begin(ClaimType.CASUALTY, range, "distributive");
    member.put("status", parent.get("status"));
    member.put("part-of", passage.text(parent.range()));
    member.count(Count.exactly(1));
    drafting.speaker(member);
    member.when(scope.when(parent.range()));
    drafting.place(member, range.to());
    drafts.add(member);
  }

  /** "And Russia abstained": a sentence of its own and no item. */
  private boolean hasSubject(Range range) {
    int second = range.from() + 1;
    return second < range.to()
        && lattice.at(range.from()).isEmpty()
        && List.of("country", "organ", "holder", "office").stream()
            .anyMatch(type -> lattice.has(second, type));
  }

  /** "14 houses and a school", "112 drones, 34 of them over Rostov": the same said of more. */
  private void alike() {
    BitSet counted = new BitSet();
    drafts.stream()
        .filter(draft -> draft.number().isPresent())
        .forEach(draft -> counted.set(draft.range().from(), draft.range().to()));
    for (Draft first : List.copyOf(drafts)) {
      if (first.number().isPresent() && SHARED.contains(first.type())) {
        joined(first, counted);
        subset(first, counted);
      }
    }
  }

  private void joined(Draft first, BitSet counted) {
    int at = first.range().to();
    boolean written = at < passage.size() && passage.token(at).beginsWithAnd();
    int next = passage.norm(at).equals("and") ? at + 1 : at;
    if (written || next > at) {
      another(first, next, counted).ifPresent(draft -> drafts.add(draft));
    }
    int before = first.range().from() - 1;
    if (passage.norm(before).equals("and")) {
      for (int i = before - 1; i >= Math.max(0, before - 4); i--) {
        Optional<Mention> found = lattice.find(i, "qty");
        if (found.filter(m -> m.range().to() == before).isPresent()) {
          another(first, i, counted).ifPresent(draft -> drafts.add(draft));
          return;
        }
      }
    }
  }

  private Optional<Draft> another(Draft first, int at, BitSet counted) {
    Optional<Mention> found = lattice.find(at, "qty").filter(m -> !counted.get(at));
    boolean same = found.isPresent() && found.get().feature("kind").equals(kind(first));
    if (!same || found.get().quantity().flatMap(q -> q.count()).isEmpty()) {
      return Optional.empty();
    }
    counted.set(at, found.get().range().to());
    return Optional.of(like(first, found.get(), "joined"));
  }

  private String kind(Draft draft) {
    for (int i = draft.range().from(); i < draft.range().to(); i++) {
      Optional<Mention> found = lattice.find(i, "qty");
      if (found.isPresent()) {
        return found.get().feature("kind");
      }
    }
    return "?";
  }

  private Draft like(Draft first, Mention number, String rule) {
    Draft draft = drafting.begin(first.type(), number.range(), rule);
    number.quantity().flatMap(q -> q.count()).ifPresent(draft::count);
    number.quantity().ifPresent(q -> draft.put("unit", q.unit()));
    for (String name :
        List.of("status", "place", "region", "source", "source-code", "verb", "date")) {
      draft.put(name, first.get(name));
    }
    draft.when(first.time());
    return draft;
  }

  private void subset(Draft first, BitSet counted) {
    int limit = Math.min(passage.sentenceAround(first.range().from()).to(), first.range().to() + 8);
    for (int i = first.range().to(); i < limit; i++) {
      Optional<Mention> of = lattice.find(i, "subset");
      Optional<Mention> number = of.flatMap(m -> lattice.find(m.range().to(), "num"));
      if (number.isPresent() && !counted.get(number.get().range().from())) {
        Draft part = like(first, number.get(), "subset");
        part.put("unit", first.get("unit"));
        part.put("part-of", passage.text(first.range()));
        part.remove("place");
        drafting.place(part, passage.clauseAround(i).to());
        drafts.add(part);
        return;
      }
    }
  }
}
