package org.truce.text.lexicon;

import java.util.Map;
import java.util.Optional;
import org.truce.report.Count;
import org.truce.text.lexicon.Numbers.Read;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Token.Kind;

/**
 * Finds numbers with what they count.
 *
 * <p>A number counts only with its noun beside it (class {@code qty.KIND}), or bare where the next
 * word cannot be a noun (class {@code num}). "Dozens" and "several" make no number. Rows of class
 * {@code unit} give {@code kind} and, for nouns that are a number by themselves, {@code n}: {@code
 * 1} or {@code 2}. A number with a noun that no table has is of class {@code qty.some}, one person
 * known already ("the driver") of class {@code qty.the}, and a noun that may be a dual or a plural
 * of class {@code qty.pair}: rules take them only beside a verb that speaks of people.
 */
final class Quantities {
  private static final int MOST_ADJECTIVES = 4;
  private static final Entry BARE = new Entry("num", "number", Map.of());

  private final Lattice lattice;
  private final Passage passage;
  private final Nouns nouns;

  Quantities(Lattice lattice) {
    this.lattice = lattice;
    this.passage = lattice.passage();
    this.nouns = new Nouns(lattice);
  }

  /** Adds what is found to the lattice. */
  void find() {
    int at = 0;
    while (at < passage.size()) {
      at = Math.max(at + 1, findAt(at));
    }
  }

  /** The bounds that words before or after a number give it. */
  private record Bounds(String kind, int from) {}

  private int findAt(int at) {
    int compound = nouns.afterCompound(at);
    if (compound > at) {
      return compound;
    }
    Optional<Mention> single = lattice.covers(at, "time") ? Optional.empty() : nouns.single(at);
    if (single.isPresent()) {
      add(at, single.get(), Optional.of(Count.exactly(1)));
      return single.get().range().to();
    }
    int unknown = nouns.afterUnknownOne(at);
    if (unknown > at) {
      Quantity one = quantity(Count.exactly(1), "", "");
      lattice.add(Mention.of("qty.some", new Range(at, unknown), BARE, one));
      return unknown;
    }
    Bounds bounds = boundsBefore(at);
    Optional<Read> number = lattice.covers(at, "time") ? Optional.empty() : number(bounds.from());
    if (number.isPresent()) {
      return withNumber(at, bounds, number.get());
    }
    Optional<Mention> vague = lattice.find(at, "vague");
    if (vague.isPresent()) {
      return withoutNumber(at, vague.get());
    }
    return lattice.find(at, "unit").map(unit -> byItself(at, unit)).orElse(at + 1);
  }

  private Optional<Read> number(int at) {
    return at < passage.size() && passage.token(at).kind() != Kind.LINE_END
        ? Numbers.at(lattice, at)
        : Optional.empty();
  }

  private Bounds boundsBefore(int at) {
    int next = at;
    String kind = "";
    for (Optional<Mention> m = lattice.find(next, "bound");
        m.isPresent() && next - at < 2 * MOST_ADJECTIVES && !isHandedOver(next);
        m = lattice.find(next, "bound")) {
      kind = m.get().entry().lemma();
      next = m.get().range().to();
    }
    return new Bounds(kind, next);
  }

  /** In "handed over 175 prisoners" no number is exceeded. */
  private boolean isHandedOver(int at) {
    return passage.norm(at).equals("over") && lattice.covers(at, "ev.exchange");
  }

  private int withNumber(int at, Bounds bounds, Read number) {
    int next = number.to();
    String kind = bounds.kind();
    Optional<Read> upper = upperEnd(next, kind);
    int last = upper.map(Read::to).orElse(next);
    Optional<Count> count = upper.isPresent() ? range(number, upper.get()) : count(kind, number);
    if (count.isEmpty()) {
      return number.to();
    }
    Optional<Mention> unit = nouns.unitAfter(last);
    if (unit.isEmpty()) {
      return withoutUnit(at, last, count.get());
    }
    Count bounded = boundsAfter(unit.get().range().to(), count.get());
    add(at, unit.get(), Optional.of(bounded));
    return unit.get().range().to();
  }

