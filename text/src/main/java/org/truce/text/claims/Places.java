package org.truce.text.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truce.text.lexicon.Lattice;
import org.truce.text.lexicon.Mention;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Token.Form;

/**
 * Finds where things are said to be: names after a preposition or a kind of place, unknown names
 * after a kind of place, and kinds alone ("border areas").
 */
final class Places {
  private static final int MOST_WORDS = 3;

  /**
   * A place named.
   *
   * @param range the words
   * @param name the words that name it
   * @param region code of the region, or empty
   * @param anaphor whether it only points back ("the city")
   * @param sure whether it is a listed name or follows the name of a kind of settlement; otherwise
   *     it may be a building or something else that stands after a preposition
   */
  record Named(Range range, Range name, String region, boolean anaphor, boolean sure) {
    Named(Range range, Range name, String region, boolean anaphor) {
      this(range, name, region, anaphor, true);
    }
  }

  private final Lattice lattice;
  private final Passage passage;
  private final List<Named> places = new ArrayList<>();

  private Places(Lattice lattice) {
    this.lattice = lattice;
    this.passage = lattice.passage();
  }

  /** Returns the places in order. */
  static List<Named> of(Lattice lattice) {
    Places found = new Places(lattice);
    int at = 0;
    while (at < lattice.passage().size()) {
      at = Math.max(at + 1, found.at(at));
    }
    return found.places;
  }

  private int at(int at) {
    if (lattice.covers(at, "holder") || lattice.covers(at, "office")) {
      return at + 1;
    }
    Optional<Mention> kind = lattice.find(at, "place.kind");
    boolean led = isLed(at);
    if (kind.isPresent()) {
      return ofKind(at, kind.get(), led);
    }
    boolean small = !isArabic(at) && !passage.token(at).capital();
    Optional<Mention> place =
        lattice.find(at, "place").or(() -> lattice.find(at, "country")).filter(m -> !small);
    if (place.isPresent() && (led || names(place.get()))) {
      return add(at, place.get());
    }
    return led && place.isEmpty() ? unlisted(at) : at + 1;
  }

  /** A name in no table after "in" or "near": one or two words with capitals. */
  private int unlisted(int at) {
    boolean arabic = isArabic(at);
    boolean open = arabic ? isAfterNear(at) : passage.token(at).capital();
    if (!open || !isUnknown(at) || lattice.covers(at, "venue") || lattice.covers(at, "named")) {
      return at + 1;
    }
    int to = at + 1;
    while (!arabic && to < passage.size() && to - at < MOST_WORDS && continuesName(to)) {
      to++;
    }
    if (lattice.has(to, "say") || isPossessive(to)) {
      return to;
    }
    Range name = new Range(at, to);
    places.add(new Named(name, name, "", false, false));
    return to;
  }

  private boolean continuesName(int at) {
    boolean hyphen =
        passage.norm(at).equals("-")
            && passage.token(at - 1).span().end() == passage.token(at).span().start();
    return hyphen || (isUnknown(at) && passage.token(at).capital());
  }

  private boolean isPossessive(int at) {
    return passage.norm(at).equals("'s") || passage.norm(at).equals("s");
  }

  /** In Arabic only a bare noun after "near", "east of" and the like can be taken for a name. */
  private boolean isAfterNear(int at) {
    boolean article = passage.token(at).forms().stream().anyMatch(Form::article);
    return !article && lattice.has(at - 1, "direction") && passage.norm(at).length() > 3;
  }

  /** English puts a place before what is or happened there: "Aden airport", "Odesa strike". */
  private boolean names(Mention place) {
    int to = place.range().to();
    boolean latin = passage.norm(to - 1).charAt(0) < 0x600;
    if (!latin) {
      return false;
    }
    if (lattice.has(place.range().from(), "organ")) {
      return lattice.has(to, "building");
    }
    for (int i = to; i < Math.min(passage.size(), to + 4) && passage.token(i).isWord(); i++) {
      if (lattice.has(i, "ev.attack.n") || lattice.has(i, "building")) {
        return true;
      }
      if (lattice.has(i, "function") || lattice.has(i, "place.in")) {
        return false;
      }
    }
    return false;
  }

