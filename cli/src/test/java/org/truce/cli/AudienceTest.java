package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the mission tells no more than the people who gave it agreed to. */
class AudienceTest {
  private static final String REPORT =
      """
      {"report":"R1","source":{"id":"patrol-7","name":"Patrol 7","class":"patrol","side":"mission"},\
      "said":"2025-04-20T10:00+03:00"TERMS,"claims":[{"claim":"event","gist":"shell beside the school at Hirka",\
      "conduct":"artillery-fire","about":"2025-04-20T09:41+03:00","place":{"lat":48.1234,"lon":37.5678,\
      "within-m":50,"name":"Hirka"},"by":["RUS"]}]}
      """;

  @TempDir private Path folder;

  private Ran assessed(String terms, String... more) throws IOException {
    Path file = folder.resolve("reports.jsonl");
    Files.writeString(file, REPORT.replace("TERMS", terms));
    String[] all = new String[more.length + 3];
    all[0] = "assess";
    all[1] = Ran.EASTER + "/agreement.yaml";
    all[2] = file.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return Ran.truce(all);
  }

  @Test
  void aRestrictedReportIsWithheldAndCounted() throws IOException {
    Ran ran = assessed(",\"handling\":\"restricted\"", "--audience", "parties", "--format", "json");
    assertThat(ran.out())
        .contains("\"withheld\":1")
        .doesNotContain("Hirka")
        .doesNotContain("48.12");
  }

  @Test
  void aWitnessWhoRefusedReachesNobody() throws IOException {
    for (String audience : new String[] {"mission", "parties", "public"}) {
      Ran ran = assessed(",\"consent\":\"refused\"", "--audience", audience, "--format", "json");
      assertThat(ran.out()).as(audience).contains("\"withheld\":1").doesNotContain("Hirka");
    }
  }

  @Test
  void consentThatNobodyNotedKeepsAReportInsideTheMission() throws IOException {
    String terms = ",\"consent\":\"not-recorded\"";
    assertThat(assessed(terms, "--audience", "mission").out()).contains("1 event");
    assertThat(assessed(terms, "--audience", "public").out()).contains("1 withheld");
  }

  @Test
  void coarseningHoldsInEveryOutputThatLeavesTheMission() throws IOException {
    String terms = ",\"coarsen\":{\"place-m\":5000,\"time\":\"PT6H\"}";
    Path out = folder.resolve("out");
    Ran json = assessed(terms, "--audience", "public", "--format", "json", "--out", out.toString());
    Ran reasons = assessed(terms, "--audience", "public", "--incident", "I-0001");
    StringBuilder files = new StringBuilder();
    try (var found = Files.list(out)) {
      for (Path file : found.toList()) {
        files.append(Files.readString(file));
      }
    }
    assertThat(json.out() + reasons.out() + files)
        .contains("2025-04-20T06:00:00Z", "2025-04-20T12:00:00Z")
        .doesNotContain("06:41")
        .doesNotContain("09:41")
        .doesNotContain("48.1234")
        .doesNotContain("37.5678")
        .doesNotContain("50 m")
        .doesNotContain("Hirka");
    assertThat(assessed(terms, "--format", "json").out()).contains("06:41", "48.1234", "Hirka");
  }

  @Test
  void aFindingForThePublicRestsOnNoMoreThanThePublicIsShown() throws IOException {
    String terms = ",\"coarsen\":{\"place-m\":0,\"time\":\"P3D\"}";
    assertThat(assessed(terms, "--incident", "I-0001").out())
        .contains("prima facie breach of \"order\"");
    assertThat(assessed(terms, "--audience", "public", "--incident", "I-0001").out())
        .contains("undetermined of \"order\"");
  }

  @Test
  void whatCouldNotBeReadIsCountedButShownToTheMissionOnly() throws IOException {
    String broken = ",\"no-such-name\":\"Hirka\"";
    assertThat(assessed(broken, "--format", "json").out())
        .contains("\"rejected\":1", "no-such-name");
    assertThat(assessed(broken, "--audience", "public", "--format", "json").out())
        .contains("\"rejected\":1")
        .doesNotContain("no-such-name");
  }
}
