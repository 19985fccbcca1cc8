package org.truce.text.words;

/**
 * Folds a word to the form under which it is looked up.
 *
 * <p>Marks (tashkeel), tatweel and format characters (bidi controls, zero-width characters, tags)
 * are left out; the variants of alif, ya and ta marbuta become one; digits of all scripts become
 * European; capitals become small. Letters of other scripts that look alike are <em>not</em> made
 * equal: a forged word must not match.
 */
public final class Folding {
  private static final char TATWEEL = 'ـ';

  private Folding() {}

  /** Returns the lookup form. */
  public static String fold(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!isIgnored(c)) {
        folded.append(fold(c));
      }
    }
    return folded.toString();
  }

  /** Returns whether the character has no part in the lookup form. */
  public static boolean isIgnored(char c) {
    if (c < 0x300) {
      return c == 0xAD;
    }
    int type = Character.getType(c);
    return c == TATWEEL || type == Character.NON_SPACING_MARK || type == Character.FORMAT;
  }

  private static char fold(char c) {
    if (c < 0x80) {
      return Character.toLowerCase(c);
    }
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى', 'ئ', 'ی' -> 'ي';
      case 'ؤ' -> 'و';
      case 'ة' -> 'ه';
      case 'ک' -> 'ك';
      case '’', 'ʼ', '‘' -> '\'';
      case '٫' -> '.';
      case '٬' -> ',';
      default -> {
        int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
        yield digit >= 0 ? (char) ('0' + digit) : Character.toLowerCase(c);
      }
    };
  }
}
