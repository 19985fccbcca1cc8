package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the record, and when they may be put back. */
class BackupTest {
  @TempDir private Path folder = Path.of("");

  private static void copyKeys(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void aCopyMadeWhileReportsComeInIsWholeAndHoldsWhatWasAcknowledgedBefore() throws Exception {
    Path data = folder.resolve("data");
    Path lastKept = folder.resolve("copy-4");
    long acknowledged = 0;
    List<Long> held = new ArrayList<>();
    try (Mechanism mechanism = Desk.open(data)) {
      mechanism.adopt(Desk.agreement());
      copyKeys(folder.resolve("data.keys"), folder.resolve("early.keys"));
      Thread writer =
          Thread.ofPlatform()
              .start(() -> Desk.easter(12).forEach(report -> mechanism.receive(List.of(report))));
      for (int copy = 0; copy < 5; copy++) {
        Thread.sleep(150);
        held.add(Backup.write(data, folder.resolve("copy-" + copy)).entries());
      }
      writer.join();
      acknowledged = mechanism.receive(Desk.easter(13).subList(576, 624)).getLast().index() + 1;
    }
    assertThat(held).isSorted();
    assertThat(held.getLast()).isGreaterThan(held.getFirst());
    // With keys from before everything was signed, each copy opens and gives its own entries.
    Path elsewhere = folder.resolve("early");
    Backup.restore(lastKept, elsewhere);
    try (Mechanism restored = Desk.open(elsewhere)) {
      assertThat(restored.progress().entries()).isEqualTo(held.getLast());
    }
    Path after = folder.resolve("after");
    assertThat(Backup.write(data, after).entries()).isEqualTo(acknowledged);
  }

  @Test
  void aCopyIsPutBackOnlyWhereNothingNewerWasSigned() throws IOException {
    Path data = folder.resolve("data");
    String digest;
    try (Mechanism mechanism = Desk.open(data)) {
      mechanism.adopt(Desk.agreement());
      mechanism.receive(Desk.easter(1));
    }
    Backup.write(data, folder.resolve("older"));
    try (Mechanism mechanism = Desk.open(data)) {
      mechanism.receive(Desk.easter(2));
      mechanism.project();
      digest = mechanism.digest();
    }
    Backup.write(data, folder.resolve("newer"));
    assertThatThrownBy(() -> Backup.restore(folder.resolve("newer"), data))
        .hasMessageContaining("holds something already");
    Files.move(data, folder.resolve("lost"));
    assertThatThrownBy(() -> Backup.restore(folder.resolve("older"), data))
        .isInstanceOf(MechanismException.class)
        .hasMessageContaining("a fork is refused");
    Backup.restore(folder.resolve("newer"), data);
    try (Mechanism mechanism = Desk.open(data)) {
      assertThat(mechanism.digest()).isEqualTo(digest);
    }
    assertThatThrownBy(() -> Backup.restore(folder.resolve("newer"), folder.resolve("other")))
        .hasMessageContaining("log.key is missing");
  }

  @Test
  void aCopyWithAChangedByteIsRefused() throws IOException {
    Path data = folder.resolve("data");
    try (Mechanism mechanism = Desk.open(data)) {
      mechanism.receive(Desk.easter(1));
    }
    Path copy = folder.resolve("copy");
    Backup.write(data, copy);
    Path segment;
    try (Stream<Path> files = Files.list(copy.resolve("journal"))) {
      segment = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 2] ^= 1;
    Files.write(segment, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(data, folder.resolve("lost"));
    assertThatThrownBy(() -> Backup.restore(copy, data)).isInstanceOf(MechanismException.class);
  }
}
