package org.truce.text.lexicon;

import java.util.Optional;
import java.util.regex.Pattern;
import org.truce.text.words.Passage;
import org.truce.text.words.Token;
import org.truce.text.words.Token.Kind;

/**
 * Reads numbers in digits of any script and in words.
 *
 * <p>Number words are rows of class {@code number} with {@code value} and {@code scale}: {@code
 * unit}, {@code ten}, {@code hundred} or {@code multiple} (thousand, million).
 */
final class Numbers {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,10}");
  private static final Pattern SCALED = Pattern.compile("\\d{1,4}\\.\\d{1,2}");
  private static final Pattern SET_APART = Pattern.compile("\\d{1,3}([.,\\u00A0\\u202F]\\d{3})+");
  private static final long MOST = 10_000_000_000L;

  private Numbers() {}

  /**
   * A number and the token after it.
   *
   * @param value not negative
   * @param to position of the next token
   */
  record Read(long value, int to) {}

  /** Reads the number that begins at a token, if one does. */
  static Optional<Read> at(Lattice lattice, int at) {
    Passage passage = lattice.passage();
    if (at >= passage.size()) {
      return Optional.empty();
    }
    Token token = passage.token(at);
    return token.kind() == Kind.NUMBER ? digits(lattice, at) : words(lattice, at);
  }

  private static Optional<Read> digits(Lattice lattice, int at) {
    String text = lattice.passage().norm(at);
    Optional<Mention> multiple =
        lattice.find(at + 1, "number").filter(m -> m.feature("scale").equals("multiple"));
    if (multiple.isPresent() && SCALED.matcher(text).matches()) {
      long scaled = Math.round(Double.parseDouble(text) * value(multiple.get()));
      return Optional.of(new Read(scaled, at + 2));
    }
    Optional<Long> whole = whole(text);
    if (multiple.isPresent() && whole.isPresent() && whole.get() < 100_000) {
      return Optional.of(new Read(whole.get() * value(multiple.get()), at + 2));
    }
    return whole.map(value -> new Read(value, at + 1));
  }

  /** Reads digits; thousands may be set apart by a comma, a point or a blank. */
  static Optional<Long> whole(String text) {
    if (text.length() > 13) {
      return Optional.empty();
    }
    if (WHOLE.matcher(text).matches()) {
      return Optional.of(Long.parseLong(text));
    }
    if (SET_APART.matcher(text).matches()) {
      return Optional.of(Long.parseLong(text.replaceAll("\\D", "")));
    }
    return Optional.empty();
  }

  private static Optional<Read> words(Lattice lattice, int at) {
    long total = 0;
    long current = 0;
    int next = at;
    long lastScale = Long.MAX_VALUE;
    while (next < lattice.passage().size()) {
      int word = next > at ? skipJoiner(lattice, next) : next;
      Optional<Mention> found = lattice.find(word, "number");
      if (found.isEmpty() || !continues(found.get(), next, at, word)) {
        break;
      }
      long value = value(found.get());
      if (found.get().feature("scale").equals("multiple")) {
        total += Math.max(1, current) * value;
        current = 0;
        lastScale = Long.MAX_VALUE;
      } else if (value == 100 && current > 0 && current < 10) {
        current *= 100;
        lastScale = 100;
      } else if (isTenAfterUnit(found.get(), value, lastScale)
          || (value < lastScale && fits(value, lastScale))) {
        current += value;
        lastScale = value;
      } else {
        break;
      }
      next = found.get().range().to();
      if (total > MOST) {
        return Optional.empty();
      }
    }
    return next == at ? Optional.empty() : Optional.of(new Read(total + current, next));
  }

  /** After the first word, Arabic joins by "and" written together with the word. */
  private static boolean continues(Mention word, int next, int at, int position) {
    return next == at
        || position != next
        || word.form().conjunction()
        || !word.feature("joins").isEmpty()
        || word.feature("scale").equals("multiple")
        || word.feature("value").equals("100");
  }

  private static int skipJoiner(Lattice lattice, int at) {
    return lattice.passage().norm(at).equals("and") || lattice.passage().norm(at).equals("-")
        ? at + 1
        : at;
  }

  /** Arabic says seven and thirty. */
  private static boolean isTenAfterUnit(Mention word, long value, long lastScale) {
    return word.form().conjunction() && lastScale < 10 && value >= 20 && value < 100;
  }

  /** A unit follows a ten or a hundred: it fills what is open. */
  private static boolean fits(long value, long lastScale) {
    return lastScale == Long.MAX_VALUE || lastScale >= 100 || value < 10;
  }

  private static long value(Mention word) {
    return Long.parseLong(word.feature("value"));
  }
}
