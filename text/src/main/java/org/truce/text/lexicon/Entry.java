package org.truce.text.lexicon;

import java.util.Map;

/**
 * A row of a vocabulary table.
 *
 * @param type class under which rules name it
 * @param lemma what it stands for
 * @param features further properties by name
 */
public record Entry(String type, String lemma, Map<String, String> features) {
  public Entry {
    features = Map.copyOf(features);
  }

  /** Returns the value of a feature, or an empty text. */
  public String feature(String name) {
    return features.getOrDefault(name, "");
  }
}