  private int add(int from, Mention place) {
    int to = place.range().to();
    places.add(new Named(new Range(from, to), place.range(), place.feature("region"), false));
    return to;
  }

  private boolean isLed(int at) {
    boolean joined =
        passage.token(at).forms().stream().map(Form::preposition).anyMatch("ب"::equals);
    int before = at - 1;
    while (before > 0 && isBetween(at, before) && !lattice.has(before, "place.in")) {
      before--;
    }
    boolean afterPlace =
        !places.isEmpty()
            && at - places.getLast().range().to() <= 2
            && isJoint(places.getLast().range().to(), at);
    return joined
        || (before >= 0 && (lattice.covers(before, "place.in") || lattice.has(before, "ev.host")))
        || afterPlace;
  }

  private boolean isBetween(int at, int before) {
    boolean openingMark = passage.quoteAt(at).isPresent() && passage.quoteAt(before).isEmpty();
    boolean mark = openingMark && !passage.token(before).isWord();
    return mark || passage.norm(before).equals("the") || lattice.has(before, "direction");
  }

  private boolean isJoint(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!passage.norm(i).equals("،")
          && !passage.norm(i).equals(",")
          && !passage.norm(i).equals("and")) {
        return false;
      }
    }
    return passage.token(to).beginsWithAnd() || from < to;
  }

  private int ofKind(int at, Mention kind, boolean led) {
    int next = kind.range().to();
    boolean quoted =
        next + 1 < passage.size()
            && passage.quoteAt(next).isEmpty()
            && passage.quoteAt(next + 1).isPresent();
    if (quoted) {
      Range quote = passage.quoteAt(next + 1).orElseThrow();
      places.add(new Named(new Range(at, quote.to()), quote, region(quote.from()), false));
      return quote.to() + 1;
    }
    Optional<Mention> inner = lattice.find(next, "place.kind");
    if (inner.isPresent()) {
      return ofKind(next, inner.get(), true);
    }
    int name =
        lattice.has(next, "nationality") || passage.norm(next).equals("of") ? next + 1 : next;
    Optional<Mention> place = lattice.find(name, "place").or(() -> lattice.find(name, "country"));
    if (place.isPresent()) {
      return add(at, place.get());
    }
    if (kind.feature("named").equals("yes") && isUnknown(next)) {
      int to = next + 1;
      while (to < passage.size() && to - next < MOST_WORDS && continuesName(to)) {
        to++;
      }
      to = to == next + 1 && isFamily(to) ? to + 1 : to;
      boolean settlement = !kind.feature("facility").equals("yes");
      places.add(new Named(new Range(at, to), new Range(next, to), "", false, settlement));
      return to;
    }
    if (led && !kind.feature("alone").isEmpty()) {
      boolean anaphor = kind.feature("alone").equals("back");
      places.add(new Named(kind.range(), kind.range(), "", anaphor));
    }
    return next;
  }

  /** An Arabic name of two words, the second with the article: بصرى الشام. */
  private boolean isFamily(int at) {
    return at < passage.size()
        && isUnknown(at)
        && isArabic(at)
        && passage.token(at).norm().startsWith("ال");
  }

  private boolean isArabic(int at) {
    return !passage.norm(at).isEmpty() && passage.norm(at).charAt(0) >= 0x600;
  }

  private String region(int at) {
    return lattice.find(at, "place").map(m -> m.feature("region")).orElse("");
  }

  private boolean isUnknown(int at) {
    if (at >= passage.size() || !passage.token(at).isWord()) {
      return false;
    }
    boolean arabic = isArabic(at);
    return lattice.at(at).isEmpty() && (arabic || passage.token(at).capital());
  }
}
