package org.truce.ledger.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.ledger.journal.Damaged;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.SimulatedStorage;

/** What was acknowledged is kept, whatever the disk does. */
class SimulationTest {
  private static final SigningKey KEY =
      SigningKey.generate("truce.example/simulated", false, new SecureRandom());

  @Test
  void nothingAcknowledgedIsLostInTwentyThousandSchedules() {
    long acknowledged = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      acknowledged += Simulation.schedule(seed, KEY);
    }
    assertThat(acknowledged).isGreaterThan(200_000);
  }

  @Test
  void aLedgerThatForcesNothingIsFoundOut() {
    int found = 0;
    for (long seed = 0; seed < 100; seed++) {
      try {
        Simulation.schedule(seed, KEY, false);
      } catch (Violation e) {
        found++;
      }
    }
    assertThat(found).isGreaterThan(30);
  }

  @Test
  void nothingAcknowledgedIsLostInAnyEndOfAnySmallWorkload() {
    assertThat(Simulation.exhaustive(5)).isGreaterThan(10_000);
  }

  @Test
  void damageInWhatWasStoredForGoodIsRefusedAndNeverCut() throws IOException {
    for (int bit = 0; bit < 8 * 300; bit++) {
      SimulatedStorage disk = new SimulatedStorage();
      try (Journal journal = Journal.open(disk, 1 << 20, 0)) {
        for (int i = 0; i < 8; i++) {
          byte[] entry = ("a record of some length " + i).getBytes(StandardCharsets.US_ASCII);
          journal.append(List.of(List.of(Stored.of(entry))));
        }
      }
      String name = "journal/" + disk.list("journal").getFirst();
      disk.flip(name, bit);
      assertThatThrownBy(() -> Journal.open(disk, 1 << 20, 0))
          .as("bit %d", bit)
          .isInstanceOf(Damaged.class);
    }
  }
}
