package org.truce.text.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.report.Count;
import org.truce.text.claims.Scope.Placed;
import org.truce.text.claims.Voices.Form;
import org.truce.text.claims.Voices.Voice;
import org.truce.text.lexicon.Calendar;
import org.truce.text.lexicon.Language;
import org.truce.text.lexicon.Lattice;
import org.truce.text.lexicon.Mention;
import org.truce.text.rules.ClaimType;
import org.truce.text.rules.Clauses;
import org.truce.text.rules.Rule;
import org.truce.text.rules.RuleSet;
import org.truce.text.rules.RuleSet.Found;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;

/** Reads the claims of a text: deterministic, and a function of the text and the date alone. */
public final class Extractor {
  private static final Set<ClaimType> PHYSICAL =
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
  private static final int LEAST_QUOTE = 4;

  private final Language language;
  private final RuleSet rules;
  private final Precision precision;

  /** Prepares to read one language. */
  public Extractor(Language language, RuleSet rules) {
    this.language = language;
    this.rules = rules;
    this.precision = Precision.load(language.code());
  }

  /** Returns the claims in the order of the text. */
  public List<TextClaim> read(String document, LocalDate published) {
    return new Reading(language.read(document), published).claims();
  }

  private final class Reading {
    private final Lattice lattice;
    private final Passage passage;
    private final Scope scope;
    private final List<Draft> drafts = new ArrayList<>();
    private final BitSet casualties = new BitSet();
    private final BitSet told = new BitSet();
    private final BitSet stated = new BitSet();
    private final Map<Integer, Integer> memberEnds = new HashMap<>();

    Reading(Lattice lattice, LocalDate published) {
      this.lattice = lattice;
      this.passage = lattice.passage();
      this.scope = new Scope(lattice, language.code().equals("en"), new Calendar(published));
    }

    List<TextClaim> claims() {
      List<Found> found = chosen(rules.matches(lattice).stream().filter(this::stands).toList());
      for (int i = 0; i < found.size(); i++) {
        int next = nextOfType(found, i);
        drafts.add(draft(found.get(i), next));
      }
      lists();
      members();
      offices();
      voices();
      drafts.sort(Comparator.comparingInt(d -> d.range().from()));
      return drafts.stream().map(draft -> draft.claim(passage)).toList();
    }

    /** Where the next claim of the same type begins: a place after that belongs to it. */
    private int nextOfType(List<Found> found, int at) {
      for (int i = at + 1; i < Math.min(found.size(), at + 12); i++) {
        if (isToll(found.get(i).rule().type()) == isToll(found.get(at).rule().type())
            && (isToll(found.get(i).rule().type())
                || found.get(i).rule().type() == found.get(at).rule().type())) {
          return found.get(i).match().range().from();
        }
      }
      return passage.size();
    }

