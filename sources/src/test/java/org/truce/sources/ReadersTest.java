package org.truce.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.place.RegionCode;
import org.truce.report.Claim;
import org.truce.report.Rejected;
import org.truce.sources.eventdata.UcdpReader;
import org.truce.sources.jsonlines.JsonLinesReader;

/** Files as the world has them, whole and broken. */
class ReadersTest {
  private static final String REPORT =
      "{\"report\":\"%s\",\"source\":{\"id\":\"s\",\"name\":\"s\",\"class\":\"ngo\",\"side\":\"neutral\"},"
          + "\"said\":\"2025-04-20T10:00Z\",\"claims\":[{\"claim\":\"event\",\"conduct\":\"raid\"}]}";
  private static final String HEADER =
      "id,type_of_violence,side_a,side_b,where_prec,adm_1,latitude,longitude,country,date_prec,"
          + "date_start,date_end,low,best,high,source_original\n";

  @TempDir private Path folder;

  private static Received jsonLines(byte[] bytes) throws IOException {
    Received received = new Received();
    new JsonLinesReader("reports.jsonl").read(new ByteArrayInputStream(bytes), received);
    return received;
  }

  private static Received jsonLines(String text) throws IOException {
    return jsonLines(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Received ucdp(String rows) throws IOException {
    Received received = new Received();
    new UcdpReader("rows.csv", name -> Optional.of(new RegionCode("SY-HL")))
        .read(new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)), received);
    return received;
  }

  private static Rejected only(Received received) {
    assertThat(received.rejected()).hasSize(1);
    return received.rejected().getFirst();
  }

  @Test
  void oneBadLineCostsOnlyItself() throws IOException {
    Received received =
        jsonLines(
            "\uFEFF" + REPORT.formatted("1") + "\r\n\r\n{broken\n" + REPORT.formatted("2") + "\n");
    assertThat(received.reports()).hasSize(2);
    assertThat(only(received).input()).hasToString("reports.jsonl:3");
  }

  @Test
  void aMisspeltNameIsRejectedWithWhatWasMeant() throws IOException {
    assertThat(only(jsonLines(REPORT.formatted("1").replace("\"said\"", "\"siad\""))).reason())
        .contains("siad")
        .contains("said");
  }

  @Test
  void aNameThatStandsTwiceIsRejected() throws IOException {
    String twice =
        REPORT.formatted("1").replace("\"said\":", "\"said\":\"2025-04-19T10:00Z\",\"said\":");
    assertThat(only(jsonLines(twice)).reason()).containsIgnoringCase("said");
  }

  @Test
  void aLineThatIsTooLongOrNoTextIsRejectedWithoutBeingKept() throws IOException {
    byte[] huge = new byte[5 << 20];
    java.util.Arrays.fill(huge, (byte) '{');
    assertThat(only(jsonLines(huge)).reason()).contains("5,242,880 bytes");
    assertThat(only(jsonLines(new byte[] {'{', (byte) 0xC3, '}'})).reason()).contains("UTF-8");
  }

  @Test
  void deepNestingIsRejected() throws IOException {
    String deep = REPORT.formatted("1").replace("[{\"claim\"", "[".repeat(5_000) + "{\"claim\"");
    assertThat(jsonLines(deep).rejected()).hasSize(1);
  }

  @Test
  void theSameReportAgainIsCountedAndAnotherUnderItsNumberRejected() throws IOException {
    Received received =
        jsonLines(
            REPORT.formatted("1")
                + "\n"
                + REPORT.formatted("1")
                + "\n"
                + REPORT.formatted("1").replace("raid", "ambush"));
    assertThat(received.reports()).hasSize(1);
    assertThat(received.repeated()).isEqualTo(1);
    assertThat(only(received).toString())
        .contains("reports.jsonl:3", "was read with another content at reports.jsonl:1");
  }

  @Test
  void aRowOfAClashDoesNotSayWhoAttackedAndOneOfOneSidedViolenceDoes() throws IOException {
    Received received =
        ucdp(
            """
            1,1,Government,Insurgents,1,Aleppo,36.2,37.1,Syria,1,2016-03-01,2016-03-01,1,2,3,x
            2,3,IS,Civilians,5,Aleppo,36.2,37.1,Syria,2,2016-03-01,2016-03-03,0,2,2,x
            """);
    assertThat(received.reports().get(0).claims().getFirst().toString()).contains("Clash");
    assertThat(received.reports().get(1).claims().getFirst().toString()).contains("Named");
  }

  @Test
  void aRowThatSumsUpAYearIsATallyAndNoIncident() throws IOException {
    Received received = ucdp("1,1,A,B,6,,36.2,37.1,Syria,5,2016-01-01,2016-12-31,10,10,10,x\n");
    assertThat(received.reports().getFirst().claims())
        .singleElement()
        .isInstanceOf(Claim.Tally.class);
  }

  @Test
  void linesInsideAFieldDoNotMoveTheLineThatAnErrorNames() throws IOException {
    Received received =
        ucdp(
            """
            1,1,A,B,1,Aleppo,36.2,37.1,Syria,1,2016-03-01,2016-03-01,1,2,3,"two
            lines"
            2,1,A,B,1,Aleppo,389.2,37.1,Syria,1,2016-03-01,2016-03-01,1,2,3,x
            """);
    assertThat(received.reports()).hasSize(1);
    assertThat(only(received).toString())
        .isEqualTo(
            "rows.csv:4: latitude: \"389.2\" is not a latitude (−90 … 90); the record is kept as"
                + " rejected");
  }

  @Test
  void everyBadCellNamesItsColumn() throws IOException {
    String good = "1,1,A,B,1,Aleppo,36.2,37.1,Syria,1,2016-03-01,2016-03-01,1,2,3,x\n";
    assertThat(only(ucdp(good.replace("2016-03-01,2016", "yesterday,2016"))).column())
        .isEqualTo("date_start");
    assertThat(only(ucdp(good.replace("2016-03-01,1,2", "2016-02-01,1,2"))).column())
        .isEqualTo("date_end");
    assertThat(only(ucdp(good.replace("Syria", "Atlantis"))).column()).isEqualTo("country");
    assertThat(only(ucdp(good.replace("1,2,3,x", "1,some,3,x"))).column()).isEqualTo("best");
    assertThat(only(ucdp("1,1,A\n"))).isNotNull();
  }

  /** Seeded damage: every record is read or rejected, and nothing is thrown. */
  @Test
  void damagedFilesNeverThrow() throws IOException {
    byte[] lines =
        (REPORT.formatted("1") + "\n" + REPORT.formatted("2") + "\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] rows =
        (HEADER + "1,1,A,B,1,Aleppo,36.2,37.1,Syria,1,2016-03-01,2016-03-01,1,2,3,\"x\ny\"\n")
            .getBytes(StandardCharsets.UTF_8);
    ReportFiles files = new ReportFiles(name -> Optional.empty());
    Path file = folder.resolve("damaged");
    for (int seed = 0; seed < 3_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] damaged = (random.nextBoolean() ? lines : rows).clone();
      for (int wounds = random.nextInt(1, 6); wounds > 0; wounds--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      Received received = new Received();
      try {
        files.read(file, received);
      } catch (ReportFiles.UnknownFormatException e) {
        assertThat(e).as("seed %d", seed).hasMessageContaining("not a format that is read here");
        continue;
      }
      assertThat(received.reports().size() + received.rejected().size() + received.repeated())
          .as("seed %d", seed)
          .isPositive();
    }
  }
}
