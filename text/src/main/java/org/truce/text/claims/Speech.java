package org.truce.text.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.truce.text.claims.Voices.Form;
import org.truce.text.claims.Voices.Voice;
import org.truce.text.lexicon.Lattice;
import org.truce.text.rules.ClaimType;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;

/** Who holds which office, what is denied, and what is quoted or reported without another claim. */
final class Speech {
  private static final int LEAST_QUOTE = 4;

  private final Lattice lattice;
  private final Passage passage;
  private final Scope scope;
  private final Drafting drafting;
  private final List<Draft> drafts;
  private final BitSet told = new BitSet();
  private final BitSet stated = new BitSet();

  Speech(Lattice lattice, Scope scope, Drafting drafting, List<Draft> drafts) {
    this.lattice = lattice;
    this.passage = lattice.passage();
    this.scope = scope;
    this.drafting = drafting;
    this.drafts = drafts;
  }

  void add() {
    offices();
    voices();
  }

  private void offices() {
    for (int i = 0; i < passage.size(); i++) {
      lattice
          .find(i, "holder")
          .ifPresent(
              holder -> {
                Draft draft = drafting.begin(ClaimType.OFFICE, holder.range(), "office");
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
      } else if (!quotes(voice) && voice.form() == Form.SPEECH && !isMarked(told, voice.scope())) {
        statement(voice, voice.scope());
      }
    }
  }

  private void denial(Voice voice) {
    boolean known =
        drafts.stream()
            .anyMatch(d -> d.type() == ClaimType.DENIAL && d.range().contains(voice.verbAt()));
    if (known) {
      return;
    }
    Range range = new Range(Math.min(voice.verbAt(), voice.scope().from()), voice.scope().to());
    Draft draft = drafting.begin(ClaimType.DENIAL, range, "denial");
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
      if (quote.to() - quote.from() >= LEAST_QUOTE && !isOfNearer(voice, quote)) {
        statement(voice, quote);
        found = true;
      }
    }
    return found;
  }

  /**
   * A quotation belongs to whoever is named right before it, not to whoever opened the sentence.
   */
  private boolean isOfNearer(Voice voice, Range quote) {
    return scope
        .voice(quote)
        .filter(nearest -> nearest.verbAt() > voice.verbAt())
        .filter(nearest -> nearest.verbAt() < quote.from())
        .isPresent();
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
    Draft draft = drafting.begin(ClaimType.STATEMENT, range, "statement");
    named(draft, voice);
    drafts.add(draft);
  }

  static boolean isMarked(BitSet marks, Range range) {
    int next = marks.nextSetBit(range.from());
    return next >= 0 && next < range.to();
  }

  private void named(Draft draft, Voice voice) {
    draft.put("source", passage.text(voice.speaker()), passage.span(voice.speaker()));
    draft.put("source-code", drafting.code(voice.speaker()));
    drafting.person(voice.speaker()).ifPresent(name -> draft.put("source-person", name));
    draft.put("verb", voice.verb());
  }
}
