package org.truce.text.claims;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.text.claims.Scope.Placed;
import org.truce.text.claims.Voices.Voice;
import org.truce.text.lexicon.Lattice;
import org.truce.text.lexicon.Mention;
import org.truce.text.rules.ClaimType;
import org.truce.text.rules.Rule;
import org.truce.text.rules.RuleSet.Found;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;

/** Turns a match into a claim: who says it, who acts, where, when, out of how many. */
final class Drafting {
  private static final Set<ClaimType> PLACED =
      EnumSet.of(
          ClaimType.MEETING, ClaimType.ACCESS, ClaimType.NO_CASUALTY, ClaimType.DISRUPTION_END);

  /** Tokens around a claim in which a reporting verb speaks of it. */
  private static final int FAR = 40;

  private static final int MOST_TOGETHER = 9;

  private static final OfficeHolders HOLDERS = OfficeHolders.load();

  private final Lattice lattice;
  private final Passage passage;
  private final Scope scope;
  private final Precision precision;

  Drafting(Lattice lattice, Scope scope, Precision precision) {
    this.lattice = lattice;
    this.passage = lattice.passage();
    this.scope = scope;
    this.precision = precision;
  }

  /** Begins a claim that no rule of the table made. */
  Draft begin(ClaimType type, Range range, String rule) {
    return new Draft(type, range, rule, precision.of(rule));
  }

  Draft draft(Found found, int next) {
    Rule rule = found.rule();
    Range range = found.match().range();
    Draft draft = begin(rule.type(), range, rule.id());
    rule.fields().forEach(draft::put);
    found
        .match()
        .kept()
        .forEach((name, kept) -> draft.put(name, passage.text(kept), passage.span(kept)));
    found.match().mentions().forEach((name, mention) -> meaning(draft, name, mention));
    if (found.match().kept().containsKey("source")) {
      together(draft, found.match().kept().get("source"));
    }
    speaker(draft);
    parties(draft);
    int limit = Math.max(range.to(), Math.min(next, passage.clauseAround(range.from()).to()));
    if (Candidates.PHYSICAL.contains(rule.type()) || PLACED.contains(rule.type())) {
      place(draft, limit);
    }
    draft.when(scope.when(range));
    denominator(draft);
    return draft;
  }

  /** "Turkey, Qatar and Egypt urged": all of them, where English puts them before the verb. */
  private void together(Draft draft, Range last) {
    int from = last.from();
    for (int i = last.from() - 1; i > last.from() - MOST_TOGETHER && i >= 0; i--) {
      boolean joint = passage.norm(i).equals("and") || passage.norm(i).equals(",");
      boolean name = lattice.covers(i, "country") || lattice.covers(i, "organ");
      if (!joint && !name) {
        break;
      }
      from = name ? i : from;
    }
    if (from < last.from()) {
      Range all = new Range(from, last.to());
      draft.put("source", passage.text(all), passage.span(all));
    }
  }

  private void meaning(Draft draft, String name, Mention mention) {
    mention
        .quantity()
        .ifPresent(
            quantity -> {
              if (name.equals("count") || name.equals("what")) {
                quantity.count().ifPresentOrElse(draft::count, draft::vague);
                if (mention.type().equals("qty.pair") || mention.type().equals("qty.some")) {
                  draft.lower(mention.type().equals("qty.pair") ? 0.5 : 0.8);
                }
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

  void speaker(Draft draft) {
    if (draft.has("source")) {
      return;
    }
    boolean unnamed = draft.has("unnamed");
    Optional<Voice> heard =
        scope.voice(draft.range()).or(() -> unnamed ? scope.lastVoice(draft.range()) : none());
    if (heard.isEmpty() && isReported(draft.range())) {
      draft.lower(0.6);
    }
    heard.ifPresent(
        voice -> {
          draft.put("source", passage.text(voice.speaker()), passage.span(voice.speaker()));
          draft.put("verb", voice.verb());
          draft.put("source-code", code(voice.speaker()));
          person(voice.speaker()).ifPresent(name -> draft.put("source-person", name));
        });
  }

  private static Optional<Voice> none() {
    return Optional.empty();
  }

  /** Somebody is said to report in the sentence, and it is not known whether this. */
  private boolean isReported(Range range) {
    Range sentence = passage.sentenceAround(range.from());
    int from = Math.max(sentence.from(), range.from() - FAR);
    Range near = new Range(from, Math.min(sentence.to(), range.to() + FAR));
    return !lattice.within(near, "say").isEmpty() || !lattice.within(near, "per").isEmpty();
  }

  /** Who an office is on the day of the statement, when the words name the office alone. */
  Optional<String> person(Range speaker) {
    if (!lattice.within(speaker, "named").isEmpty()
        || !lattice.within(speaker, "person").isEmpty()) {
      return Optional.empty();
    }
    List<Mention> titles = lattice.within(speaker, "title");
    return titles.size() == 1 && isWhole(speaker, titles.getFirst())
        ? HOLDERS.find(code(speaker), passage.text(titles.getFirst().range()), scope.published())
        : Optional.empty();
  }

  /** Nothing but the office and its state: an adviser to the president is not the president. */
  private boolean isWhole(Range speaker, Mention title) {
    for (int i = speaker.from(); i < speaker.to(); i++) {
      boolean known =
          title.range().contains(i)
              || lattice.covers(i, "nationality")
              || lattice.covers(i, "country")
              || List.of("the", "of", "s", "'s").contains(passage.norm(i));
      if (!known) {
        return false;
      }
    }
    return true;
  }

  /** The state for which a speaker speaks, by a nationality or country in the name. */
  String code(Range speaker) {
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
    Range near = new Range(draft.range().from(), Math.min(passage.size(), draft.range().to() + 6));
    Range clause = passage.clauseAround(draft.range().from());
    Range within = new Range(near.from(), Math.max(near.from(), Math.min(near.to(), clause.to())));
    if (draft.type() == ClaimType.ATTACK) {
      if (!draft.has("actor") || draft.get("actor-code").isEmpty()) {
        Range from =
            new Range(Math.max(clause.from(), draft.range().from() - 2), draft.range().to());
        lattice.within(from, "nationality").stream()
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

  void place(Draft draft, int limit) {
    if (draft.has("place")) {
      return;
    }
    Optional<Placed> placed = scope.place(draft.range(), limit);
    if (placed.isEmpty()) {
      placeOfSpeaker(draft);
    }
    placed.ifPresent(
        found -> {
          draft.put(
              "place", passage.text(found.named().name()), passage.span(found.named().name()));
          draft.put("region", found.named().region());
          if (found.inherited()) {
            draft.put("inherited", "yes");
            draft.lower(0.7);
          }
          if (!found.named().sure()) {
            draft.lower(0.8);
          }
        });
  }

  /** What a mayor or a governor speaks of is in the town or region, if nothing else is named. */
  private void placeOfSpeaker(Draft draft) {
    Optional<Range> speaker =
        scope.voice(draft.range()).map(Voice::speaker).filter(s -> isLocal(s));
    speaker
        .flatMap(range -> lattice.within(range, "place").stream().findFirst())
        .ifPresent(
            place -> {
              draft.put("place", passage.text(place.range()), passage.span(place.range()));
              draft.put("region", place.feature("region"));
              draft.put("inherited", "yes");
              draft.lower(0.7);
            });
  }

  private boolean isLocal(Range speaker) {
    return !lattice.within(speaker, "local").isEmpty();
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
      Optional<Mention> total =
          of.flatMap(m -> quantityAt(m.range().to()).or(() -> quantityAt(m.range().to() - 1)));
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
}
