package org.truce.text.words;

import java.util.List;

/**
 * A word, number or mark of a document.
 *
 * @param span where it stands
 * @param kind what it is
 * @param norm its lookup form
 * @param forms the lookup form and those left after taking off what Arabic writes together with it
 * @param capital whether it begins with a capital
 */
public record Token(Span span, Kind kind, String norm, List<Form> forms, boolean capital) {
  public Token {
    forms = List.copyOf(forms);
  }

  /** What a token is. */
  public enum Kind {
    WORD,
    NUMBER,
    MARK,
    LINE_END
  }

  /**
   * A way to look a word up.
   *
   * @param text the form
   * @param conjunction whether "and" or "so" was taken off
   * @param preposition the preposition that was taken off, or empty
   * @param future whether the mark of the future was taken off
   * @param article whether the article was taken off
   */
  public record Form(
      String text, boolean conjunction, String preposition, boolean future, boolean article) {}

  /** Returns whether the token is that mark or word. */
  public boolean is(String text) {
    return norm.equals(text);
  }

  /** Returns whether it is a word. */
  public boolean isWord() {
    return kind == Kind.WORD;
  }

  /** Returns whether "and" is written together with the word, as far as letters can tell. */
  public boolean beginsWithAnd() {
    return norm.length() > 3 && norm.charAt(0) == 'و';
  }
}
