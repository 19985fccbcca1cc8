package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of UCDP GED for Syria, January to November 2016, which are not part of this repository:
 * {@code TRUCE_SHARED_DATA} names the folder that has them. 132 rows were judged by hand.
 */
class UcdpRowsTest {
  private static final Path DATA =
      Path.of(
              Optional.ofNullable(System.getenv("TRUCE_SHARED_DATA"))
                  .orElse(Ran.ROOT.resolve("../shared/data").toString()))
          .resolve("ucdp_syria/ucdp_syria_2016_jan_nov.csv");
  private static JsonNode assessment = JsonMapper.shared().createObjectNode();

  @BeforeAll
  static void assess() {
    boolean there = Files.isRegularFile(DATA);
    if (!there && System.getenv("TRUCE_SHARED_DATA") != null) {
      throw new AssertionError("TRUCE_SHARED_DATA is set, but there is no " + DATA);
    }
    if (!there) {
      System.err.println("LEFT OUT: the rows of UCDP GED, because there is no " + DATA);
    }
    assumeTrue(there, "no " + DATA);
    Ran ran =
        Ran.truce("assess", Ran.SYRIA + "/agreement.yaml", DATA.toString(), "--format", "json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assessment = JsonMapper.shared().readTree(ran.out());
  }

  @Test
  void allRowsAreAccountedFor() {
    JsonNode counts = assessment.get("counts");
    assertThat(counts.get("reports").asInt()).isEqualTo(5_736);
    assertThat(counts.get("rejected").asInt()).isZero();
    assertThat(counts.get("repeated").asInt()).isZero();
    assertThat(counts.get("claims").get("event").asInt()).isEqualTo(5_721);
    assertThat(counts.get("claims").get("tally").asInt()).isEqualTo(15);
    assertThat(counts.get("incidents").asInt()).isEqualTo(5_721);
  }

  @Test
  void everyRowJudgedByHandIsJudgedSo() throws IOException {
    Map<String, JsonNode> incidentOf = new HashMap<>();
    assessment
        .get("incidents")
        .forEach(
            incident ->
                incident
                    .get("claims")
                    .forEach(claim -> incidentOf.put(claim.asString(), incident)));
    List<String> differences = new ArrayList<>();
    int judged = 0;
    Path expected = Path.of(Ran.SYRIA, "expected", "ucdp-rows.csv");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(expected)) {
      for (NamedCsvRecord row : rows) {
        judged++;
        String id = row.getField("id");
        Optional<JsonNode> incident = Optional.ofNullable(incidentOf.get("ucdp-ged/" + id + "/1"));
        String found =
            incident
                .map(each -> words(each, row))
                .orElse(row.getField("kind").equals("aggregate") ? "" : "no incident");
        String wanted = words(row);
        if (!found.equals(wanted)) {
          differences.add(
              "%s %s %s: by hand %s, judged %s"
                  .formatted(id, row.getField("reading"), row.getField("clause"), wanted, found));
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(judged).isGreaterThanOrEqualTo(132);
  }

  private static String words(NamedCsvRecord row) {
    SortedSet<String> named = new TreeSet<>();
    for (String word : row.getField("because_or_missing").split("[; ]+", -1)) {
      named.add(word);
    }
    named.remove("");
    String outcome = row.getField("expected");
    return row.getField("kind").equals("aggregate") ? "" : outcome + " " + named;
  }

  private static String words(JsonNode incident, NamedCsvRecord row) {
    for (JsonNode finding : incident.get("findings")) {
      if (finding.get("reading").asString().equals(row.getField("reading"))
          && finding.get("clause").asString().equals(row.getField("clause"))) {
        SortedSet<String> named = new TreeSet<>();
        JsonNode outcome = finding.get("accounts").get("neutral");
        outcome.path("because").forEach(ground -> named.add(ground.asString()));
        outcome.path("missing").forEach(fact -> named.add(fact.asString()));
        return finding.get("headline").asString() + " " + named;
      }
    }
    return "no finding";
  }
}
