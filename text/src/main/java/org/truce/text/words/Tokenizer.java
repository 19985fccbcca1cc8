package org.truce.text.words;

import java.util.ArrayList;
import java.util.List;
import org.truce.text.words.Token.Form;
import org.truce.text.words.Token.Kind;

/** Cuts the visible parts of a document into tokens, in one pass. */
public final class Tokenizer {
  private static final int LONGEST_WORD = 60;

  private final String document;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(String document) {
    this.document = document;
  }

  /** Returns the tokens of the visible parts, in order. */
  public static List<Token> tokens(String document, List<Span> visible) {
    Tokenizer tokenizer = new Tokenizer(document);
    visible.forEach(tokenizer::read);
    return tokenizer.tokens;
  }

  private void read(Span part) {
    int at = part.start();
    while (at < part.end()) {
      char c = document.charAt(at);
      int end = at + 1;
      if (Character.isLetter(c)) {
        end = endOfWord(at, part.end());
        word(at, end);
      } else if (Character.isDigit(c)) {
        end = endOfNumber(at, part.end());
        add(at, end, Kind.NUMBER);
      } else if (c == '\n') {
        add(at, end, Kind.LINE_END);
      } else if (!Character.isWhitespace(c) && !Folding.isIgnored(c) && c != 0xA0) {
        add(at, end, Kind.MARK);
      }
      at = end;
    }
  }

  private int endOfWord(int at, int limit) {
    int end = at;
    while (end < limit && (isInWord(document.charAt(end)) || isApostrophe(end, limit))) {
      end++;
    }
    return end;
  }

  private static boolean isInWord(char c) {
    return Character.isLetter(c) || Folding.isIgnored(c) || Character.isSurrogate(c);
  }

  private boolean isApostrophe(int at, int limit) {
    char c = document.charAt(at);
    return (c == '\'' || c == '’' || c == 'ʼ')
        && at + 1 < limit
        && Character.isLetter(document.charAt(at + 1));
  }

  private int endOfNumber(int at, int limit) {
    int end = at;
    while (end < limit && (isInNumber(document.charAt(end)) || joinsDigits(end, limit))) {
      end++;
    }
    return end;
  }

  private static boolean isInNumber(char c) {
    return Character.isDigit(c) || Folding.isIgnored(c);
  }

  private boolean joinsDigits(int at, int limit) {
    return ".,:٬٫\u00A0\u202F".indexOf(document.charAt(at)) >= 0
        && at + 1 < limit
        && Character.isDigit(document.charAt(at + 1));
  }

  private void word(int start, int end) {
    String text = document.substring(start, Math.min(end, start + LONGEST_WORD));
    String norm = Folding.fold(text);
    if (norm.endsWith("'s") && norm.length() > 2) {
      add(start, end - 2, Kind.WORD);
      add(end - 2, end, Kind.WORD);
    } else {
      add(start, end, Kind.WORD);
    }
  }

  private void add(int start, int end, Kind kind) {
    String text = document.substring(start, Math.min(end, start + LONGEST_WORD));
    String norm = Folding.fold(text);
    boolean arabic = kind == Kind.WORD && !norm.isEmpty() && isArabic(norm.charAt(0));
    List<Form> forms =
        arabic ? ArabicForms.of(norm) : List.of(new Form(norm, false, "", false, false));
    boolean capital = Character.isUpperCase(document.charAt(start));
    tokens.add(new Token(new Span(start, end), kind, norm, forms, capital));
  }

  private static boolean isArabic(char c) {
    return c >= 0x0600 && c <= 0x06FF;
  }
}
