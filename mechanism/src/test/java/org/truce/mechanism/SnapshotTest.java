package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.store.Progress;

/** A start from a snapshot goes on as a start that works through the whole ledger. */
class SnapshotTest {
  @TempDir private Path folder = Path.of("");

  /** The entries of a busy folder, and what they come to. */
  private record Busy(List<byte[]> entries, String digest, Progress progress) {}

  private Busy busy() {
    Path data = folder.resolve("busy");
    Desk.busy(data);
    try (Mechanism mechanism = Desk.open(data)) {
      List<byte[]> entries = new ArrayList<>();
      for (long at = 0; at < mechanism.progress().entries(); at++) {
        entries.add(mechanism.content(at));
      }
      return new Busy(entries, mechanism.digest(), mechanism.progress());
    }
  }

  @Test
  void startedAgainAndAgainFromSnapshotsTheRowsAreTheSame() {
    Busy busy = busy();
    Random random = new Random(7);
    Path data = folder.resolve("again");
    int from = 0;
    long kept = 0;
    while (from < busy.entries().size()) {
      try (Mechanism mechanism = Desk.openEmpty(data)) {
        assertThat(mechanism.held()).isEqualTo(kept);
        int to = Math.min(busy.entries().size(), from + 1 + random.nextInt(30));
        mechanism.feed(busy.entries().subList(from, to));
        if (random.nextInt(3) > 0) {
          mechanism.keep();
          kept = to;
        }
        from = to;
      }
    }
    assertThat(kept).isGreaterThan(300);
    try (Mechanism mechanism = Desk.openEmpty(data)) {
      assertThat(mechanism.progress()).isEqualTo(busy.progress());
      assertThat(mechanism.digest()).isEqualTo(busy.digest());
      assertThat(mechanism.differences()).isEmpty();
    }
  }

  @Test
  void aSnapshotThatIsDamagedOrOfAnotherFolderIsNotUsed() throws IOException {
    Busy busy = busy();
    Path data = folder.resolve("damaged");
    Path snapshot = data.resolve("projection.snapshot");
    try (Mechanism mechanism = Desk.openEmpty(data)) {
      mechanism.feed(busy.entries().subList(0, 200));
      mechanism.keep();
    }
    byte[] whole = Files.readAllBytes(snapshot);
    Random random = new Random(8);
    for (int i = 0; i < 8; i++) {
      byte[] damaged =
          i % 2 == 0 ? whole.clone() : java.util.Arrays.copyOf(whole, whole.length - i);
      damaged[random.nextInt(damaged.length)] ^= 0x10;
      Files.write(snapshot, damaged);
      try (Mechanism mechanism = Desk.openEmpty(data)) {
        assertThat(mechanism.held()).isZero();
      }
    }
    Path other = folder.resolve("other");
    try (Mechanism mechanism = Desk.openEmpty(other)) {
      mechanism.feed(busy.entries().subList(0, 150));
      mechanism.feed(busy.entries().subList(151, 210));
    }
    Files.write(other.resolve("projection.snapshot"), whole);
    try (Mechanism mechanism = Desk.openEmpty(other)) {
      assertThat(mechanism.held()).isZero();
    }
    Files.write(snapshot, whole);
    try (Mechanism mechanism = Desk.openEmpty(data)) {
      assertThat(mechanism.held()).isEqualTo(200);
      mechanism.feed(busy.entries().subList(200, busy.entries().size()));
      assertThat(mechanism.digest()).isEqualTo(busy.digest());
    }
  }
}
