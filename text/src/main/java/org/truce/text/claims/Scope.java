package org.truce.text.claims;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.truce.text.claims.Places.Named;
import org.truce.text.claims.Voices.Form;
import org.truce.text.claims.Voices.Voice;
import org.truce.text.lexicon.Calendar;
import org.truce.text.lexicon.Lattice;
import org.truce.text.lexicon.Mention;
import org.truce.text.lexicon.When;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;

/** Which speaker, place and time hold at a position of one document. */
final class Scope {
  private final Lattice lattice;
  private final Passage passage;
  private final Calendar calendar;
  private final List<Voice> voices;
  private final List<Named> places;

  Scope(Lattice lattice, boolean english, Calendar calendar) {
    this.lattice = lattice;
    this.passage = lattice.passage();
    this.calendar = calendar;
    this.voices = Voices.of(lattice, english);
    this.places = Places.of(lattice);
  }

  /** "The health ministry in Gaza says": where a speaker sits is not where things happen. */
  private boolean isOfSpeaker(Named place) {
    for (int i = firstNear(place.range()); i < voices.size(); i++) {
      Voice voice = voices.get(i);
      if (voice.verbAt() > place.range().to() + 60) {
        return false;
      }
      if (voice.speaker().contains(place.range().from())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the day of publication, which stands for the day of a statement. */
  LocalDate published() {
    return calendar.published();
  }

  List<Voice> voices() {
    return voices;
  }

  /** A place with whether it was taken from elsewhere than the words themselves. */
  record Placed(Named named, boolean inherited) {}

  /** Returns the voice with the narrowest scope that holds the tokens; none: the outlet speaks. */
  Optional<Voice> voice(Range range) {
    Optional<Voice> narrowest = Optional.empty();
    for (int i = firstNear(range); i < voices.size(); i++) {
      Voice voice = voices.get(i);
      if (voice.verbAt() > range.to() + 60) {
        break;
      }
      boolean begins = range.contains(voice.verbAt()) && voice.scope().contains(range.to() - 1);
      boolean holds =
          (begins || voice.scope().contains(range.from())) && voice.form() != Form.DENIAL;
      if (holds && (narrowest.isEmpty() || size(voice) < size(narrowest.get()))) {
        narrowest = Optional.of(voice);
      }
    }
    return narrowest;
  }

  /** Returns who spoke last before the tokens, in the same sentence or the one before. */
  Optional<Voice> lastVoice(Range range) {
    for (int i = firstNear(range); i < voices.size(); i++) {
      boolean last = i + 1 == voices.size() || voices.get(i + 1).verbAt() >= range.from();
      if (last) {
        Voice voice = voices.get(i);
        int between = passage.sentence(range.from()) - passage.sentence(voice.verbAt());
        return voice.verbAt() < range.from() && between <= 1
            ? Optional.of(voice)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private int firstNear(Range range) {
    int low = 0;
    int high = voices.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (voices.get(middle).verbAt() < range.from() - 400) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int size(Voice voice) {
    return voice.scope().to() - voice.scope().from();
  }

  /** Returns whether somebody denies what the tokens say. */
  boolean isDenied(Range range) {
    for (int i = firstNear(range); i < voices.size(); i++) {
      Voice voice = voices.get(i);
      if (voice.verbAt() > range.to()) {
        break;
      }
      if (voice.form() == Form.DENIAL && voice.scope().contains(range.from())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the place of what the tokens say: inside them, else the next one up to {@code limit},
   * else the last one before, inherited.
   */
  Optional<Placed> place(Range range, int limit) {
    int next = firstPlaceFrom(range.from());
    while (next < places.size() && isOfSpeaker(places.get(next))) {
      next++;
    }
    if (next < places.size() && places.get(next).range().from() < limit) {
      return Optional.of(resolved(surer(next, limit)));
    }
    int end = passage.clauseAround(range.from()).to();
    boolean later = next < places.size() && places.get(next).range().from() < end;
    boolean earlier =
        next > 0
            && passage.clause(places.get(next - 1).range().from()) == passage.clause(range.from());
    if (later && !earlier) {
      return Optional.of(resolved(next));
    }
    if (next > 0) {
      Named before = places.get(next - 1);
      int sentences = passage.sentence(range.from()) - passage.sentence(before.range().from());
      boolean sameClause = passage.clause(range.from()) == passage.clause(before.range().from());
      if (sentences <= 1) {
        Placed placed = resolved(next - 1);
        return Optional.of(new Placed(placed.named(), !sameClause || placed.inherited()));
      }
    }
    return Optional.empty();
  }

  /** Of "the Thawra hospital in Taiz" the place is Taiz: a listed name soon after wins. */
  private int surer(int index, int limit) {
    Named named = places.get(index);
    for (int i = index + 1; !named.sure() && i < Math.min(places.size(), index + 3); i++) {
      boolean near = places.get(i).range().from() < Math.min(limit, named.range().to() + 5);
      if (near && places.get(i).sure()) {
        return i;
      }
    }
    return index;
  }

  private int firstPlaceFrom(int at) {
    int low = 0;
    int high = places.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places.get(middle).range().from() < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** "The city" is the last place named before it. */
  private Placed resolved(int index) {
    Named named = places.get(index);
    for (int i = index - 1; named.anaphor() && i >= 0 && i > index - 6; i--) {
      if (!places.get(i).anaphor() && !places.get(i).region().isEmpty()) {
        return new Placed(places.get(i), true);
      }
    }
    return new Placed(withRegion(index), false);
  }

  /** A district without a region of its own is in the place named right after it. */
  private Named withRegion(int index) {
    Named named = places.get(index);
    if (named.region().isEmpty() && index + 1 < places.size()) {
      Named wider = places.get(index + 1);
      boolean beside = wider.range().from() - named.range().to() <= 2;
      if (beside && !wider.region().isEmpty()) {
        Range both = new Range(named.range().from(), wider.range().to());
        return new Named(both, both, wider.region(), false);
      }
    }
    return named;
  }

  /** Returns the time of what the tokens say: inside them, else the nearest in the clause. */
  Optional<When> when(Range range) {
    Range clause = passage.clauseAround(range.from());
    boolean quoted = passage.quoteAt(range.from()).isPresent();
    return lattice.within(clause, "time").stream()
        .filter(m -> passage.quoteAt(m.range().from()).isPresent() == quoted)
        .min(Comparator.comparingInt(m -> distance(range, m.range())))
        .flatMap(m -> m.time().flatMap(words -> calendar.fix(words, isFuture(range, clause))));
  }

  private static int distance(Range range, Range other) {
    if (range.overlaps(other)) {
      return 0;
    }
    return other.from() >= range.to()
        ? other.from() - range.to()
        : 2 * (range.from() - other.to()) + 1;
  }

  /** Whether the verb looks ahead: that of the words themselves, else a mark of the future. */
  private boolean isFuture(Range range, Range clause) {
    for (int i = range.from(); i < range.to(); i++) {
      for (Mention mention : lattice.at(i)) {
        if (mention.feature("tense").equals("past")) {
          return false;
        }
        if (mention.feature("tense").equals("ahead") || mention.form().future()) {
          return true;
        }
      }
    }
    for (int i = clause.from(); i < clause.to(); i++) {
      if (lattice.at(i).stream().anyMatch(Scope::looksAhead)) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksAhead(Mention mention) {
    return mention.form().future()
        || mention.type().equals("future")
        || mention.feature("tense").equals("ahead");
  }
}
