package org.truce.incident;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The five-character pieces of a text, by which copies are found in Arabic, English, Ukrainian and
 * Russian: case, accents, Arabic vowel marks and lengthening, the forms of alef and yeh, and the
 * letters that are often exchanged (ё, ґ, apostrophes) make no difference.
 */
final class Shingles {
  private static final int LENGTH = 5;
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640'’ʼ`]");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Shingles() {}

  static String normalised(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String letters =
        plain
            .toLowerCase(Locale.ROOT)
            .replace('أ', 'ا')
            .replace('إ', 'ا')
            .replace('آ', 'ا')
            .replace('ى', 'ي')
            .replace('ة', 'ه')
            .replace('ґ', 'г');
    return NOT_LETTERS.matcher(letters).replaceAll(" ").strip();
  }

  static Set<String> of(String text) {
    String plain = normalised(text);
    Set<String> shingles = new TreeSet<>();
    for (int i = 0; i + LENGTH <= plain.length(); i++) {
      shingles.add(plain.substring(i, i + LENGTH));
    }
    return shingles;
  }

  /** Returns the share of the smaller set that the other has too, in thousandths. */
  static int containment(Set<String> one, Set<String> other) {
    Set<String> smaller = one.size() <= other.size() ? one : other;
    Set<String> larger = smaller.equals(one) ? other : one;
    return smaller.isEmpty()
        ? 0
        : (int) (1_000 * smaller.stream().filter(larger::contains).count() / smaller.size());
  }
}
