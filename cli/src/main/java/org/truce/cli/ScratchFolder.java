package org.truce.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that is there as long as a measurement needs it.
 *
 * @param path where it is
 */
record ScratchFolder(Path path) implements AutoCloseable {

  /** Makes one whose name starts so. */
  static ScratchFolder of(String name) throws IOException {
    return new ScratchFolder(Files.createTempDirectory(name));
  }

  /** Deletes it with all that is in it. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
