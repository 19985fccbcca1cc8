package org.truce.mechanism;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.VerifierKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.Malformed;

/**
 * Who cosigns the record of a mechanism, and how many of them must: the mission's own policy (C2SP
 * tlog-policy). It stands with the keys, outside the data folder, so that whoever can write there
 * cannot do without the witnesses.
 */
public final class Witnesses {
  private static final String FILE = "policy";
  private static final int MAX_BYTES = 1 << 20;

  private Witnesses() {}

  /**
   * Names the witnesses of a mechanism, in place of those before; they are asked from the next
   * start on.
   *
   * @param data data folder
   * @param lines the lines {@code witness}, {@code group} and {@code quorum} of a policy; the line
   *     {@code log} is put before them
   * @throws MechanismException when they are no policy, or no quorum can come: nobody is to be
   *     asked
   */
  public static void name(Path data, String lines) {
    Folder folder = founded(data);
    VerifierKey log = new Keys(folder.keys()).log().verifier();
    String text = "log %s\n%s\n".formatted(log, lines.strip());
    try {
      Policy policy = Policy.parse(text);
      if (policy.witnesses().stream().noneMatch(witness -> witness.url().isPresent())) {
        throw new MechanismException(
            "no witness has an address, so nobody could be asked: witness NAME KEY URL");
      }
      new OsStorage(folder.keys()).replace(FILE, text.getBytes(StandardCharsets.UTF_8));
    } catch (Malformed e) {
      throw new MechanismException(
          "%s (line 1 is the line of the log, put before yours)".formatted(e.getMessage()), e);
    } catch (IOException e) {
      throw new MechanismException("cannot keep the policy: " + e.getMessage(), e);
    }
  }

  /** Returns the policy of a mechanism, or nothing when no witnesses were named. */
  static Optional<Policy> policy(Folder folder) {
    Optional<String> text = text(folder);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Policy.parse(text.get()));
    } catch (Malformed e) {
      throw new MechanismException(
          "%s is damaged: %s".formatted(folder.keys().resolve(FILE), e.getMessage()), e);
    }
  }

  /**
   * Returns the policy for witnesses and readers; without witnesses it names the log alone.
   *
   * @param data data folder of a mechanism that was founded
   * @throws MechanismException when there is none
   */
  public static String forReaders(Path data) {
    Folder folder = founded(data);
    return text(folder)
        .orElseGet(
            () -> "log %s\nquorum none\n".formatted(new Keys(folder.keys()).log().verifier()));
  }

  private static Folder founded(Path data) {
    Folder folder = new Folder(data);
    if (!Files.exists(folder.keys().resolve("log.key"))) {
      throw new MechanismException(
          "%s holds no key of the record: nothing in it could be checked by anybody"
              .formatted(folder.keys()));
    }
    return folder;
  }

  private static Optional<String> text(Folder folder) {
    try {
      return new OsStorage(folder.keys())
          .find(FILE, MAX_BYTES)
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new MechanismException("cannot read the policy: " + e.getMessage(), e);
    }
  }
}
