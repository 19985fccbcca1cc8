package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The numbers beside the findings are the same in the text, in JSON and in the page. Worked by hand
 * on an exercise within the 30 hours of the Easter truce: a camera watches 24 of them and is out
 * for 6 of those, and notices 36 explosions, which is 2.0 an hour over 18 hours; UKR says in the
 * hours watched that RUS fired once, and gives a total of 10, of which this one can be looked into,
 * and what the camera noticed without an author perhaps.
 */
class AssessedNumbersTest {
  private static final String REPORTS =
      """
      {"report":"C1","exercise":true,"source":{"id":"cam","name":"Camera (exercise)","class":"sensor","side":"mission"},\
      "said":"2025-04-21T01:00+03:00","claims":[\
      {"claim":"coverage","observer":"cam","method":"camera","about":{"from":"2025-04-20T00:00+03:00","to":"2025-04-21T00:00+03:00"},"restriction":"none"},\
      {"claim":"coverage","observer":"cam","method":"camera","about":{"from":"2025-04-20T02:00+03:00","to":"2025-04-20T08:00+03:00"},"restriction":"outage"},\
      {"claim":"observation","method":"camera","about":{"from":"2025-04-20T09:00+03:00","to":"2025-04-20T10:00+03:00"},"counts":[{"what":"explosion","count":36}]}]}
      {"report":"U1","exercise":true,"source":{"id":"ua","name":"Office (exercise)","class":"party-official","side":"UKR"},\
      "said":"2025-04-20T23:00+03:00","claims":[\
      {"claim":"event","conduct":"artillery-fire","by":["RUS"],"about":"2025-04-20T09:30+03:00","place":{"region":"UA-14"}},\
      {"claim":"tally","id":"T","unit":"violations","total":10,"by":["RUS"],"about":{"from":"2025-04-20T00:00+03:00","to":"2025-04-21T00:00+03:00"}},\
      {"claim":"alert","kind":"air","about":{"from":"2025-04-20T05:00+03:00"},"place":{"region":"UA-14"}}]}
      """;

  @TempDir private Path folder;
  private Path reports = Path.of("");

  @BeforeEach
  void write() throws IOException {
    reports = folder.resolve("reports.jsonl");
    Files.writeString(reports, REPORTS);
  }

  private String assessed(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "assess";
    arguments[1] = Ran.EASTER + "/agreement.yaml";
    arguments[2] = reports.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    Ran ran = Ran.truce(arguments);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out();
  }

  private static final String WATCHED =
      "\"coverage-recorded\":true,\"watched-seconds\":64800,\"no-data\":["
          + "{\"from\":\"2025-04-19T15:00:00Z\",\"to\":\"2025-04-19T21:00:00Z\"},"
          + "{\"from\":\"2025-04-19T23:00:00Z\",\"to\":\"2025-04-20T05:00:00Z\"}]";
  private static final String NOTICED =
      "\"unit\":\"explosion\",\"count\":{\"said\":36,\"least\":36,\"most\":36},"
          + "\"as-exercise\":{\"said\":0,\"least\":0,\"most\":0},\"least-per-hour\":2.0,\"most-per-hour\":2.0";
  private static final String BACKED =
      "{\"claim\":\"ua/U1/T\",\"incidents\":{\"least\":1,\"most\":2},"
          + "\"share-per-mille\":{\"least\":100,\"most\":200}}";

  @Test
  void theTextGivesRatesOverTheHoursWatchedAndSaysWhatIsBacked() {
    assertThat(assessed())
        .contains("watched 18 h")
        .contains("2.0 an hour")
        .contains("backed by 1 to 2 incidents that were read: 10.0 to 20.0 % of the total");
  }

  @Test
  void jsonAndThePageHoldTheSameNumbers() throws IOException {
    String json = assessed("--format", "json");
    assessed("--out", folder.resolve("out").toString());
    String page = Files.readString(folder.resolve("out/report.html"));
    for (String written : new String[] {json, page}) {
      assertThat(written).contains(WATCHED).contains(NOTICED).contains(BACKED);
      assertThat(written).contains("\"what\":\"air alert\",\"area\":\"UA-14\"");
    }
  }

  @Test
  void withoutCoverageThereIsNoRateButNoData() throws IOException {
    Files.writeString(reports, REPORTS.lines().skip(1).findFirst().orElseThrow() + "\n");
    assertThat(assessed("--format", "json"))
        .contains(
            "\"side\":\"UKR\",\"by\":\"RUS\",\"count\":{\"said\":1,\"least\":1,\"most\":1},\"rate\":\"no data\"")
        .doesNotContain("per-hour");
  }
}
