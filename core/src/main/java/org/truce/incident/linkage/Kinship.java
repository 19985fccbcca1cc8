package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.conduct.Kinds;
import org.truce.conduct.Taxonomy;

/**
 * The kinds of a taxonomy as numbers, and how any two are related. 0 is "not said"; the others
 * follow in the order of the taxonomy.
 */
public final class Kinship {
  /** What was done. */
  public static final Kinship CONDUCT = new Kinship(Taxonomy.CONDUCT);

  /** What it was done to. */
  public static final Kinship TARGETS = new Kinship(Taxonomy.TARGETS);

  static final int SAME = 0;
  static final int WIDER = 1;
  static final int MEETS = 2;
  static final int SIBLINGS = 3;
  static final int APART = 4;
  static final int NOT_SAID = 5;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> codes = new ArrayList<>();
  private final byte[] relations;

  private Kinship(Taxonomy taxonomy) {
    codes.add("");
    codes.addAll(taxonomy.codes());
    for (int i = 0; i < codes.size(); i++) {
      numbers.put(codes.get(i), i);
    }
    relations = new byte[codes.size() * codes.size()];
    for (int i = 0; i < codes.size(); i++) {
      for (int j = 0; j < codes.size(); j++) {
        relations[i * codes.size() + j] = (byte) relation(taxonomy, codes.get(i), codes.get(j));
      }
    }
  }

  private static int relation(Taxonomy taxonomy, String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return NOT_SAID;
    }
    if (one.equals(other)) {
      return SAME;
    }
    Kinds a = taxonomy.mostSpecific(one);
    Kinds b = taxonomy.mostSpecific(other);
    if (a.codes().containsAll(b.codes()) || b.codes().containsAll(a.codes())) {
      return WIDER;
    }
    if (a.meets(b)) {
      return MEETS;
    }
    Optional<String> parent = taxonomy.find(one).flatMap(Taxonomy.Kind::parent);
    boolean siblings =
        parent.isPresent() && parent.equals(taxonomy.find(other).flatMap(Taxonomy.Kind::parent));
    return siblings ? SIBLINGS : APART;
  }

  /**
   * Returns the number of a code.
   *
   * @throws IllegalArgumentException when the taxonomy does not have it
   */
  public int number(String code) {
    Integer number = numbers.get(code);
    if (number == null) {
      throw new IllegalArgumentException("\"%s\" is not a code of the taxonomy".formatted(code));
    }
    return number;
  }

  /** Returns the number of a code, or nothing when the taxonomy does not have it. */
  public Optional<Integer> find(String code) {
    return Optional.ofNullable(numbers.get(code));
  }

  /** Returns the code of a number; empty for 0. */
  public String code(int number) {
    return codes.get(number);
  }

  /** Returns how many numbers there are. */
  public int size() {
    return codes.size();
  }

  int relation(int one, int other) {
    return relations[one * codes.size() + other];
  }
}
