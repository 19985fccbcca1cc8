package org.truce.text.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.truce.text.lexicon.Lattice;
import org.truce.text.lexicon.Mention;
import org.truce.text.words.Folding;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Token.Form;

/**
 * A sequence of elements, separated by blanks: classes ({@code a|b}), words in quotes ({@code
 * 'of'}), {@code quote} (a quotation), {@code rest} (up to the end of the clause), {@code words3}
 * (one to three words). {@code before2} (up to two words before, without moving on). {@code =name}
 * keeps an element, {@code ?} lets it be absent, {@code ~4} allows up to four tokens between,
 * {@code !a} forbids a class there. {@code a^}: no "and" is written together with the word; {@code
 * a+}: the mark of the future is.
 */
public final class Pattern {
  private static final int MOST_STEPS = 3_000;
  private static final List<String> CASUALTY_VERBS =
      List.of("ev.kill.v", "ev.kill.n", "ev.kill.pp", "ev.injure.v", "ev.injure.n", "ev.injure.pp");

  private static final Set<String> PEOPLE = Set.of("ev.kill.pp", "ev.injure.pp", "qty.person");

  private record Element(
      List<String> choices, String name, boolean optional, int gap, boolean not, boolean people) {}

  /**
   * What a pattern matched.
   *
   * @param range all of it
   * @param kept elements with names
   * @param mentions the mentions behind them
   */
  public record Match(Range range, Map<String, Range> kept, Map<String, Mention> mentions) {}

  private final List<Element> elements = new ArrayList<>();

  private Pattern() {}

  /** Reads a pattern. */
  public static Pattern parse(String text) {
    Pattern pattern = new Pattern();
    int gap = 0;
    for (String part : text.strip().split("\\s+", -1)) {
      if (part.startsWith("~")) {
        gap = Integer.parseInt(part.substring(1));
        if (gap > 14) {
          throw new IllegalArgumentException("a gap has at most 14 tokens: " + text);
        }
        continue;
      }
      boolean not = part.startsWith("!");
      boolean optional = part.endsWith("?");
      String body = part.substring(not ? 1 : 0, part.length() - (optional ? 1 : 0));
      String[] sides = body.split("=", 2);
      List<String> choices = Arrays.stream(sides[0].split("\\|", -1)).map(Pattern::folded).toList();
      pattern.elements.add(
          new Element(
              choices,
              sides.length > 1 ? sides[1] : "",
              optional,
              gap,
              not,
              choices.stream().map(Pattern::type).anyMatch(PEOPLE::contains)));
      gap = 0;
    }
    return pattern;
  }

  /** Returns the classes and quoted words with which a match can begin. */
  List<String> triggers() {
    return elements.stream()
        .filter(e -> !e.optional() && !e.choices().getFirst().startsWith("before"))
        .findFirst()
        .orElseThrow()
        .choices()
        .stream()
        .map(Pattern::type)
        .toList();
  }

  private static String type(String choice) {
    boolean marked = choice.endsWith("^") || choice.endsWith("+");
    return marked ? choice.substring(0, choice.length() - 1) : choice;
  }

  private static String folded(String choice) {
    return choice.startsWith("'") ? Folding.fold(choice) : choice;
  }

  /** Returns the shortest-gap match that begins at a token. */
  Optional<Match> at(Lattice lattice, int at) {
    return new Attempt(lattice, lattice.passage().sentenceAround(at)).from(at);
  }

  private final class Attempt {
    private final Lattice lattice;
    private final Passage passage;
    private final Range sentence;
    private final Map<String, Range> kept = new HashMap<>();
    private final Map<String, Mention> mentions = new HashMap<>();
    private int steps;

    Attempt(Lattice lattice, Range sentence) {
      this.lattice = lattice;
      this.passage = lattice.passage();
      this.sentence = sentence;
    }

    Optional<Match> from(int at) {
      int end = match(0, at);
      return end < 0
          ? Optional.empty()
          : Optional.of(new Match(new Range(at, end), Map.copyOf(kept), Map.copyOf(mentions)));
    }

