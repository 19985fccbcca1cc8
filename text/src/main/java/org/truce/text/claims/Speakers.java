package org.truce.text.claims;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.truce.text.lexicon.Lattice;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Token;
import org.truce.text.words.Token.Kind;

/** Finds the words that name a speaker, after a verb, before it, or before a colon. */
final class Speakers {
  static final int LONGEST_NAME = 10;
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
  private final boolean english;

  Speakers(Lattice lattice, boolean english) {
    this.lattice = lattice;
    this.passage = lattice.passage();
    this.english = english;
  }

  Optional<Range> from(int at) {
    int from = at;
    if (passage.norm(from).equals("،") || passage.norm(from).equals(",")) {
      return Optional.empty();
    }
    int to = from;
    while (to < passage.size()
        && to - from < LONGEST_NAME
        && (isNamePart(to, to == from) || (to > from && leadsToPlace(to)))) {
      to++;
    }
    Range name = new Range(from, to);
    boolean told = to > from && (isSpeaker(name) || isUnknownSpeaker(name));
    return told ? Optional.of(name) : Optional.empty();
  }

  /** "The governor in Kherson": the place belongs to the name. */
  private boolean leadsToPlace(int at) {
    return Set.of("في", "الي", "لدي", "in", "to", "for").contains(passage.norm(at))
        && Set.of("place", "place.kind", "country").stream()
            .anyMatch(type -> lattice.has(at + 1, type));
  }

  /** After a quotation, "said Jane Roe, who" and "said the head, Jane Roe". */
  Optional<Range> inverted(int at) {
    Optional<Range> listed = from(at);
    int to = listed.map(Range::to).orElse(at);
    int next = listed.isPresent() && passage.norm(to).equals(",") ? to + 1 : to;
    int end = next;
    while (end < passage.size() && end - next < 4 && isName(end)) {
      end++;
    }
    boolean closed = end >= passage.size() || !passage.token(end).isWord();
    if (end > next && (listed.isEmpty() || closed)) {
      return Optional.of(new Range(at, end));
    }
    return listed;
  }

  private boolean isName(int at) {
    return passage.token(at).isWord()
        && passage.token(at).capital()
        && lattice.find(at, "time").isEmpty();
  }

  /** Returns the token after a short name in brackets: "the agency (SANA)". */
  int afterBrackets(int at) {
    if (passage.norm(at).equals("(")) {
      for (int i = at + 1; i < at + 6 && i < passage.size(); i++) {
        if (passage.norm(i).equals(")")) {
          return i + 1;
        }
      }
    }
    return at;
  }

  /** Whoever stands between the verb and "that", or after "according to", speaks. */
  private boolean isUnknownSpeaker(Range name) {
    int before = name.from() - 1;
    boolean marked =
        lattice.has(name.to(), "that")
            || isColon(name.to())
            || lattice.covers(before, "per")
            || lattice.covers(before, "cite");
    boolean noun =
        passage.token(name.from()).isWord()
            && !lattice.has(name.from(), "function")
            && !passage.norm(name.from()).equals("ما");
    return marked && noun && !hasVerb(name) && lattice.within(name, "number").isEmpty();
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
            || lattice.has(at, "cite")
            || lattice.has(at, "background");
    boolean event =
        lattice.at(at).stream()
            .anyMatch(m -> m.type().startsWith("ev.") || "alert responsibility".contains(m.type()));
    return !ends && !event && (first || !lattice.covers(at, "time"));
  }

  /** Who "it" is when nobody has spoken yet: the subject of the sentence before. */
  Optional<Range> subjectBefore(int verb) {
    Range sentence = passage.sentenceAround(verb);
    if (sentence.from() == 0) {
      return Optional.empty();
    }
    Range before = passage.sentenceAround(sentence.from() - 1);
    for (int i = before.from(); i < Math.min(before.to(), before.from() + 4); i++) {
      int at = i;
      Optional<Range> found =
          Stream.of("holder", "organ", "country")
              .flatMap(type -> lattice.find(at, type).stream())
              .map(m -> m.range())
              .findFirst();
      if (found.isPresent()) {
        Optional<Range> state = lattice.find(i - 1, "nationality").map(m -> m.range());
        return Optional.of(new Range(state.map(Range::from).orElse(i), found.get().to()));
      }
    }
    return Optional.empty();
  }

