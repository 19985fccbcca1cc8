package org.truce.ledger.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The operating system's files. */
public final class OsStorage implements Storage {
  /**
   * What this process holds. The system's lock alone is not enough: closing a second channel of a
   * locked file gives up the lock of the whole process (POSIX fcntl).
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path root;

  /** Keeps files below a folder, which is made if it is not there. */
  public OsStorage(Path root) throws IOException {
    this.root = root;
    makeFolders(root.toAbsolutePath());
  }

  @Override
  public List<String> list(String folder) throws IOException {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    }
  }

  @Override
  public StoredFile create(String path) throws IOException {
    Path file = root.resolve(path).toAbsolutePath();
    makeFolders(java.util.Objects.requireNonNull(file.getParent()));
    return new OsFile(
        path,
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE));
  }

  @Override
  public StoredFile open(String path) throws IOException {
    return new OsFile(
        path,
        FileChannel.open(root.resolve(path), StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String path) throws IOException {
    Files.deleteIfExists(root.resolve(path));
  }

  @Override
  public void forceFolder(String folder) throws IOException {
    force(root.resolve(folder));
  }

  @Override
  public Optional<byte[]> find(String path, int limit) throws IOException {
    Path file = root.resolve(path);
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new IOException(file + ": longer than " + limit + " bytes");
      }
      return Optional.of(bytes);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Closeable hold(String path) throws IOException {
    Path file = root.toRealPath().resolve(path);
    if (!HELD.add(file)) {
      throw held(file);
    }
    try {
      FileChannel channel = locked(file);
      return () -> {
        try {
          channel.close();
        } finally {
          HELD.remove(file);
        }
      };
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw held(file);
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static IOException held(Path file) {
    return new IOException(
        file + " is held: this ledger is open already, here or in another process; stop it first");
  }

  /** Makes folders so that their names survive a loss of power. */
  private static void makeFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path above = folder.getParent();
    if (above != null) {
      makeFolders(above);
    }
    Files.createDirectories(folder);
    if (above != null) {
      force(above);
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private record OsFile(String path, FileChannel channel) implements StoredFile {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      long at = channel.size();
      try {
        while (bytes.hasRemaining()) {
          at += channel.write(bytes, at);
        }
      } catch (IOException e) {
        if (String.valueOf(e.getMessage()).contains("No space left")) {
          throw new NoSpace(path);
        }
        throw e;
      }
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      int start = target.position();
      long at = position;
      while (target.hasRemaining()) {
        int read = channel.read(target, at);
        if (read < 0) {
          break;
        }
        at += read;
      }
      return target.position() - start;
    }

    @Override
    public void force() throws IOException {
      channel.force(false);
    }

    @Override
    public void truncate(long size) throws IOException {
      channel.truncate(size);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
