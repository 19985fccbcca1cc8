package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 19 to 21 April 2025; the numbers were worked out by hand in examples/easter-2025/expected. */
class EasterTest {
  private static final JsonNode ALL = json(Ran.easter("--format", "json"));
  private static final JsonNode SUNDAY =
      json(Ran.easter("--format", "json", "--said-by", "2025-04-20T17:00+03:00"));

  private static JsonNode json(Ran ran) {
    assertThat(ran.err()).isEmpty();
    return JsonMapper.shared().readTree(ran.out());
  }

  private static JsonNode claim(JsonNode assessment, String id) {
    return StreamSupport.stream(assessment.get("claims").spliterator(), false)
        .filter(claim -> claim.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> together(JsonNode assessment, String claim) {
    return StreamSupport.stream(assessment.get("incidents").spliterator(), false)
        .map(
            incident ->
                StreamSupport.stream(incident.get("claims").spliterator(), false)
                    .map(JsonNode::asString)
                    .toList())
        .filter(claims -> claims.contains(claim))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTwoTotalsAreNotComparableAndShownWithTheirParts() {
    assertThat(Ran.easter().out())
        .contains("UKR on RUS  2,935")
        .contains("2025-04-20 00:00 to 2025-04-21 00:00 (24 h)")
        .contains("96 assaults + 1,882 shellings (812 heavy shellings among them)")
        .contains("more than 950 FPV uses: consistent with the total")
        .contains("RUS on UKR  ~4,900")
        .contains("2025-04-19 18:00 to 2025-04-21 00:00 (30 h)")
        .contains("add to 4,816; the rest (34 to 134) is not itemised")
        .contains("not comparable 24 h against 30 h; different units");
  }

  @Test
  void partsOfATotalAreAddedWithoutTheSubsetsOfAPart() {
    JsonNode ukraine = claim(ALL, "babel/E15/1").get("tally");
    assertThat(ukraine.get("parts-add-to").get("least").asInt()).isEqualTo(2_928);
    assertThat(ukraine.get("parts-against-total").asString()).isEqualTo("consistent");
    JsonNode russia = claim(ALL, "sputnik/E52/1").get("tally");
    assertThat(russia.get("parts-add-to").get("said").asInt()).isEqualTo(4_816);
    assertThat(russia.get("parts-against-total").asString()).isEqualTo("not-itemised");
  }

  @Test
  void onSundayAfternoonOnlyWhatHadCertainlyBeenSaidIsShown() {
    assertThat(SUNDAY.get("counts").get("reports").asInt()).isEqualTo(18);
    assertThat(SUNDAY.get("counts").get("not-yet-said").asInt()).isEqualTo(30);
    assertThat(SUNDAY.toString()).doesNotContain("babel/E15").doesNotContain("sputnik/E52");
    assertThat(Ran.easter("--said-by", "2025-04-20T17:00+03:00").out())
        .contains("46 assaults + 901 shellings (448 heavy shellings among them)")
        .contains("more than 400 FPV uses")
        .doesNotContain("2,935")
        .doesNotContain("4,900");
  }

  @Test
  void whatIsTheSameHappeningStandsTogetherAndWhatIsAlikeApart() {
    assertThat(together(ALL, "chaspravdy/E03/1")).contains("kyiv-independent/E04/1");
    assertThat(together(ALL, "chaspravdy/E03/2")).contains("kyiv-independent/E04/2");
    assertThat(together(ALL, "chaspravdy/E03/3")).contains("kyiv-independent/E04/3");
    assertThat(together(ALL, "babel/E09/3")).contains("euromaidan/E10/2");
    assertThat(together(ALL, "babel/E09/4")).contains("euromaidan/E10/3");
    assertThat(together(ALL, "tass/E47/1")).contains("verite/E48/2").doesNotContain("verite/E48/1");
    assertThat(together(ALL, "pravda/E19/1")).contains("euromaidan/E20/1");
    assertThat(together(ALL, "tribune/E42/3")).doesNotContain("tribune/E42/4");
    assertThat(together(ALL, "pravda/E08/3")).doesNotContain("babel/E09/3");
  }

  @Test
  void everyColumnOfTheTableAddsUp() {
    String[] lines = Ran.easter().out().split("\\R", -1);
    int[] sums = new int[3];
    boolean adding = false;
    for (String line : lines) {
      if (line.startsWith("findings")) {
        adding = true;
      } else if (adding && line.contains("─")) {
        adding = false;
      } else if (adding) {
        String[] cells = line.substring(46).strip().split("\\s+", -1);
        for (int i = 0; i < sums.length; i++) {
          sums[i] += Integer.parseInt(cells[i]);
        }
      }
    }
    int incidents = ALL.get("incidents").size();
    assertThat(sums).containsExactly(incidents, incidents, incidents);
  }

  @Test
  void theOutputIsTheSameEveryTime() {
    assertThat(Ran.easter("--format", "json").out())
        .isEqualTo(Ran.easter("--format", "json").out());
  }
}
