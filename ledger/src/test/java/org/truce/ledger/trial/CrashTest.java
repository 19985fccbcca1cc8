package org.truce.ledger.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes die; what they acknowledged stays. */
class CrashTest {
  @TempDir private Path folder;

  @Test
  void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
    CrashCampaign.Outcome outcome = CrashCampaign.kill9(folder, 25, 1);
    assertThat(outcome.acknowledged()).isPositive();
    assertThat(outcome.losses()).isEmpty();
  }

  @Test
  void nothingAcknowledgedIsLostWhenThePowerIsCutAndAMissingForceIsNoticed() throws Exception {
    if (!CrashCampaign.canCutPower(folder)) {
      leftOut();
      return;
    }
    Path honest = Files.createDirectory(folder.resolve("honest"));
    CrashCampaign.Outcome outcome = CrashCampaign.powerCut(honest, 25, 1, true);
    assertThat(outcome.acknowledged()).isPositive();
    assertThat(outcome.losses()).isEmpty();
    Path seeded = Files.createDirectory(folder.resolve("seeded"));
    assertThat(CrashCampaign.powerCut(seeded, 5, 1, false).losses()).isNotEmpty();
  }

  private static void leftOut() throws IOException {
    String why = "power cuts of the ledger need root, loop devices, mkfs.ext4 and mkfs.xfs";
    if ("1".equals(System.getenv("TRUCE_REQUIRE_ALL"))) {
      throw new IOException(why);
    }
    System.err.println("LEFT OUT: " + why);
  }
}
