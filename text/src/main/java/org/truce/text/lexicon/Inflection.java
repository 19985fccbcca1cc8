package org.truce.text.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes out the Arabic forms of a word of the vocabulary, so that a table lists a word once.
 *
 * <p>Features of a row: {@code conj=yes}: verbs, each spelling the third person masculine, perfect
 * or (beginning with ي) imperfect; {@code encl=yes}: with the pronouns that are written together
 * with a word; {@code dual=yes}: singular nouns, whose dual counts two. Of several words only the
 * first is inflected. Forms that do not exist do no harm: nobody writes them.
 */
final class Inflection {
  private static final List<String> PRONOUNS = List.of("ه", "ها", "هم", "هما", "نا");

  private Inflection() {}

  /** Returns the further spellings of a row with their entries. */
  static Map<String, Entry> of(String spelling, Entry entry) {
    int blank = spelling.indexOf(' ');
    String first = blank < 0 ? spelling : spelling.substring(0, blank);
    String rest = blank < 0 ? "" : spelling.substring(blank);
    Map<String, Entry> forms = new LinkedHashMap<>();
    List<String> verbs = isSet(entry, "conj") ? verbs(first) : List.of();
    verbs.forEach(form -> forms.put(form + rest, entry));
    if (isSet(entry, "encl")) {
      withPronouns(first).forEach(form -> forms.put(form + rest, entry));
      verbs.stream()
          .filter(form -> !form.endsWith("ا"))
          .flatMap(form -> withPronouns(form).stream())
          .forEach(form -> forms.put(form + rest, entry));
    }
    if (isSet(entry, "dual")) {
      duals(first).forEach(form -> forms.put(form + rest, two(entry)));
    }
    return forms;
  }

  private static boolean isSet(Entry entry, String feature) {
    return "yes".equals(entry.features().get(feature));
  }

  private static Entry two(Entry entry) {
    Map<String, String> features = new LinkedHashMap<>(entry.features());
    features.put("n", "2");
    return new Entry(entry.type(), entry.lemma(), features);
  }

  private static List<String> verbs(String verb) {
    String stem = verb.endsWith("ى") ? verb.substring(0, verb.length() - 1) : verb;
    boolean weak = !stem.equals(verb);
    if (verb.startsWith("ي")) {
      boolean open = verb.endsWith("ي") || weak;
      String bare = open ? verb.substring(0, verb.length() - 1) : verb;
      String dual = (weak ? stem + "ي" : verb) + "ان";
      return List.of("ت" + verb.substring(1), bare + "ون", dual, "ت" + dual.substring(1));
    }
    return weak
        ? List.of(stem + "ت", stem + "وا", stem + "تا", stem + "ينا")
        : List.of(stem + "ت", stem + "وا", stem + "ا", stem + "تا", stem + "نا");
  }

  private static List<String> withPronouns(String word) {
    String stem = word;
    if (word.endsWith("ة")) {
      stem = word.substring(0, word.length() - 1) + "ت";
    } else if (word.endsWith("ى")) {
      stem = word.substring(0, word.length() - 1) + "ا";
    } else if (word.endsWith("وا")) {
      stem = word.substring(0, word.length() - 1);
    } else if (word.endsWith("اء")) {
      stem = word.substring(0, word.length() - 1) + "ئ";
    }
    List<String> forms = new ArrayList<>();
    for (String pronoun : PRONOUNS) {
      forms.add(stem + pronoun);
    }
    return forms;
  }

  /** Dual, free and before another noun; of the latter only what cannot be read otherwise. */
  private static List<String> duals(String noun) {
    if (noun.endsWith("ة")) {
      String stem = noun.substring(0, noun.length() - 1) + "ت";
      return List.of(stem + "ان", stem + "ين", stem + "ا", stem + "ي");
    }
    String stem = noun.endsWith("ى") ? noun.substring(0, noun.length() - 1) + "ي" : noun;
    return List.of(stem + "ان", stem + "ين");
  }
}
