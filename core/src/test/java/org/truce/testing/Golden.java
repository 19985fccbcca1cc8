package org.truce.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text that a person has read, kept to be compared. {@code -Dgolden=write} writes it anew; read the
 * difference before committing it.
 */
public final class Golden {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "org", "truce", "assessment");

  private Golden() {}

  /** Fails unless the text is what is kept under that name. */
  public static void matches(String name, String text) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (System.getProperty("golden", "check").equals("write")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
      }
      assertThat(text).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
