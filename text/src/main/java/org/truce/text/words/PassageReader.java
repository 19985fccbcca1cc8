package org.truce.text.words;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Passage.Structure;
import org.truce.text.words.Token.Kind;

/**
 * Finds quotations, sentences and clauses.
 *
 * <p>A quotation that is not closed within its paragraph is none. The words that open a clause are
 * data of the language.
 */
public final class PassageReader {
  private static final int LONGEST_QUOTE = 400;
  private static final String OPENING = "“«„‘”";
  private static final Set<String> ENDS = Set.of(".", "!", "?", "؟", "…", ";", "؛", "•");

  private final Set<String> clauseOpeners;
  private final Set<String> firstOfTwo;

  /** Prepares to read, given the folded words that open a new clause. */
  public PassageReader(Set<String> clauseOpeners) {
    this.clauseOpeners = Set.copyOf(clauseOpeners);
    this.firstOfTwo =
        clauseOpeners.stream()
            .filter(words -> words.contains(" "))
            .map(words -> words.substring(0, words.indexOf(' ')))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads a document; time and memory are linear in its length. */
  public Passage read(String document) {
    List<Token> tokens = Tokenizer.tokens(document, VisibleText.of(document));
    int[] quoteOf = new int[tokens.size()];
    Arrays.fill(quoteOf, -1);
    List<Range> quotes = quotes(tokens, quoteOf);
    int[] sentence = new int[tokens.size()];
    int[] clause = new int[tokens.size()];
    segment(tokens, quoteOf, sentence, clause);
    return new Passage(document, tokens, new Structure(sentence, clause, quoteOf, quotes));
  }

  private static List<Range> quotes(List<Token> tokens, int[] quoteOf) {
    List<Range> quotes = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.LINE_END) {
        open.clear();
      } else if (token.kind() == Kind.MARK) {
        String mark = token.norm();
        if (!open.isEmpty() && closes(tokens.get(open.peek()).norm(), mark)) {
          int from = open.pop() + 1;
          if (open.isEmpty() && from < i && i - from <= LONGEST_QUOTE) {
            Arrays.fill(quoteOf, from, i, quotes.size());
            quotes.add(new Range(from, i));
          }
        } else if (isOpening(mark) && open.size() < 2) {
          open.push(i);
        }
      }
    }
    return quotes;
  }

  private static boolean isOpening(String mark) {
    return mark.equals("\"") || OPENING.contains(mark);
  }

  private static boolean closes(String opening, String mark) {
    return switch (opening) {
      case "\"" -> mark.equals("\"");
      case "«" -> mark.equals("»");
      case "‘" -> mark.equals("'") || mark.equals("’");
      case "„" -> mark.equals("“") || mark.equals("”");
      default -> mark.equals("”") || mark.equals("“");
    };
  }

  private void segment(List<Token> tokens, int[] quoteOf, int[] sentence, int[] clause) {
    int sentences = 0;
    int clauses = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0 && quoteOf[i] < 0 && opensClause(tokens, i)) {
        clauses++;
      }
      sentence[i] = sentences;
      clause[i] = clauses;
      if (endsSentence(tokens, i, quoteOf[i] >= 0)) {
        sentences++;
        clauses++;
      }
    }
  }

  private boolean opensClause(List<Token> tokens, int at) {
    String word = tokens.get(at).norm();
    if (clauseOpeners.contains(word)) {
      return true;
    }
    return at + 1 < tokens.size()
        && firstOfTwo.contains(word)
        && clauseOpeners.contains(word + " " + tokens.get(at + 1).norm());
  }

  private static boolean endsSentence(List<Token> tokens, int at, boolean quoted) {
    Token token = tokens.get(at);
    if (token.kind() == Kind.LINE_END) {
      return true;
    }
    if (quoted || token.kind() != Kind.MARK || !ENDS.contains(token.norm())) {
      return false;
    }
    return !(token.is(".") && isInitial(tokens, at));
  }

  /** A point after one capital letter ("J. Smith") or a short title ("Gen.") ends no sentence. */
  private static boolean isInitial(List<Token> tokens, int at) {
    if (at == 0 || at + 1 >= tokens.size()) {
      return false;
    }
    Token before = tokens.get(at - 1);
    boolean touches = before.span().end() == tokens.get(at).span().start();
    boolean title =
        Set.of("gen", "lt", "col", "maj", "mr", "mrs", "dr", "st").contains(before.norm());
    return touches && before.capital() && (before.norm().length() == 1 || title);
  }
}
