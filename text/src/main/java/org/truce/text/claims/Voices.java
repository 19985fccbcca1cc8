package org.truce.text.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.text.lexicon.Lattice;
import org.truce.text.lexicon.Mention;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Token;
import org.truce.text.words.Token.Kind;

/**
 * Finds who is quoted, and over which words.
 *
 * <p>Rows used: {@code say} and {@code deny} (reporting verbs with their class as lemma), {@code
 * that}, {@code per} ("according to"), {@code stop} (ends a name), {@code background} (after it the
 * narrator speaks), and everything that can be a speaker.
 */
final class Voices {
  private static final int LONGEST_NAME = 10;
  private static final Set<String> SPEAKERS =
      Set.of(
          "title",
          "nationality",
          "country",
          "place",
          "person",
          "organ",
          "media",
          "source",
          "holder",
          "named");

  private final Lattice lattice;
  private final Passage passage;
  private final List<Voice> voices = new ArrayList<>();

  private final boolean english;

  private Voices(Lattice lattice, boolean english) {
    this.english = english;
    this.lattice = lattice;
    this.passage = lattice.passage();
  }

  /**
   * A speaker with what is said.
   *
   * @param speaker the words that name the speaker
   * @param verb class of the reporting verb, such as {@code ALLEGED}
   * @param scope the words that are reported
   * @param verbAt position of the reporting verb
   * @param form how it is said
   */
  record Voice(Range speaker, String verb, Range scope, int verbAt, Form form) {}

  /** How something is reported. */
  enum Form {
    /** After "that", a colon or a quotation mark. */
    SPEECH,
    /** By a noun: announced the death of two. */
    NOUN,
    /** According to somebody. */
    SOURCE,
    /** Denied. */
    DENIAL
  }

  /** Returns the voices in order. */
  static List<Voice> of(Lattice lattice, boolean english) {
    Voices found = new Voices(lattice, english);
    for (int i = 0; i < lattice.passage().size(); i++) {
      found.at(i);
    }
    return found.voices;
  }

  private void at(int at) {
    Optional<Mention> verb = lattice.find(at, "deny").or(() -> lattice.find(at, "say"));
    if (verb.isPresent() && passage.quoteAt(at).isEmpty()) {
      boolean denial = verb.get().type().equals("deny");
      said(verb.get(), denial);
      return;
    }
    lattice.find(at, "per").ifPresent(this::accordingTo);
    if (passage.norm(at).equals(":") && passage.quoteAt(at).isEmpty()) {
      labelled(at);
    }
  }

  private void said(Mention verb, boolean denial) {
    int after = verb.range().to();
    boolean pronoun = lattice.has(verb.range().from() - 1, "pronoun");
    Optional<Range> speaker = speaker(verb, pronoun);
    if (speaker.isEmpty()) {
      return;
    }
    boolean quoted = isQuoteBefore(verb.range().from());
    if ((english || quoted) && isLast(afterAsides(Math.max(after, speaker.get().to())))) {
      trailing(verb, speaker.get());
      return;
    }
    int content =
        contentAfter(Math.max(after, speaker.get().from() >= after ? speaker.get().to() : after));
    boolean marked = isSpeech(content);
    boolean speech = marked || english;
    Form form = denial ? Form.DENIAL : speech ? Form.SPEECH : Form.NOUN;
    int from = marked ? afterThat(content) : content;
    add(
        new Voice(
            speaker.get(), verb.entry().lemma(), scope(from, speech), verb.range().from(), form));
  }

  /** Arabic names the speaker after the verb, English before it, unless a quotation came first. */
  private Optional<Range> speaker(Mention verb, boolean pronoun) {
    int before = verb.range().from();
    int after = verb.range().to();
    if (!english) {
      return speakerFrom(after).or(() -> speakerBefore(before)).or(() -> continued(verb, false));
    }
    Optional<Range> left = pronoun ? Optional.empty() : speakerBefore(before);
    return left.or(() -> isQuoteBefore(before) ? speakerFrom(after) : Optional.empty())
        .or(() -> continued(verb, pronoun));
  }

