package org.truce.text.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.truce.text.lexicon.Lattice;
import org.truce.text.lexicon.Mention;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Token.Kind;

/**
 * Finds who is quoted, and over which words.
 *
 * <p>Rows used: {@code say} and {@code deny} (reporting verbs with their class as lemma), {@code
 * that}, {@code per} ("according to"), {@code stop} (ends a name), {@code background} (after it the
 * narrator speaks), and everything that can be a speaker.
 */
final class Voices {
  private static final int LONGEST_LABELLED = 120;
  private static final int LONGEST_OBJECT = 10;

  private final Lattice lattice;
  private final Passage passage;
  private final Speakers speakers;
  private final List<Voice> voices = new ArrayList<>();

  private final boolean english;
  private int verbEnd;

  private Voices(Lattice lattice, boolean english) {
    this.english = english;
    this.lattice = lattice;
    this.passage = lattice.passage();
    this.speakers = new Speakers(lattice, english);
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
    Optional<Mention> verb =
        lattice.find(at, "deny").or(() -> lattice.find(at, "say")).or(() -> calling(at));
    if (verb.isPresent() && at < verbEnd) {
      return;
    }
    verb.ifPresent(found -> verbEnd = found.range().to());
    if (verb.isPresent() && passage.quoteAt(at).isEmpty() && !isEvent(verb.get())) {
      boolean denial = verb.get().type().equals("deny");
      if (!denial || !isDeniedAccess(verb.get().range().to())) {
        said(verb.get(), denial);
      }
      return;
    }
    if (!isAsSaid(at)) {
      lattice.find(at, "per").ifPresent(per -> accordingTo(at, per.range().to()));
    }
    if (passage.quoteAt(at).isEmpty()) {
      marked(at);
    }
  }

  /** "The governor: seven dead", "seven dead - governor". */
  private void marked(int at) {
    if (passage.norm(at).equals(":")) {
      labelled(at);
    } else if (passage.norm(at).equals("-") || passage.norm(at).equals("–")) {
      signed(at);
    }
  }

  private void signed(int dash) {
    Range sentence = passage.sentenceAround(dash);
    int to = dash + 1;
    while (to < sentence.to() && to - dash <= Speakers.LONGEST_NAME && passage.token(to).isWord()) {
      to++;
    }
    Range name = new Range(dash + 1, to);
    boolean ends = to >= sentence.to() || !passage.token(to).isWord();
    boolean apart = passage.token(dash).span().start() > passage.token(dash - 1).span().end();
    boolean last = ends && to >= sentence.to() - 1 && apart;
    if (last && to > dash + 1 && speakers.isSpeaker(name) && !speakers.hasVerb(name)) {
      add(new Voice(name, "SAID", new Range(sentence.from(), dash), dash, Form.SOURCE));
    }
  }

  /** "Called the decision "a rejection"": speech only before a quotation. */
  private Optional<Mention> calling(int at) {
    Optional<Mention> verb = lattice.find(at, "call");
    for (int i = at + 1; verb.isPresent() && i < at + LONGEST_OBJECT; i++) {
      if (passage.norm(i).equals(".")) {
        return Optional.empty();
      }
      if (opensQuote(i)) {
        return verb;
      }
    }
    return Optional.empty();
  }

  /** "As the ministry announced": according to whoever announced. */
  private boolean isAsSaid(int at) {
    Optional<Mention> as = lattice.find(at, "per.as");
    Optional<Mention> verb = as.flatMap(m -> lattice.find(m.range().to(), "say"));
    verb.ifPresent(say -> accordingTo(at, say.range().to()));
    return verb.isPresent();
  }

  /** "Denied the patrol passage" denies no claim. */
  private boolean isDeniedAccess(int at) {
    for (int i = at; i < at + 3; i++) {
      if (lattice.has(i, "monitors") || Set.of("access", "entry").contains(passage.norm(i))) {
        return true;
      }
    }
    return false;
  }

  /** "Claimed the lives of three" is no speech. */
  private boolean isEvent(Mention verb) {
    return lattice.at(verb.range().from()).stream()
        .anyMatch(m -> m.type().startsWith("ev.") && m.range().to() > verb.range().to());
  }

