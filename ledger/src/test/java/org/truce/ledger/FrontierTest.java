package org.truce.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Damaged;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.Hash;

/** A start reads the last segment alone, believes nobody but the log, and checks the rest later. */
class FrontierTest {
  private static final String NAME = "truce.example/frontier";
  private static final SigningKey LOG = SigningKey.generate(NAME, false, new SecureRandom());
  private static final SigningKey ANNA = SigningKey.generate("anna", false, new SecureRandom());
  private static final SigningKey BORIS = SigningKey.generate("boris", false, new SecureRandom());
  private static final Duration LATER = Duration.ofDays(1);

  @TempDir private Path folder = Path.of("");
  private final List<Hash> written = new ArrayList<>();

  private Ledger open(Duration checkAfter) throws IOException {
    LockFile lock = new LockFile(new OsStorage(folder.resolve("lock")), "last");
    return Ledger.open(new OsStorage(data()), lock, LOG, Optional.empty(), checkAfter);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static String text(SigningKey key) {
    return Base64.getEncoder().encodeToString(key.verifier().key());
  }

  private void append(Ledger ledger, Entry entry, int payload) throws Exception {
    Stored stored = new Stored(entry.bytes(), new byte[40], new byte[payload]);
    assertThat(ledger.appendNow(List.of(stored), Level.DURABLE).first()).isEqualTo(written.size());
    written.add(Hash.leaf(entry.bytes()));
  }

  /** Two founders, then megabytes until a third segment is begun. */
  @BeforeEach
  void aLedgerOfThreeSegments() throws Exception {
    Map<String, String> founders =
        Map.of(
            "founder.1", "founder anna " + text(ANNA), "founder.2", "founder boris " + text(BORIS));
    try (Ledger ledger = open(LATER)) {
      append(ledger, Entry.of("log.opened", Instant.EPOCH, founders), 0);
      while (segments().size() < 3) {
        Map<String, String> facts = Map.of("n", "" + written.size());
        append(ledger, Entry.of("exercise.entry", Instant.EPOCH, facts), 8 << 20);
      }
    }
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(data().resolve("journal"))) {
      return files.sorted().toList();
    }
  }

  private static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 1;
    Files.write(file, bytes);
  }

  private static List<Hash> leaves(Ledger ledger) throws IOException {
    List<Hash> leaves = new ArrayList<>();
    ledger.read(0, ledger.size(), (index, stored) -> leaves.add(Hash.leaf(stored.entry())));
    return leaves;
  }

  @Test
  void aStartThatReadsTheLastSegmentAloneHoldsAndRefusesWhatItDidBefore() throws Exception {
    try (Ledger ledger = open(LATER)) {
      assertThat(leaves(ledger)).isEqualTo(written);
      append(ledger, Entry.of("exercise.entry", Instant.EPOCH, Map.of("n", "more")), 10);
      Map<String, String> role = Map.of("role", "releaser", "holder", "eve", "key", text(LOG));
      Entry granted = Entry.of("role.granted", Instant.EPOCH, role);
      assertThatThrownBy(() -> append(ledger, granted, 0))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("needs valid signatures of two people");
      append(ledger, granted.approvedBy(ANNA, NAME).approvedBy(BORIS, NAME), 0);
    }
    try (Ledger ledger = open(LATER)) {
      assertThat(leaves(ledger)).isEqualTo(written);
    }
  }

  @Test
  void damageInAnOlderSegmentStopsTheLedgerOnceItIsCheckedAndAtOnceWithoutAFrontier()
      throws Exception {
    flip(segments().getFirst(), 5_000_000);
    try (Ledger ledger = open(LATER)) { // did not read there
      assertThatThrownBy(ledger::check).isInstanceOf(Damaged.class);
    }
    try (Ledger ledger = open(Duration.ZERO)) {
      while (ledger.state() != Journal.State.FAILED) {
        Thread.sleep(10);
      }
      Entry entry = Entry.of("exercise.entry", Instant.EPOCH, Map.of("n", "more"));
      assertThatThrownBy(() -> append(ledger, entry, 0))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("what was stored before this start is damaged")
          .hasMessageContaining(segments().getFirst().getFileName() + ": damaged at byte");
    }
    Files.delete(data().resolve("frontier"));
    assertThatThrownBy(() -> open(LATER)).isInstanceOf(Damaged.class);
  }

  @Test
  void aFrontierThatTheLogDidNotMakeIsNotBelieved() throws Exception {
    Path file = data().resolve("frontier");
    byte[] whole = Files.readAllBytes(file);
    flip(segments().getFirst(), 5_000_000); // so that a start shows whether it believed
    Random random = new Random(7);
    for (int i = 0; i < 8; i++) {
      byte[] other = i % 2 == 0 ? whole.clone() : java.util.Arrays.copyOf(whole, whole.length - i);
      other[random.nextInt(other.length)] ^= 0x10;
      Files.write(file, other);
      assertThatThrownBy(() -> open(LATER)).isInstanceOf(Damaged.class);
    }
    Files.write(file, whole);
    open(LATER).close();
    flip(segments().getFirst(), 5_000_000);
    Files.write(segments().get(1), new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    assertThatThrownBy(() -> open(LATER)).isInstanceOf(Damaged.class);
  }
}
