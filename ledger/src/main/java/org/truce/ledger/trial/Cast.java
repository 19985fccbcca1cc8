package org.truce.ledger.trial;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.tree.Malformed;

/**
 * The keys of an exercise, the same for the same seed: a log, three witnesses of which two must
 * cosign, two people.
 */
record Cast(SigningKey log, List<SigningKey> witnesses, List<SigningKey> people) {

  /** Chance that can be repeated; for exercises only. */
  private static final class Repeatable extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final Random random;

    Repeatable(long seed) {
      random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      random.nextBytes(bytes);
    }
  }

  static Cast of(long seed) {
    SecureRandom random = new Repeatable(seed);
    return new Cast(
        SigningKey.generate("truce.example/exercise", false, random),
        Stream.of("state-a.example/w", "state-b.example/w", "un.example/w")
            .map(name -> SigningKey.generate(name, true, random))
            .toList(),
        Stream.of("a", "b").map(name -> SigningKey.generate(name, false, random)).toList());
  }

  Policy policy() {
    StringBuilder file = new StringBuilder("log " + log.verifier() + "\ngroup q 2 a b c\n");
    for (int i = 0; i < witnesses.size(); i++) {
      file.insert(0, "witness " + "abc".charAt(i) + " " + witnesses.get(i).verifier() + "\n");
    }
    try {
      return Policy.parse(file + "quorum q\n");
    } catch (Malformed e) {
      throw new IllegalStateException(e);
    }
  }
}