  private void said(Mention verb, boolean denial) {
    int after = afterTold(verb.range());
    boolean pronoun = isPronoun(verb.range().from());
    Optional<Range> outlet = speaker(verb, pronoun);
    if (outlet.isEmpty()) {
      return;
    }
    Optional<Range> speaker = cited(Math.max(after, outlet.get().to()), verb).or(() -> outlet);
    if (denial && isLast(after)) {
      add(new Voice(speaker.get(), "DENIED", verb.range(), verb.range().from(), Form.DENIAL));
      return;
    }
    boolean quoted = isQuoteBefore(verb.range().from());
    int end = Math.max(after, speaker.get().to());
    boolean closing = isAfterQuote(Math.min(verb.range().from(), speaker.get().from()));
    int aside = afterAsides(Math.max(after, outlet.get().to()));
    boolean last = isLast(afterAsides(end)) || isLast(aside) || (closing && !leadsOn(end));
    boolean reported = english && isCitation(aside) && !leadsOn(end);
    if ((english || quoted || closing) && (last || reported)) {
      trailing(verb, outlet.get(), speaker.get());
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

  /** "Told Reuters": to whom it was said is no part of it. */
  private int afterTold(Range verb) {
    int to = verb.to();
    boolean told = english && passage.norm(verb.from()).equals("told");
    return told ? lattice.find(to, "media").map(m -> m.range().to()).orElse(to) : to;
  }

  private boolean isPronoun(int verb) {
    int at = verb - 1;
    while (english && at > 0 && speakers.isAdverb(at)) {
      at--;
    }
    return lattice.has(at, "pronoun");
  }

  private boolean isAfterQuote(int begin) {
    int at = begin - 1;
    while (at > 0 && passage.token(at).isWord() && begin - at <= 2) {
      at--;
    }
    boolean comma = passage.norm(at).equals(",") || passage.norm(at).equals("،");
    String mark = passage.norm(comma ? at - 1 : at);
    return !mark.isEmpty() && "”\"»".contains(mark);
  }

  /** Whether something reported follows in the sentence. */
  private boolean leadsOn(int at) {
    int limit = Math.min(passage.sentenceAround(at).to(), at + LONGEST_LABELLED);
    for (int i = at; i < limit; i++) {
      if (isSpeech(i)) {
        return true;
      }
    }
    return false;
  }

  /** Arabic names the speaker after the verb, English before it, unless a quotation came first. */
  private Optional<Range> speaker(Mention verb, boolean pronoun) {
    int before = verb.range().from();
    int after = verb.range().to();
    if (!english) {
      return speakers
          .from(after)
          .or(() -> speakers.before(before))
          .or(() -> continued(verb, false));
    }
    Optional<Range> left = pronoun ? Optional.empty() : speakers.before(before);
    boolean told = lattice.has(before, "told");
    return left.or(
            () -> isQuoteBefore(before) && !told ? speakers.inverted(after) : Optional.empty())
        .or(() -> continued(verb, pronoun));
  }

  private int afterAsides(int at) {
    int next = speakers.afterBrackets(at);
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
        || ".,;،؛".contains(passage.norm(at))
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

  /** "Reuters said, citing two officials", "نقلت عن مسؤول": who is behind whoever reports. */
  private Optional<Range> cited(int at, Mention verb) {
    int next = afterAsides(at);
    next = passage.norm(next).equals(",") || passage.norm(next).equals("،") ? next + 1 : next;
    Optional<Mention> cite = lattice.find(next, "cite");
    if (cite.isPresent()) {
      return speakers.from(cite.get().range().to());
    }
    boolean reports = verb.entry().lemma().equals("REPORTED") && passage.norm(next).equals("عن");
    return reports ? speakers.from(next + 1) : Optional.empty();
  }

  private boolean isCitation(int at) {
    int next = passage.norm(at).equals(",") ? at + 1 : at;
    return lattice.has(next, "cite");
  }

  /** ", the governor said.": what stands before it in the sentence. */
  private void trailing(Mention verb, Range outlet, Range speaker) {
    int before = verb.range().from();
    boolean near = before - outlet.from() <= Speakers.LONGEST_NAME;
    int end = near && outlet.from() < before ? outlet.from() : before - 1;
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

  private void accordingTo(int at, int from) {
    Optional<Range> outlet = speakers.from(from);
    if (outlet.isEmpty()) {
      return;
    }
    Mention verb = lattice.find(from - 1, "say").or(() -> lattice.find(at, "per")).orElseThrow();
    Optional<Range> speaker = cited(outlet.get().to(), verb).or(() -> outlet);
    Range clause = passage.clauseAround(at);
    boolean leading = at - clause.from() <= 1;
    boolean nothingAfter = speaker.get().to() >= clause.to() - 1;
    if (leading && nothingAfter && isInside(clause.from())) {
      Range before = passage.clauseAround(clause.from() - 1);
      add(new Voice(speaker.get(), "SAID", before, at, Form.SOURCE));
      return;
    }
    Range scope =
        leading ? new Range(speaker.get().to(), clause.to()) : new Range(clause.from(), at);
    add(new Voice(speaker.get(), "SAID", scope, at, Form.SOURCE));
  }

  /** Whether the clause continues a sentence. */
  private boolean isInside(int at) {
    return at > 0 && passage.sentence(at - 1) == passage.sentence(at);
  }

  /** "The army: …" at the beginning of a line holds for the line. */
  private void labelled(int colon) {
    Range sentence = passage.sentenceAround(colon);
    int begin = sentence.from();
    while (begin < colon && (lattice.has(begin, "flash") || !passage.token(begin).isWord())) {
      begin++;
    }
    int end = colon;
    for (int i = begin + 1; i < colon && end == colon; i++) {
      end = lattice.has(i, "venue") || lattice.has(i, "time") ? i : end;
    }
    Range label = new Range(begin, end);
    boolean fits = end > begin && end - begin <= Speakers.LONGEST_NAME;
    if (fits && speakers.isSpeaker(label) && !speakers.hasVerb(label)) {
      int to = endOfLine(sentence.to());
      add(new Voice(label, "SAID", new Range(colon + 1, to), colon, Form.SPEECH));
    }
  }

  private int endOfLine(int at) {
    int to = at;
    while (to < passage.size()
        && to - at < LONGEST_LABELLED
        && passage.token(to - 1).kind() != Kind.LINE_END) {
      to++;
    }
    return to;
  }

  /** "He added": whoever spoke last in the same paragraph. */
  private Optional<Range> continued(Mention verb, boolean pronoun) {
    if (verb.feature("continues").isEmpty() && !pronoun) {
      return Optional.empty();
    }
    int here = passage.sentence(verb.range().from());
    Optional<Range> last =
        voices.isEmpty() || here - passage.sentence(voices.getLast().verbAt()) > 2
            ? Optional.empty()
            : Optional.of(voices.getLast().speaker());
    return last.or(() -> speakers.subjectBefore(verb.range().from()));
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
