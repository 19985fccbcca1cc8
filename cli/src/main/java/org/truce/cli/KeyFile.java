package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.truce.mechanism.Signing;

/**
 * A person's key on disk: one line for the public part, one for the secret part. It belongs on the
 * person's own medium, not in the data folder.
 */
record KeyFile(Path path) {

  /** Reads the key. */
  Signing.Key read() {
    try {
      List<String> lines = Files.readAllLines(path);
      if (lines.size() >= 2
          && lines.get(0).startsWith("public ")
          && lines.get(1).startsWith("secret ")) {
        return new Signing.Key(lines.get(0).substring(7), lines.get(1).substring(7));
      }
    } catch (IOException e) {
      throw new UnusableInput("cannot read the key %s: %s".formatted(path, Reason.of(e)));
    }
    throw new UnusableInput("%s is no key: make one with truce act key FILE".formatted(path));
  }

  /** Makes a new key; a file that is there is never written over. */
  Signing.Key create() {
    Signing.Key key = Signing.generate();
    try {
      Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
      Files.createFile(path);
      if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(path, "public %s%nsecret %s%n".formatted(key.id(), key.secret()));
      return key;
    } catch (IOException e) {
      throw new UnusableInput("cannot write the key %s: %s".formatted(path, Reason.of(e)));
    }
  }
}
