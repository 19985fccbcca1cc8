package org.truce.ledger.trial;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.truce.ledger.storage.Storage;
import org.truce.ledger.storage.StoredFile;

/**
 * The seeded bug: a storage that says it forced and did not. Shows that a campaign would notice.
 */
record Unforced(Storage real) implements Storage {
  @Override
  public List<String> list(String folder) throws IOException {
    return real.list(folder);
  }

  @Override
  public StoredFile create(String path) throws IOException {
    return new UnforcedFile(real.create(path));
  }

  @Override
  public StoredFile open(String path) throws IOException {
    return new UnforcedFile(real.open(path));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    real.rename(from, to);
  }

  @Override
  public void delete(String path) throws IOException {
    real.delete(path);
  }

  @Override
  public void forceFolder(String folder) {}

  @Override
  public Optional<byte[]> find(String path, int limit) throws IOException {
    return real.find(path, limit);
  }

  @Override
  public Closeable hold(String path) throws IOException {
    return real.hold(path);
  }

  private record UnforcedFile(StoredFile real) implements StoredFile {
    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      real.append(bytes);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return real.read(target, position);
    }

    @Override
    public void force() {}

    @Override
    public void truncate(long size) throws IOException {
      real.truncate(size);
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