  private int afterAsides(int at) {
    int next = at;
    while (next < passage.size() && (lattice.has(next, "time") || lattice.has(next, "venue"))) {
      int here = next;
      next =
          lattice
              .find(here, "time")
              .or(() -> lattice.find(here, "venue"))
              .map(m -> m.range().to())
              .orElse(here + 1);
    }
    return next;
  }

  private boolean isLast(int at) {
    return at >= passage.size()
        || passage.norm(at).equals(".")
        || passage.norm(at).equals(",")
        || passage.token(at).kind() == Kind.LINE_END;
  }

  private void add(Voice voice) {
    if (voice.scope().from() < voice.scope().to()) {
      voices.add(voice);
    }
  }

  private boolean isQuoteBefore(int at) {
    String before = passage.norm(at - 1);
    boolean comma = before.equals(",") || before.equals("،");
    String mark = comma && !english ? passage.norm(at - 2) : before;
    return (english && comma) || "”\"»".contains(mark.isEmpty() ? "?" : mark);
  }

  /** ", the governor said.": what stands before it in the sentence. */
  private void trailing(Mention verb, Range speaker) {
    int before = verb.range().from();
    boolean near = before - speaker.from() <= LONGEST_NAME;
    int end = near && speaker.from() < before ? speaker.from() : before - 1;
    if (end < 1) {
      return;
    }
    Range clause = passage.clauseAround(end - 1);
    add(
        new Voice(
            speaker,
            verb.entry().lemma(),
            new Range(clause.from(), end),
            verb.range().from(),
            Form.SPEECH));
  }

  private void accordingTo(Mention per) {
    Optional<Range> speaker = speakerFrom(per.range().to());
    if (speaker.isEmpty()) {
      return;
    }
    int at = per.range().from();
    Range clause = passage.clauseAround(at);
    boolean leading = at - clause.from() <= 1;
    Range scope =
        leading ? new Range(speaker.get().to(), clause.to()) : new Range(clause.from(), at);
    add(new Voice(speaker.get(), "SAID", scope, at, Form.SOURCE));
  }

  /** "The army: …" at the beginning of a sentence. */
  private void labelled(int colon) {
    Range sentence = passage.sentenceAround(colon);
    Range label = new Range(sentence.from(), colon);
    boolean fits = colon > sentence.from() && colon - sentence.from() <= LONGEST_NAME;
    if (fits && isSpeaker(label) && !hasVerb(label)) {
      add(new Voice(label, "SAID", new Range(colon + 1, sentence.to()), colon, Form.SPEECH));
    }
  }

