package org.truce.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.trial.CrashChild;
import org.truce.ledger.witness.Witness;
import org.truce.ledger.witness.WitnessServer;

/** A running ledger: one at a time, never on an older copy, and honest about the level reached. */
class LedgerLifeTest {
  private static final SigningKey LOG =
      SigningKey.generate("truce.example/life", false, new SecureRandom());
  private static final SigningKey STATE =
      SigningKey.generate("state.example/w", true, new SecureRandom());

  @TempDir private Path folder;
  private int written;

  private Ledger open(Optional<Policy> policy) throws IOException {
    LockFile lock = new LockFile(new OsStorage(folder.resolve("lock")), "last");
    return Ledger.open(new OsStorage(folder.resolve("data")), lock, LOG, policy);
  }

  private Receipt append(Ledger ledger, Level level) throws Exception {
    Map<String, String> facts = Map.of("n", "" + written++);
    return ledger.appendNow(
        List.of(Stored.of(Entry.of("exercise.entry", Instant.EPOCH, facts).bytes())), level);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private WitnessServer witness() throws IOException {
    Witness witness =
        new Witness(new OsStorage(folder.resolve("state")), Policy.ofLog(LOG.verifier()), STATE);
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new WitnessServer(witness, free, InstantSource.system());
  }

  private static Optional<Policy> asking(WitnessServer server) throws Exception {
    String url = " http://127.0.0.1:" + server.port();
    return Optional.of(
        Policy.parse(
            "log " + LOG.verifier() + "\nwitness w " + STATE.verifier() + url + "\nquorum w\n"));
  }

  @Test
  void aReceiptOfLevelWitnessedComesWithACheckpointThatTheQuorumCosigned() throws Exception {
    try (WitnessServer server = witness()) {
      Policy policy = asking(server).orElseThrow();
      try (Ledger ledger = open(Optional.of(policy))) {
        for (int i = 0; i < 3; i++) {
          Receipt receipt = append(ledger, Level.WITNESSED);
          assertThat(receipt.level()).isEqualTo(Level.WITNESSED);
          Path file = folder.resolve("data/public").resolve(LogFiles.WITNESSED);
          SignedNote note = SignedNote.parse(Files.readAllBytes(file));
          assertThat(policy.check(note).quorum()).isTrue();
          assertThat(note.checkpoint().head().size()).isGreaterThan(receipt.first());
        }
        assertThat(append(ledger, Level.DURABLE).level()).isEqualTo(Level.DURABLE);
      }
    }
  }

  @Test
  void withoutItsWitnessALedgerGivesCheckpointsAndNeverCallsThemWitnessed() throws Exception {
    WitnessServer server = witness();
    Optional<Policy> policy = asking(server);
    server.close();
    Ledger ledger = open(policy);
    assertThat(append(ledger, Level.CHECKPOINTED).level()).isEqualTo(Level.CHECKPOINTED);
    Map<String, String> facts = Map.of("n", "last");
    byte[] entry = Entry.of("exercise.entry", Instant.EPOCH, facts).bytes();
    var receipt = ledger.append(List.of(Stored.of(entry)), Level.WITNESSED);
    ledger.close();
    assertThat(receipt).isCompletedExceptionally();
    try (Ledger plain = open(Optional.empty())) {
      assertThatThrownBy(() -> append(plain, Level.WITNESSED)).hasMessageContaining("no witnesses");
    }
  }

  @Test
  void anOlderCopyIsRefusedByTheLockFileAndIfThatIsPutBackTooByTheWitness() throws Exception {
    try (WitnessServer server = witness()) {
      Optional<Policy> policy = asking(server);
      try (Ledger ledger = open(policy)) {
        append(ledger, Level.WITNESSED);
      }
      copy(folder.resolve("data"), folder.resolve("data.old"));
      copy(folder.resolve("lock"), folder.resolve("lock.old"));
      try (Ledger ledger = open(policy)) {
        append(ledger, Level.WITNESSED);
      }
      delete(folder.resolve("data"));
      copy(folder.resolve("data.old"), folder.resolve("data"));
      assertThatThrownBy(() -> open(policy))
          .isInstanceOf(OlderCopy.class)
          .hasMessageContaining("2 were signed");
      delete(folder.resolve("lock"));
      copy(folder.resolve("lock.old"), folder.resolve("lock"));
      assertThatThrownBy(() -> open(policy))
          .isInstanceOf(OlderCopy.class)
          .hasMessageContaining("state.example/w has cosigned 2");
    }
  }

  @Test
  void aSecondUserOfTheFolderIsRefusedInThisProcessAndInAnother() throws Exception {
    Path key = Files.writeString(folder.resolve("key"), LOG.toFile());
    try (Ledger ledger = open(Optional.empty())) {
      append(ledger, Level.DURABLE);
      assertThatThrownBy(() -> open(Optional.empty())).hasMessageContaining("is held");
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  CrashChild.class.getName(),
                  folder.toString(),
                  key.toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(other.waitFor()).isNotZero();
      assertThat(output).contains("is held");
    }
    open(Optional.empty()).close();
  }

  @Test
  void whenNothingCanBePublishedItAcceptsNothingMoreAndSaysSo() throws Exception {
    Ledger ledger = open(Optional.empty());
    append(ledger, Level.CHECKPOINTED);
    delete(folder.resolve("data/public"));
    Files.createFile(folder.resolve("data/public"));
    assertThatThrownBy(() -> append(ledger, Level.CHECKPOINTED))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no checkpoint could be published");
    assertThat(ledger.state()).isEqualTo(Journal.State.FAILED);
    assertThatThrownBy(() -> append(ledger, Level.DURABLE)).isInstanceOf(Refused.class);
    ledger.close();
    Files.delete(folder.resolve("data/public"));
    try (Ledger again = open(Optional.empty())) {
      assertThat(again.size()).isEqualTo(2);
      assertThat(append(again, Level.CHECKPOINTED).first()).isEqualTo(2);
    }
  }
}