  private int withoutUnit(int at, int last, Count count) {
    if (isPercent(last)) {
      return last + 1;
    }
    if (nouns.isOfKnown(last)) {
      return last;
    }
    if (!nouns.isNounPossible(last)) {
      lattice.add(Mention.of("num", new Range(at, last), BARE, quantity(count, "", "")));
      return last;
    }
    int to = nouns.afterUnknown(last);
    if (to > last) {
      lattice.add(Mention.of("qty.some", new Range(at, to), BARE, quantity(count, "", "")));
    }
    return Math.max(last, to);
  }

  private Optional<Read> upperEnd(int at, String kind) {
    boolean joined = lattice.has(at, "to") || kind.equals("between");
    if (!joined || passage.size() <= at + 1) {
      return Optional.empty();
    }
    int next = lattice.find(at, "to").map(m -> m.range().to()).orElse(at);
    boolean and = passage.norm(next).equals("and");
    return number(and ? next + 1 : next);
  }

  private static Optional<Count> range(Read low, Read high) {
    return low.value() <= high.value()
        ? Optional.of(new Count(low.value(), low.value(), high.value()))
        : Optional.empty();
  }

  private static Optional<Count> count(String kind, Read number) {
    long value = number.value();
    return switch (kind) {
      case "more" -> Optional.of(Count.moreThan(value));
      case "less" -> Optional.of(new Count(value, 0, value));
      case "about" -> Optional.of(value < 10 ? Count.about(value, 1) : Count.about(value));
      default -> Optional.of(Count.exactly(value));
    };
  }

  private Count boundsAfter(int at, Count count) {
    return lattice
        .find(at, "bound")
        .filter(m -> m.entry().lemma().equals("more") && !m.feature("after").isEmpty())
        .map(m -> Count.moreThan(count.said()))
        .orElse(count);
  }

  private boolean isPercent(int at) {
    return passage.norm(at).equals("%") || lattice.has(at, "percent");
  }

  private int withoutNumber(int at, Mention vague) {
    Optional<Mention> unit = nouns.unitAfter(vague.range().to());
    if (unit.isPresent()) {
      add(at, unit.get(), Optional.empty());
      return unit.get().range().to();
    }
    return vague.range().to();
  }

  private int byItself(int at, Mention unit) {
    int after = unit.range().to();
    if (isTwo(after) && isDual(after - 1)) {
      Range both = new Range(at, after + 1);
      Mention pair = new Mention(unit.type(), both, unit.entry(), unit.form(), unit.meaning());
      add(at, pair, Optional.of(Count.exactly(2)));
      return after + 1;
    }
    String number = unit.feature("n");
    boolean indefinite = !unit.form().article() && unit.form().preposition().isEmpty();
    if (!number.isEmpty() && indefinite && !lattice.covers(at, "office")) {
      add(at, unit, Optional.of(Count.exactly(Long.parseLong(number))));
      return unit.range().to();
    }
    if (number.equals("1") && unit.form().article() && unit.feature("kind").equals("person")) {
      Quantity one = quantity(Count.exactly(1), unit.entry().lemma(), unit.feature("victims"));
      lattice.add(Mention.of("qty.the", unit.range(), unit.entry(), one));
    }
    if (number.isEmpty() && indefinite && nouns.isPairOrPlural(unit)) {
      Quantity two = quantity(Count.exactly(2), unit.entry().lemma(), unit.feature("victims"));
      lattice.add(Mention.of("qty.pair", unit.range(), unit.entry(), two));
    }
    return at + 1;
  }

  private boolean isDual(int at) {
    return passage.norm(at).endsWith("ين") || passage.norm(at).endsWith("ان");
  }

  /** Arabic may say "two" after a dual that is written like a plural. */
  private boolean isTwo(int at) {
    return passage.norm(at).startsWith("اثن")
        && lattice.find(at, "number").filter(m -> m.feature("value").equals("2")).isPresent();
  }

  private void add(int from, Mention unit, Optional<Count> count) {
    String kind = unit.feature("kind");
    Quantity quantity = new Quantity(count, unit.entry().lemma(), unit.feature("victims"));
    Range range = new Range(from, unit.range().to());
    lattice.add(Mention.of("qty." + kind, range, unit.entry(), quantity));
    lattice.add(Mention.of("qty", range, unit.entry(), quantity));
  }

  private static Quantity quantity(Count count, String unit, String victims) {
    return new Quantity(Optional.of(count), unit, victims);
  }
}