  private boolean isColon(int at) {
    return passage.norm(at).equals(":") && !english;
  }

  boolean isSpeaker(Range name) {
    for (int i = name.from(); i < name.to(); i++) {
      if (lattice.at(i).stream().anyMatch(m -> SPEAKERS.contains(m.type()))) {
        return true;
      }
    }
    return false;
  }

  /** The noun phrase that ends at the verb; a part between commas may stand between. */
  Optional<Range> before(int verb) {
    int named = beforeApposition(verb);
    int from = named;
    Range clause = passage.clauseAround(verb);
    while (from > clause.from() && named - from < 2 * LONGEST_NAME && isBefore(from - 1)) {
      from--;
    }
    int to = named;
    while (to > from && !lattice.covers(to - 1, "holder") && lattice.covers(to - 1, "time")) {
      to--;
    }
    while (to > from && lattice.has(to - 1, "stop") && !english) {
      to--;
    }
    while (english && to > from && isAdverb(to - 1)) {
      to--;
    }
    int start = lattice.find(from, "time").map(m -> m.range().to()).orElse(from);
    while (start < to && (lattice.has(start, "function") || !passage.token(start).isWord())) {
      start++;
    }
    Range name = new Range(start, named < verb ? verb - 1 : to);
    boolean fits = start < to && name.to() - start <= LONGEST_NAME;
    return fits && (isSpeaker(name) || isNounPhrase(name)) ? Optional.of(name) : Optional.empty();
  }

  /** Where the name stops at which a part between commas hangs: "the head, Jane Roe, told". */
  private int beforeApposition(int verb) {
    if (!english || !passage.norm(verb - 1).equals(",")) {
      return verb;
    }
    for (int i = verb - 2; i > verb - 14 && i > 0; i--) {
      if (passage.norm(i).equals(",") && Set.of("who", "which").contains(passage.norm(i + 1))) {
        return i;
      }
    }
    for (int i = verb - 2; i > verb - 7 && i > 0; i--) {
      if (passage.norm(i).equals(",")) {
        return i;
      }
      if (!passage.token(i).isWord() || !passage.token(i).capital()) {
        return verb;
      }
    }
    return verb;
  }

  /** Somebody unlisted with an article before it, or named: "a local shopkeeper said". */
  private boolean isNounPhrase(Range name) {
    boolean determined =
        Set.of("a", "an", "the").contains(passage.norm(name.from() - 1))
            || passage.token(name.from()).capital();
    return english
        && determined
        && name.to() - name.from() <= 5
        && !hasVerb(name)
        && lattice.within(name, "number").isEmpty()
        && lattice.within(name, "qty").isEmpty();
  }

  private boolean isBefore(int at) {
    Token token = passage.token(at);
    boolean mark = token.kind() == Kind.MARK || token.kind() == Kind.LINE_END;
    return (!mark || isHyphen(at))
        && !isJoint(at)
        && !lattice.has(at, "say")
        && !lattice.has(at, "that")
        && passage.quoteAt(at).isEmpty();
  }

  /** Between a speaker and the verb: "has strongly denied". */
  boolean isAdverb(int at) {
    String norm = passage.norm(at);
    boolean auxiliary = Set.of("has", "have", "had", "also", "again", "later").contains(norm);
    return auxiliary || (norm.endsWith("ly") && lattice.at(at).isEmpty());
  }

  /** "State-run agency" is one name. */
  private boolean isHyphen(int at) {
    return passage.norm(at).equals("-")
        && at > 0
        && passage.token(at - 1).span().end() == passage.token(at).span().start();
  }

  private boolean isJoint(int at) {
    return english && Set.of("and", "but", "as", "or").contains(passage.norm(at));
  }

  boolean hasVerb(Range range) {
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
}
