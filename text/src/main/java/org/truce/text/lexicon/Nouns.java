package org.truce.text.lexicon;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.truce.text.words.Passage;
import org.truce.text.words.Token;
import org.truce.text.words.Token.Form;

/** Finds the noun that a number counts, past what may stand between, and nouns that are one. */
final class Nouns {
  private static final int MOST_ADJECTIVES = 5;
  private static final int MOST_UNKNOWN = 2;

  /** Classes of words for people that may be counted although no table counts them. */
  private static final Set<String> TRADES = Set.of("source", "title", "media", "person", "post");

  private static final Set<String> OWNERS = Set.of("its", "his", "her", "their", "the");

  private final Lattice lattice;
  private final Passage passage;

  Nouns(Lattice lattice) {
    this.lattice = lattice;
    this.passage = lattice.passage();
  }

  /** Returns the noun after a number, past adjectives: listed ones, and in English unknown ones. */
  Optional<Mention> unitAfter(int at) {
    int next = isOwned(at) ? at + 2 : at;
    int unknown = 0;
    for (int i = 0; i <= MOST_ADJECTIVES && next < passage.size(); i++) {
      Optional<Mention> unit = lattice.find(next, "unit");
      if (unit.isPresent()) {
        return isOfKnown(at) ? Optional.empty() : headOf(unit.get());
      }
      int compound = afterCompound(next);
      Optional<Mention> modifier = lattice.find(next, "modifier").or(modifierAt(next));
      if (compound > next) {
        next = compound;
      } else if (modifier.isPresent()) {
        next = modifier.get().range().to();
      } else if (isUnknown(next) && !isArabic(next) && ++unknown <= MOST_UNKNOWN) {
        next++;
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Supplier<Optional<Mention>> modifierAt(int at) {
    return () ->
        isArabic(at)
            ? Optional.empty()
            : lattice.find(at, "nationality").or(() -> lattice.find(at, "organ"));
  }

  /** "Two police officers", "six school children": of two nouns in a row the last is counted. */
  private Optional<Mention> headOf(Mention unit) {
    int to = unit.range().to();
    boolean person = unit.feature("kind").equals("person");
    return person && !isArabic(unit.range().from())
        ? lattice
            .find(to, "unit")
            .filter(m -> m.feature("kind").equals("person"))
            .or(() -> Optional.of(unit))
        : Optional.of(unit);
  }

  /** "Two of the dead": people that are counted elsewhere. */
  boolean isOfKnown(int at) {
    return isOwned(at)
        && lattice
            .find(at + 2, "unit")
            .filter(m -> Set.of("killed", "injured", "missing").contains(m.feature("kind")))
            .isPresent();
  }

  /** "Two of his sons". */
  private boolean isOwned(int at) {
    return passage.norm(at).equals("of") && OWNERS.contains(passage.norm(at + 1));
  }

  /** Returns the token after "five-storey" or "82-year-old", or the same token. */
  int afterCompound(int at) {
    boolean number = passage.size() > at + 2 && isNumber(at);
    if (!number || !passage.norm(at + 1).equals("-") || !passage.token(at + 2).isWord()) {
      return at;
    }
    boolean touching =
        passage.token(at).span().end() == passage.token(at + 1).span().start()
            && passage.token(at + 1).span().end() == passage.token(at + 2).span().start();
    if (!touching || isArabic(at + 2) || isNumber(at + 2)) {
      return at;
    }
    return passage.norm(at + 3).equals("-") ? at + 5 : at + 3;
  }

  private boolean isNumber(int at) {
    return passage.token(at).kind() == Token.Kind.NUMBER || lattice.has(at, "number");
  }

  /** Returns the noun of "a Palestinian teenager", "one of its soldiers", one of its kind. */
  Optional<Mention> single(int at) {
    Optional<Mention> of = lattice.find(at, "one.of");
    if (of.isPresent()) {
      return unitAfter(of.get().range().to());
    }
    boolean article = passage.norm(at).equals("a") || passage.norm(at).equals("an");
    return article && !lattice.has(at, "unit") && !lattice.has(at, "number") && !isVague(at)
        ? unitAfter(at + 1).filter(unit -> unit.feature("sg").equals("yes"))
        : Optional.empty();
  }

  private boolean isVague(int at) {
    return lattice.has(at, "vague");
  }

  /** A genitive in -ين without a number: "two policemen", seldom "policemen". */
  boolean isPairOrPlural(Mention unit) {
    int last = unit.range().to() - 1;
    return unit.feature("kind").equals("person")
        && unit.range().to() - unit.range().from() == 1
        && passage.norm(last).endsWith("يين")
        && !unit.feature("victims").equals("civilian");
  }

  /** Whether the word after a bare number could be what it counts. */
  boolean isNounPossible(int at) {
    if (at >= passage.size() || !passage.token(at).isWord()) {
      return false;
    }
    return !lattice.has(at, "function")
        && !lattice.has(at, "place.in")
        && lattice.at(at).stream().noneMatch(m -> m.type().startsWith("ev."))
        && passage.token(at).forms().stream().noneMatch(Form::conjunction);
  }

  /** Returns the token after an unknown noun, with its hyphen, or the same token. */
  int afterUnknown(int at) {
    if (!isUnknown(at)) {
      return at;
    }
    boolean joined = passage.norm(at + 1).equals("-") && isWord(at + 2);
    return joined ? at + 3 : at + 1;
  }

  /** Returns the token after "a motorcyclist", a noun in no table, or the same token. */
  int afterUnknownOne(int at) {
    boolean article = passage.norm(at).equals("a") || passage.norm(at).equals("an");
    boolean one = article && !lattice.has(at, "unit") && !lattice.has(at, "number") && !isVague(at);
    return one && isUnknown(at + 1) && isWord(at + 2) && lattice.has(at + 2, "function")
        ? at + 2
        : at;
  }

  private boolean isWord(int at) {
    return at < passage.size() && passage.token(at).isWord();
  }

  private boolean isUnknown(int at) {
    return isWord(at)
        && !passage.token(at).capital()
        && lattice.at(at).stream().allMatch(m -> TRADES.contains(m.type()));
  }

  private boolean isArabic(int at) {
    String norm = passage.norm(at);
    return !norm.isEmpty() && norm.charAt(0) >= 0x600 && norm.charAt(0) < 0x700;
  }
}
