package org.truce.mechanism;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of a mechanism.
 *
 * @param path where it is
 */
record Folder(Path path) {

  Path ledger() {
    return path.resolve("ledger");
  }

  Path projection() {
    return path.resolve("projection.db");
  }

  /** The keys and the last signed checkpoint stand beside the data, not in it. */
  Path keys() {
    Path whole = path.toAbsolutePath().normalize();
    return whole.resolveSibling(whole.getFileName() + ".keys");
  }

  /** Somebody else holds the folder. */
  static final class HeldException extends MechanismException {
    private static final long serialVersionUID = 1L;

    HeldException(String message) {
      super(message);
    }
  }

  /**
   * Takes the folder for this process until the lock is closed.
   *
   * @throws HeldException when another process has it, saying which
   */
  Lock lock() {
    try {
      Files.createDirectories(path);
      Path file = path.resolve("lock");
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      @Nullable FileLock lock = taken(channel);
      if (lock == null) {
        channel.close();
        throw new HeldException(
            "%s is held by %s; end that one first".formatted(path, Files.readString(file).strip()));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder().getBytes(StandardCharsets.UTF_8)), 0);
      return new Lock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + path, e);
    }
  }

  private static @Nullable FileLock taken(FileChannel channel) throws IOException {
    try {
      // One byte far behind the text, so that others can read who holds it on every system.
      return channel.tryLock(1L << 40, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder() {
    ProcessHandle self = ProcessHandle.current();
    return "process %d (%s)".formatted(self.pid(), self.info().command().orElse("java"));
  }

  /** The folder is this process's own while this is open. */
  record Lock(FileChannel channel) implements AutoCloseable {
    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot leave the folder", e);
      }
    }
  }
}