  private boolean hasVerb(Range range) {
    for (int i = range.from(); i < range.to(); i++) {
      if (lattice.has(i, "say") || lattice.has(i, "deny") || lattice.has(i, "that")) {
        return true;
      }
      if (lattice.at(i).stream().anyMatch(m -> m.type().startsWith("ev."))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Range> speakerFrom(int at) {
    int from = at;
    if (passage.norm(from).equals("،") || passage.norm(from).equals(",")) {
      return Optional.empty();
    }
    int to = from;
    while (to < passage.size() && to - from < LONGEST_NAME && isNamePart(to, to == from)) {
      to++;
    }
    Range name = new Range(from, to);
    return to > from && isSpeaker(name) ? Optional.of(name) : Optional.empty();
  }

  private boolean isNamePart(int at, boolean first) {
    Token token = passage.token(at);
    if (!token.isWord() || passage.quoteAt(at).isPresent()) {
      return false;
    }
    boolean ends =
        lattice.has(at, "that")
            || lattice.has(at, "stop")
            || lattice.has(at, "time")
            || lattice.has(at, "say")
            || lattice.has(at, "deny")
            || lattice.has(at, "background");
    boolean event =
        lattice.at(at).stream()
            .anyMatch(m -> m.type().startsWith("ev.") || "alert responsibility".contains(m.type()));
    return !ends && !event && (first || !lattice.covers(at, "time"));
  }

  private boolean isSpeaker(Range name) {
    for (int i = name.from(); i < name.to(); i++) {
      if (lattice.at(i).stream().anyMatch(m -> SPEAKERS.contains(m.type()))) {
        return true;
      }
    }
    return false;
  }

  /** The noun phrase that ends at the verb; a part between commas may stand between. */
  private Optional<Range> speakerBefore(int verb) {
    int from = verb;
    Range clause = passage.clauseAround(verb);
    while (from > clause.from() && verb - from < 2 * LONGEST_NAME && isBefore(from - 1)) {
      from--;
    }
    int to = verb;
    while (to > from && !lattice.covers(to - 1, "holder") && lattice.covers(to - 1, "time")) {
      to--;
    }
    int start = from;
    while (start < to && (lattice.has(start, "function") || !passage.token(start).isWord())) {
      start++;
    }
    Range name = new Range(start, to);
    return start < to && to - start <= LONGEST_NAME && isSpeaker(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  private boolean isBefore(int at) {
    Token token = passage.token(at);
    boolean mark = token.kind() == Kind.MARK || token.kind() == Kind.LINE_END;
    return !mark
        && !isJoint(at)
        && !lattice.has(at, "say")
        && !lattice.has(at, "that")
        && passage.quoteAt(at).isEmpty();
  }

  private boolean isJoint(int at) {
    return english && java.util.Set.of("and", "but", "as", "or").contains(passage.norm(at));
  }

  /** "He added": whoever spoke last in the same paragraph. */
  private Optional<Range> continued(Mention verb, boolean pronoun) {
    if (voices.isEmpty() || (verb.feature("continues").isEmpty() && !pronoun)) {
      return Optional.empty();
    }
    Voice last = voices.getLast();
    int between = passage.sentence(verb.range().from()) - passage.sentence(last.verbAt());
    return between <= 2 ? Optional.of(last.speaker()) : Optional.empty();
  }

  /** Past times, places and commas between the speaker and what is said. */
  private int contentAfter(int at) {
    int next = at;
    int limit = Math.min(passage.size(), at + 20);
    for (int i = at; i < limit; i++) {
      if (passage.sentence(i) != passage.sentence(at)) {
        break;
      }
      if (isSpeech(i) && (lattice.has(i, "that") || passage.norm(i).equals(":") || opensQuote(i))) {
        return i;
      }
      if (lattice.at(i).stream().anyMatch(m -> m.type().startsWith("ev."))) {
        break;
      }
    }
    while (next < passage.size() && isAside(next)) {
      next = Math.max(next + 1, afterAsides(next));
    }
    return next;
  }

  private boolean isAside(int at) {
    return passage.norm(at).equals("،")
        || passage.norm(at).equals(",")
        || lattice.has(at, "time")
        || lattice.has(at, "venue");
  }

  private boolean opensQuote(int at) {
    return at + 1 < passage.size()
        && passage.quoteAt(at).isEmpty()
        && passage.quoteAt(at + 1).isPresent();
  }

  private boolean isSpeech(int at) {
    return at < passage.size()
        && (lattice.has(at, "that") || passage.norm(at).equals(":") || opensQuote(at));
  }

  private int afterThat(int at) {
    return lattice.find(at, "that").map(m -> m.range().to()).orElse(at + 1);
  }

  private Range scope(int from, boolean speech) {
    if (from >= passage.size()) {
      return new Range(from, from);
    }
    Range clause = passage.clauseAround(from);
    int to = clause.to();
    if (!speech) {
      for (int i = from; i < to; i++) {
        if (lattice.has(i, "background")) {
          to = i;
        }
      }
    }
    return new Range(from, Math.max(from, to));
  }
}
