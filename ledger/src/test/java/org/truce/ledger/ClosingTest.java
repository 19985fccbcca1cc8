package org.truce.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.storage.Storage;
import org.truce.ledger.storage.StoredFile;

/** A ledger that is closed while a checkpoint is being signed. */
class ClosingTest {
  @TempDir private Path folder = Path.of("");

  /** Files that end an interrupted thread after the new bytes are in place, as channels do. */
  private record Slow(Storage files, AtomicBoolean slow, CountDownLatch replaced)
      implements Storage {
    @Override
    public void replace(String path, byte[] bytes) throws IOException {
      files.replace(path, bytes);
      if (!slow.get()) {
        return;
      }
      replaced.countDown();
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        throw new ClosedByInterruptException();
      }
    }

    @Override
    public List<String> list(String path) throws IOException {
      return files.list(path);
    }

    @Override
    public StoredFile create(String path) throws IOException {
      return files.create(path);
    }

    @Override
    public StoredFile open(String path) throws IOException {
      return files.open(path);
    }

    @Override
    public void rename(String from, String to) throws IOException {
      files.rename(from, to);
    }

    @Override
    public void delete(String path) throws IOException {
      files.delete(path);
    }

    @Override
    public void forceFolder(String path) throws IOException {
      files.forceFolder(path);
    }

    @Override
    public Closeable hold(String path) throws IOException {
      return files.hold(path);
    }

    @Override
    public Optional<byte[]> find(String path, int limit) throws IOException {
      return files.find(path, limit);
    }
  }

  @Test
  void closingWaitsForACheckpointThatIsBeingSigned() throws Exception {
    CountDownLatch signing = new CountDownLatch(1);
    AtomicBoolean slow = new AtomicBoolean();
    Storage keys = new Slow(new OsStorage(folder.resolve("keys")), slow, signing);
    SigningKey key = SigningKey.generate("test.example/log", false, new SecureRandom());
    LockFile lock = new LockFile(keys, "last-signed");
    Ledger ledger = Ledger.open(new OsStorage(folder.resolve("data")), lock, key);
    ledger.publishNow();
    slow.set(true);
    Entry entry = Entry.of("exercise.entry", Instant.EPOCH, Map.of("n", "1"));
    ledger.appendNow(List.of(Stored.of(entry.bytes())), Level.DURABLE);
    signing.await();
    assertThatCode(ledger::close).doesNotThrowAnyException();
    assertThat(lock.head().size()).isEqualTo(1);
  }
}
