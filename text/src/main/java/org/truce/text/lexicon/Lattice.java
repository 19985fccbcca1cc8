package org.truce.text.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;

/** A passage with everything that was found in it, by the token where it begins. */
public final class Lattice {
  private final Passage passage;
  private final Mention[][] starting;

  /**
   * One bit for each class that begins at a token, by the hash of its name. A bit that is not set
   * says that the class is not there, which is the answer to nearly every question.
   */
  private final long[] classes;

  private static final Mention[] NOTHING = {};

  /** Begins with nothing found. */
  public Lattice(Passage passage) {
    this.passage = passage;
    this.starting = new Mention[passage.size()][];
    this.classes = new long[passage.size()];
    Arrays.fill(starting, NOTHING);
  }

  /** Returns the passage. */
  public Passage passage() {
    return passage;
  }

  /** Adds a mention; of equal ones of one class the first stays. */
  public void add(Mention mention) {
    int at = mention.range().from();
    Mention[] here = starting[at];
    Mention[] more = Arrays.copyOf(here, here.length + 1);
    more[here.length] = mention;
    starting[at] = more;
    classes[at] |= bit(mention.type());
  }

  /** Puts what the vocabulary finds at a token. */
  void put(int at, List<Mention> mentions) {
    if (!mentions.isEmpty()) {
      starting[at] = mentions.toArray(NOTHING);
      mentions.forEach(mention -> classes[at] |= bit(mention.type()));
    }
  }

  private static long bit(String type) {
    return 1L << ((type.hashCode() * 0x9E3779B9) >>> 26);
  }

  /** Returns what begins at a token; nothing outside the passage. */
  public List<Mention> at(int at) {
    return isOutside(at) ? List.of() : Arrays.asList(starting[at]);
  }

  /** Returns the longest mention of a class that begins at a token. */
  public Optional<Mention> find(int at, String type) {
    if (isOutside(at) || (classes[at] & bit(type)) == 0) {
      return Optional.empty();
    }
    Mention longest = null;
    for (Mention mention : starting[at]) {
      if (mention.type().equals(type)
          && (longest == null || mention.range().to() > longest.range().to())) {
        longest = mention;
      }
    }
    return Optional.ofNullable(longest);
  }

  private boolean isOutside(int at) {
    return at < 0 || at >= starting.length;
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
