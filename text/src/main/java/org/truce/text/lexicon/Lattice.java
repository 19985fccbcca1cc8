package org.truce.text.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;

/** A passage with everything that was found in it, by the token where it begins. */
public final class Lattice {
  private final Passage passage;
  private final List<List<Mention>> starting;

  /** Begins with nothing found. */
  public Lattice(Passage passage) {
    this.passage = passage;
    this.starting = new ArrayList<>(passage.size());
    for (int i = 0; i < passage.size(); i++) {
      starting.add(List.of());
    }
  }

  /** Returns the passage. */
  public Passage passage() {
    return passage;
  }

  /** Adds a mention; of equal ones of one class the first stays. */
  public void add(Mention mention) {
    List<Mention> here = starting.get(mention.range().from());
    List<Mention> more = new ArrayList<>(here.size() + 1);
    more.addAll(here);
    more.add(mention);
    starting.set(mention.range().from(), more);
  }

  /** Puts what the vocabulary finds at a token. */
  void put(int at, List<Mention> mentions) {
    starting.set(at, mentions);
  }

  /** Returns what begins at a token; nothing outside the passage. */
  public List<Mention> at(int at) {
    return at < 0 || at >= starting.size() ? List.of() : starting.get(at);
  }

  /** Returns the longest mention of a class that begins at a token. */
  public Optional<Mention> find(int at, String type) {
    Mention longest = null;
    for (Mention mention : at(at)) {
      if (mention.type().equals(type)
          && (longest == null || mention.range().to() > longest.range().to())) {
        longest = mention;
      }
    }
    return Optional.ofNullable(longest);
  }

  /** Returns whether a mention of a class begins at a token. */
  public boolean has(int at, String type) {
    return find(at, type).isPresent();
  }

  /** Returns the mentions of a class that begin inside, in order. */
  public List<Mention> within(Range range, String type) {
    List<Mention> found = new ArrayList<>();
    for (int i = range.from(); i < range.to(); i++) {
      find(i, type).ifPresent(found::add);
    }
    return found;
  }

  /** Returns whether a mention of a class holds the token. */
  public boolean covers(int at, String type) {
    for (int i = Math.max(0, at - 6); i <= at; i++) {
      if (find(i, type).filter(mention -> mention.range().contains(at)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