    /** Returns the token after the match, or -1. */
    private int match(int index, int at) {
      if (index == elements.size()) {
        return at;
      }
      Element element = elements.get(index);
      int limit = Math.min(sentence.to(), at + element.gap() + 1);
      for (int start = at; start < limit; start++) {
        boolean passes = start > at && isOther(element, start - 1);
        if (crossesClause(at, start) || passes) {
          break;
        }
        int end = tryAt(index, element, start);
        if (end >= 0) {
          return end;
        }
      }
      return element.optional() ? match(index + 1, at) : -1;
    }

    private boolean crossesClause(int from, int to) {
      return to > from && from > 0 && passage.clause(to) != passage.clause(from - 1);
    }

    private int tryAt(int index, Element element, int start) {
      if (++steps > MOST_STEPS) {
        return -1;
      }
      if (element.choices().getFirst().startsWith("before")) {
        return before(index, element, start);
      }
      if (element.not()) {
        return element.choices().stream().anyMatch(c -> end(c, start) > 0)
            ? -1
            : match(index + 1, start);
      }
      for (String choice : element.choices()) {
        int to = end(choice, start);
        if (to > start) {
          int end = match(index + 1, to);
          if (end >= 0) {
            keep(element, type(choice), new Range(start, to));
            return end;
          }
        }
      }
      return -1;
    }

    /** Keeps the words before, past a comma, without moving on. */
    private int before(int index, Element element, int start) {
      int to =
          passage.norm(start - 1).equals("،") || passage.norm(start - 1).equals(",")
              ? start - 1
              : start;
      int most = Integer.parseInt(element.choices().getFirst().substring(6));
      int from = to;
      while (from > sentence.from() && to - from < most && passage.token(from - 1).isWord()) {
        from--;
      }
      int end = from < to ? match(index + 1, start) : -1;
      if (end >= 0) {
        kept.put(element.name(), new Range(from, to));
      }
      return end;
    }

    private void keep(Element element, String choice, Range range) {
      if (!element.name().isEmpty()) {
        kept.put(element.name(), range);
        lattice.find(range.from(), choice).ifPresent(m -> mentions.put(element.name(), m));
      }
    }

    private int end(String choice, int start) {
      if (choice.startsWith("'")) {
        String word = choice.substring(1, choice.length() - 1);
        return start < passage.size()
                && passage.token(start).forms().stream().anyMatch(f -> f.text().equals(word))
            ? start + 1
            : -1;
      }
      if (choice.equals("rest")) {
        return Clauses.endOfPhrase(passage, start);
      }
      if (choice.equals("quote")) {
        return passage.quoteAt(start).filter(q -> q.from() == start).map(Range::to).orElse(-1);
      }
      if (choice.startsWith("words")) {
        return Clauses.endOfWords(lattice, start, Integer.parseInt(choice.substring(5)));
      }
      char last = choice.charAt(choice.length() - 1);
      if (last == '^' || last == '+') {
        return endOf(choice, start, last == '^' ? form -> !form.conjunction() : Form::future);
      }
      return lattice.find(start, choice).map(m -> m.range().to()).orElse(-1);
    }

    private int endOf(String choice, int start, Predicate<Form> allowed) {
      return lattice
          .find(start, type(choice))
          .filter(m -> allowed.test(m.form()))
          .map(m -> m.range().to())
          .orElse(-1);
    }

    /**
     * "Killed three and wounded", "31 people and 12 wounded": what the second verb or number says
     * does not belong to the first.
     */
    private boolean isOther(Element element, int at) {
      if (!element.people()) {
        return false;
      }
      if (element.gap() <= 3 && lattice.has(at, "qty")) {
        return true;
      }
      for (String verb : CASUALTY_VERBS) {
        if (lattice.find(at, verb).filter(m -> m.form().conjunction()).isPresent()) {
          return true;
        }
      }
      return false;
    }
  }
}
