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

  /**
   * A place named.
   *
   * @param range the words
   * @param name the words that name it
   * @param region code of the region, or empty
   * @param anaphor whether it only points back ("the city")
   */
  record Named(Range range, Range name, String region, boolean anaphor) {}

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
    Optional<Mention> place = lattice.find(at, "place").or(() -> lattice.find(at, "country"));
    if (place.isPresent() && (led || names(place.get()))) {
      return add(at, place.get());
    }
    return at + 1;
  }

  /** English puts a place before what is or happened there: "Aden airport", "Odesa strike". */
  private boolean names(Mention place) {
    int to = place.range().to();
    boolean latin = passage.norm(to - 1).charAt(0) < 0x600;
    if (!latin || lattice.has(place.range().from(), "organ")) {
      return false;
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
      int to =
          next + 1 < passage.size() && isUnknown(next + 1) && passage.token(next + 1).capital()
              ? next + 2
              : next + 1;
      places.add(new Named(new Range(at, to), new Range(next, to), "", false));
      return to;
    }
    if (led && !kind.feature("alone").isEmpty()) {
      boolean anaphor = kind.feature("alone").equals("back");
      places.add(new Named(kind.range(), kind.range(), "", anaphor));
    }
    return next;
  }

  private String region(int at) {
    return lattice.find(at, "place").map(m -> m.feature("region")).orElse("");
  }

  private boolean isUnknown(int at) {
    if (at >= passage.size() || !passage.token(at).isWord()) {
      return false;
    }
    boolean arabic = passage.norm(at).charAt(0) >= 0x600;
    return lattice.at(at).isEmpty() && (arabic || passage.token(at).capital());
  }
}
