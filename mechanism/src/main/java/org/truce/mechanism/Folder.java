package org.truce.mechanism;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The data folder of a mechanism.
 *
 * @param path where it is
 */
record Folder(Path path) {
  /**
   * What this process holds. Asking the system is not enough: closing a second channel of a locked
   * file gives up the lock of the whole process (POSIX fcntl).
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  Path ledger() {
    return path.resolve("ledger");
  }

  Path projection() {
    return path.resolve("projection.db");
  }

  Path snapshot() {
    return path.resolve("projection.snapshot");
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
   * @throws HeldException when another process has it, saying which, or this one already
   */
  Lock lock() {
    try {
      Files.createDirectories(path);
      Path whole = path.toRealPath();
      if (!HELD.add(whole)) {
        throw new HeldException("%s is held by this %s already".formatted(path, holder()));
      }
      try {
        return new Lock(taken(whole.resolve("lock")), whole);
      } catch (IOException | RuntimeException e) {
        HELD.remove(whole);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + path, e);
    }
  }

  private FileChannel taken(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    // One byte far behind the text, so that others can read who holds it on every system.
    if (channel.tryLock(1L << 40, 1, false) == null) {
      channel.close();
      throw new HeldException(
          "%s is held by %s; end that one first".formatted(path, Files.readString(file).strip()));
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder().getBytes(StandardCharsets.UTF_8)), 0);
    return channel;
  }

  private static String holder() {
    ProcessHandle self = ProcessHandle.current();
    return "process %d (%s)".formatted(self.pid(), self.info().command().orElse("java"));
  }

  /** The folder is this process's own while this is open. */
  record Lock(FileChannel channel, Path folder) implements AutoCloseable {
    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot leave the folder", e);
      } finally {
        HELD.remove(folder);
      }
    }
  }
}
