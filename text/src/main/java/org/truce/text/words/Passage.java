package org.truce.text.words;

import java.util.List;
import java.util.Optional;

/**
 * A document as tokens, with the sentence, clause and quotation each belongs to.
 *
 * <p>Sentences are cut neither inside a quotation nor after a number; a line always ends one.
 */
public final class Passage {
  private final String document;
  private final List<Token> tokens;
  private final Structure structure;

  /** Sentence, clause and quotation of each token; quotations count from 0, -1 is outside. */
  static final class Structure {
    private final int[] sentence;
    private final int[] clause;
    private final int[] quoteOf;
    private final List<Range> quotes;

    Structure(int[] sentence, int[] clause, int[] quoteOf, List<Range> quotes) {
      this.sentence = sentence;
      this.clause = clause;
      this.quoteOf = quoteOf;
      this.quotes = List.copyOf(quotes);
    }
  }

  /**
   * Tokens in a row.
   *
   * @param from first, inclusive
   * @param to last, exclusive
   */
  public record Range(int from, int to) {
    /** Returns whether the position lies inside. */
    public boolean contains(int at) {
      return from <= at && at < to;
    }

    /** Returns whether both have a token in common. */
    public boolean overlaps(Range other) {
      return from < other.to && other.from < to;
    }
  }

  Passage(String document, List<Token> tokens, Structure structure) {
    this.document = document;
    this.tokens = List.copyOf(tokens);
    this.structure = structure;
  }

  /** Returns the document as received. */
  public String document() {
    return document;
  }

  /** Returns all tokens. */
  public List<Token> tokens() {
    return tokens;
  }

  /** Returns the token at a position. */
  public Token token(int at) {
    return tokens.get(at);
  }

  /** Returns the number of tokens. */
  public int size() {
    return tokens.size();
  }

  /** Returns the lookup form at a position, or an empty text outside the document. */
  public String norm(int at) {
    return at < 0 || at >= tokens.size() ? "" : tokens.get(at).norm();
  }

  /** Returns the sentence of a token. */
  public int sentence(int at) {
    return structure.sentence[at];
  }

  /** Returns the clause of a token. */
  public int clause(int at) {
    return structure.clause[at];
  }

  /** Returns the quotations in order. */
  public List<Range> quotes() {
    return structure.quotes;
  }

  /** Returns the quotation in which the token stands, if it does. */
  public Optional<Range> quoteAt(int at) {
    int quote = structure.quoteOf[at];
    return quote < 0 ? Optional.empty() : Optional.of(structure.quotes.get(quote));
  }

  /** Returns the tokens of the clause in which a token stands. */
  public Range clauseAround(int at) {
    return around(at, structure.clause);
  }

  /** Returns the tokens of the sentence in which a token stands. */
  public Range sentenceAround(int at) {
    return around(at, structure.sentence);
  }

  private static final int WIDEST = 400;

  private Range around(int at, int[] group) {
    int from = at;
    while (from > 0 && at - from < WIDEST && group[from - 1] == group[at]) {
      from--;
    }
    int to = at + 1;
    while (to < group.length && to - at < WIDEST && group[to] == group[at]) {
      to++;
    }
    return new Range(from, to);
  }

  /** Returns where tokens in a row stand in the document; marks at the end are left out. */
  public Span span(Range range) {
    int last = range.to() - 1;
    while (last > range.from() && isTrailing(tokens.get(last))) {
      last--;
    }
    return new Span(tokens.get(range.from()).span().start(), tokens.get(last).span().end());
  }

  private static boolean isTrailing(Token token) {
    return token.kind() == Token.Kind.LINE_END
        || (token.kind() == Token.Kind.MARK && ".,،:؛;".contains(token.norm()));
  }

  /** Returns the words of tokens in a row, verbatim. */
  public String text(Range range) {
    return range.from() >= range.to() ? "" : span(range).of(document);
  }
}
