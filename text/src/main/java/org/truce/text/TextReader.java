package org.truce.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.gazetteer.Gazetteer;
import org.truce.text.claims.Extractor;
import org.truce.text.claims.TextClaim;
import org.truce.text.lexicon.Language;
import org.truce.text.rules.RuleSet;

/** Reads texts in every language that is known; safe for use by several threads. */
public final class TextReader {
  private final Map<String, Extractor> extractors = new HashMap<>();
  private final Map<String, RuleSet> rules = new HashMap<>();

  /** Loads vocabulary and rules. */
  public TextReader(Gazetteer gazetteer) {
    for (String code : Language.CODES) {
      RuleSet set = RuleSet.load(code);
      rules.put(code, set);
      extractors.put(code, new Extractor(Language.load(code, gazetteer), set));
    }
  }

  /** Returns the rules of a language. */
  public RuleSet rules(String language) {
    return known(rules, language);
  }

  /** Returns the claims of a text in the order of the text. */
  public List<TextClaim> read(String document, String language, LocalDate published) {
    return known(extractors, language).read(document, published);
  }

  private static <T> T known(Map<String, T> values, String language) {
    T found = values.get(language);
    if (found == null) {
      throw new IllegalArgumentException(
          "\"%s\" is not a language that is read: ar, en".formatted(language));
    }
    return found;
  }
}
