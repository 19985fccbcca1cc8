package org.truce.text.lexicon;

import java.util.Optional;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Token.Form;

/**
 * Something found at a position of a passage.
 *
 * @param type class under which rules name it
 * @param range the tokens
 * @param entry the row of vocabulary
 * @param form how the first word was looked up
 * @param meaning what was made of it beyond the row, if anything
 */
public record Mention(String type, Range range, Entry entry, Form form, Optional<Meaning> meaning) {

  private static final Form PLAIN = new Form("", false, "", false, false);

  /** What was made of words beyond their row in a table. */
  public sealed interface Meaning permits Quantity, TimeWords {}

  /** Returns a mention that was put together from others. */
  public static Mention of(String type, Range range, Entry entry, Meaning meaning) {
    return new Mention(type, range, entry, PLAIN, Optional.of(meaning));
  }

  /** Returns a mention of a row, without further meaning. */
  public static Mention of(String type, Range range, Entry entry) {
    return new Mention(type, range, entry, PLAIN, Optional.empty());
  }

  /** Returns the number found, if it is one. */
  public Optional<Quantity> quantity() {
    return meaning.filter(Quantity.class::isInstance).map(Quantity.class::cast);
  }

  /** Returns the time found, if it is one. */
  public Optional<TimeWords> time() {
    return meaning.filter(TimeWords.class::isInstance).map(TimeWords.class::cast);
  }

  /** Returns the value of a feature, or an empty text. */
  public String feature(String name) {
    return entry.feature(name);
  }
}
