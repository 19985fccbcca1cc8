package org.truce.mechanism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.tree.Malformed;

/**
 * The mission's own keys, kept outside the data folder: a copy of the data folder alone opens
 * nothing and signs nothing.
 *
 * @param folder where they are; made when there is none
 */
record Keys(Path folder) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Returns the key that signs the ledger. */
  SigningKey log() {
    String text =
        text("log.key", () -> SigningKey.generate("truce.local/" + hex(8), false, RANDOM).toFile());
    try {
      return SigningKey.parse(text);
    } catch (Malformed e) {
      throw new MechanismException(
          "%s is no key of a ledger: %s".formatted(folder.resolve("log.key"), e.getMessage()), e);
    }
  }

  /** Returns the key under which the keys of payloads are wrapped. */
  byte[] payloads() {
    return bytes("payloads.key");
  }

  /** Returns the key under which submissions are recognised. */
  byte[] intake() {
    return bytes("intake.key");
  }

  private byte[] bytes(String name) {
    String text = text(name, () -> hex(32)).strip();
    if (!text.matches("[0-9a-f]{64}")) {
      throw new MechanismException("%s holds no key".formatted(folder.resolve(name)));
    }
    return HexFormat.of().parseHex(text);
  }

  private static String hex(int bytes) {
    byte[] fresh = new byte[bytes];
    RANDOM.nextBytes(fresh);
    return HexFormat.of().formatHex(fresh);
  }

  private String text(String name, Supplier<String> fresh) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        Path draft = folder.resolve(name + ".new");
        Files.writeString(draft, fresh.get());
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new MechanismException("cannot read the key %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