    /** Not negated, not denied, not merely thought of. */
    private boolean stands(Found found) {
      Range range = found.match().range();
      ClaimType type = found.rule().type();
      if (!PHYSICAL.contains(type)) {
        return true;
      }
      Range clause = passage.clauseAround(range.from());
      for (int i = Math.max(clause.from(), range.from() - 3); i < range.from(); i++) {
        if (lattice.has(i, "not")) {
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
      return one.match().range().overlaps(other.match().range());
    }

    private boolean isToll(ClaimType type) {
      return type == ClaimType.CASUALTY || type == ClaimType.TOLL_REVISION;
    }

    private Draft draft(Found found, int next) {
      Rule rule = found.rule();
      Range range = found.match().range();
      Draft draft = new Draft(rule.type(), range, rule.id(), precision.of(rule.id()));
      rule.fields().forEach(draft::put);
      found
          .match()
          .kept()
          .forEach((name, kept) -> draft.put(name, passage.text(kept), passage.span(kept)));
      found.match().mentions().forEach((name, mention) -> meaning(draft, name, mention));
      speaker(draft);
      parties(draft);
      int limit = Math.max(range.to(), Math.min(next, passage.clauseAround(range.from()).to()));
      if (PHYSICAL.contains(rule.type()) || rule.type() == ClaimType.MEETING) {
        place(draft, limit);
      }
      draft.when(scope.when(range));
      denominator(draft);
      return draft;
    }

    private void meaning(Draft draft, String name, Mention mention) {
      mention
          .quantity()
          .ifPresent(
              quantity -> {
                if (name.equals("count") || name.equals("what")) {
                  quantity.count().ifPresentOrElse(draft::count, () -> draft.put("approx", "yes"));
                  draft.put("unit", quantity.unit());
                  draft.put("victims", quantity.victims());
                }
              });
      if (!mention.feature("code").isEmpty()) {
        draft.put(name + "-code", mention.feature("code"));
      }
      if (mention.type().equals("place")) {
        draft.put(name + "-region", mention.feature("region"));
      }
      if (mention.type().equals("holder")) {
        draft.put(name, passage.text(mention.range()));
      }
      if (mention.type().equals("service")) {
        draft.put("service", mention.entry().lemma());
      }
      if (mention.type().equals("weapon") || mention.type().startsWith("ev.")) {
        draft.put("kind", mention.entry().lemma());
      }
    }

    private void speaker(Draft draft) {
      if (draft.has("source")) {
        return;
      }
      scope
          .voice(draft.range())
          .ifPresent(
              voice -> {
                draft.put("source", passage.text(voice.speaker()), passage.span(voice.speaker()));
                draft.put("verb", voice.verb());
                draft.put("source-code", code(voice.speaker()));
              });
    }

    /** The state for which a speaker speaks, by a nationality or country in the name. */
    private String code(Range speaker) {
      for (String type :
          List.of("nationality", "country", "organ", "title", "person", "named", "place")) {
        for (Mention mention : lattice.within(speaker, type)) {
          String code = mention.feature("code");
          String region = mention.feature("region");
          if (!code.isEmpty()) {
            return code;
          }
          if (region.startsWith("UA")) {
            return "UKR";
          }
          if (region.startsWith("RU")) {
            return "RUS";
          }
          if (region.startsWith("SY")) {
            return "SYR";
          }
        }
      }
      return "";
    }

    private void parties(Draft draft) {
      Range near =
          new Range(draft.range().from(), Math.min(passage.size(), draft.range().to() + 6));
      Range clause = passage.clauseAround(draft.range().from());
      Range within =
          new Range(near.from(), Math.max(near.from(), Math.min(near.to(), clause.to())));
      if (draft.type() == ClaimType.ATTACK) {
        if (!draft.has("actor")) {
          lattice.within(draft.range(), "nationality").stream()
              .findFirst()
              .ifPresent(
                  m -> {
                    draft.put("actor", passage.text(m.range()), passage.span(m.range()));
                    draft.put("actor-code", m.feature("code"));
                  });
        }
        lattice.within(within, "weapon").stream()
            .findFirst()
            .ifPresent(m -> draft.put("weapon", m.entry().lemma()));
        if (lattice.within(within, "daily").size() > 0) {
          draft.put("every", "P1D");
        }
      }
    }

    private void place(Draft draft, int limit) {
      if (draft.has("place")) {
        return;
      }
      Optional<Placed> placed = scope.place(draft.range(), limit);
      placed.ifPresent(
          found -> {
            draft.put(
                "place", passage.text(found.named().name()), passage.span(found.named().name()));
            draft.put("region", found.named().region());
            if (found.inherited()) {
              draft.put("inherited", "yes");
              draft.lower(0.7);
            }
          });
    }

    /** "57 … of 437 intercepted": the larger number with what it counts. */
    private void denominator(Draft draft) {
      if (draft.type() != ClaimType.INTERCEPTION || draft.get("total").equals("yes")) {
        return;
      }
      int limit =
          Math.min(passage.sentenceAround(draft.range().from()).to(), draft.range().to() + 14);
      for (int i = draft.range().from(); i < limit; i++) {
        Optional<Mention> of = lattice.find(i, "of.total");
        Optional<Mention> total = of.flatMap(m -> quantityAt(m.range().to()));
        if (total.isPresent()) {
          total
              .get()
              .quantity()
              .flatMap(q -> q.count())
              .ifPresent(c -> draft.put("denominator", String.valueOf(c.said())));
          draft.put("denominator-role", role(total.get().range().to()));
        }
      }
    }

    private Optional<Mention> quantityAt(int at) {
      return lattice.find(at, "qty").or(() -> lattice.find(at, "num"));
    }

    private String role(int at) {
      for (int i = at; i < Math.min(passage.size(), at + 4); i++) {
        if (lattice.has(i, "ev.intercept")) {
          return "INTERCEPTED";
        }
        if (lattice.has(i, "ev.launch")) {
          return "LAUNCHED";
        }
      }
      return "UNKNOWN";
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
      if (item && lattice.within(range, "say").isEmpty()) {
        Draft draft = new Draft(first.type(), range, "list", precision.of("list"));
        draft.put("topic", passage.text(range), passage.span(range));
        speaker(draft);
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
          place(draft, draft.range().to());
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
      if (isMarked(casualties, range)) {
        return;
      }
      casualties.set(range.from(), range.to());
      memberEnds.merge(passage.sentence(at), range.to(), Math::min);
      Draft member =
          new Draft(ClaimType.CASUALTY, range, "distributive", precision.of("distributive"));
      member.put("status", parent.get("status"));
      member.put("part-of", passage.text(parent.range()));
      member.count(Count.exactly(1));
      speaker(member);
      member.when(scope.when(parent.range()));
      place(member, range.to());
      drafts.add(member);
    }

    private void offices() {
      for (int i = 0; i < passage.size(); i++) {
        lattice
            .find(i, "holder")
            .ifPresent(
                holder -> {
                  Draft draft =
                      new Draft(ClaimType.OFFICE, holder.range(), "office", precision.of("office"));
                  draft.put("person", holder.entry().lemma());
                  draft.put("office", holder.feature("office"));
                  drafts.add(draft);
                });
      }
    }

    /** Denials; what is quoted; what is reported and made no other claim. */
    private void voices() {
      drafts.stream()
          .filter(d -> d.type() == ClaimType.STATEMENT)
          .forEach(d -> stated.set(d.range().from(), d.range().to()));
      drafts.stream()
          .filter(d -> d.type() != ClaimType.OFFICE)
          .forEach(d -> told.set(d.range().from()));
      for (Voice voice : scope.voices()) {
        if (voice.form() == Form.DENIAL) {
          denial(voice);
        } else if (!quotes(voice)
            && voice.form() == Form.SPEECH
            && !isMarked(told, voice.scope())) {
          statement(voice, voice.scope());
        }
      }
    }

    private void denial(Voice voice) {
      Range range = new Range(Math.min(voice.verbAt(), voice.scope().from()), voice.scope().to());
      Draft draft = new Draft(ClaimType.DENIAL, range, "denial", precision.of("denial"));
      draft.put("topic", passage.text(voice.scope()), passage.span(voice.scope()));
      draft.put("facet", facet(voice.scope()));
      named(draft, voice);
      draft.when(scope.when(voice.scope()));
      drafts.add(draft);
      quotes(voice);
    }

    private String facet(Range range) {
      if (!lattice.within(range, "responsibility").isEmpty()) {
        return "AUTHOR";
      }
      return lattice.within(range, "linked").isEmpty() ? "OCCURRENCE" : "LINK";
    }

    private boolean quotes(Voice voice) {
      Range sentence = passage.sentenceAround(Math.max(0, voice.scope().to() - 1));
      boolean found = false;
      int limit = Math.max(voice.scope().to(), voice.form() == Form.DENIAL ? 0 : sentence.from());
      for (Range quote : quotesWithin(new Range(Math.max(0, voice.scope().from() - 1), limit))) {
        if (quote.to() - quote.from() >= LEAST_QUOTE) {
          statement(voice, quote);
          found = true;
        }
      }
      return found;
    }

    private List<Range> quotesWithin(Range range) {
      List<Range> found = new ArrayList<>();
      int at = range.from();
      while (at < Math.min(range.to() + 1, passage.size())) {
        Optional<Range> quote = passage.quoteAt(at);
        quote.ifPresent(found::add);
        at = quote.map(Range::to).orElse(at + 1);
      }
      return found;
    }

    private void statement(Voice voice, Range range) {
      if (isMarked(stated, range) || range.to() - range.from() < LEAST_QUOTE) {
        return;
      }
      stated.set(range.from(), range.to());
      Draft draft = new Draft(ClaimType.STATEMENT, range, "statement", precision.of("statement"));
      named(draft, voice);
      drafts.add(draft);
    }

    private static boolean isMarked(BitSet marks, Range range) {
      int next = marks.nextSetBit(range.from());
      return next >= 0 && next < range.to();
    }

    private void named(Draft draft, Voice voice) {
      draft.put("source", passage.text(voice.speaker()), passage.span(voice.speaker()));
      draft.put("source-code", code(voice.speaker()));
      draft.put("verb", voice.verb());
    }
  }
}
