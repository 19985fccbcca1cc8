package org.truce.ledger.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.truce.ledger.note.Attested;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;

/** Whatever is changed, the verifier reports nothing as true that is not. */
class TamperTest {

  @Test
  void noneOfTenThousandChangesMakesTheVerifierReportSomethingFalse() throws Exception {
    TamperCampaign.Outcome outcome = TamperCampaign.run(10_000, 1);
    assertThat(outcome.missed()).isEmpty();
    assertThat(outcome.detected() + outcome.harmless()).isEqualTo(10_000);
    assertThat(outcome.detected()).isGreaterThan(9_500);
  }

  @Test
  void noEntryStandsInTwoOfItsLogs() throws Exception {
    Cast cast = Cast.of(1);
    SplittableRandom random = new SplittableRandom(1);
    List<Hash> entries = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      HonestLog.of(cast, 1 + random.nextInt(900), random)
          .entries()
          .forEach(entry -> entries.add(Hash.leaf(entry)));
    }
    assertThat(entries).doesNotHaveDuplicates();
  }

  @Test
  void nothingOfAThousandHonestLogsIsRefused() throws Exception {
    assertThat(TamperCampaign.falseAlarms(1_000, 1)).isEmpty();
  }

  @Test
  void aVerifierThatForgetsTheTilesOrTheProofOrWhatItKeptIsFoundOut() throws Exception {
    Checks withoutTiles =
        new Checks() {
          @Override
          void contents(LogFiles log, Attested attested) {}
        };
    Checks withoutProof =
        new Checks() {
          @Override
          Attested receipt(byte[] receipt, byte[] entry, Policy policy) throws Malformed {
            return policy.check(ProofFile.parse(receipt).checkpoint());
          }
        };
    Checks forgetful =
        new Checks() {
          @Override
          void continues(LogFiles log, Attested now, Attested kept) {}
        };
    for (Checks careless : new Checks[] {withoutTiles, withoutProof, forgetful}) {
      assertThat(new TamperCampaign(1, careless).make(500, 1).missed()).isNotEmpty();
    }
  }
}
