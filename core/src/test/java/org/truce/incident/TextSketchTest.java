package org.truce.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.report.Claim;

/** Reports that name no more than a region, and the words by which copies of them meet. */
class TextSketchTest {
  private static final String WIRE =
      "Two guided bombs fell on a village school in the north of the region in the evening; nobody"
          + " was inside, and the roof burnt until rescuers put it out, the regional office says.";
  private static final String OTHER =
      "A drone hit a grain store beside the railway in the south of the region before dawn; a guard"
          + " was hurt by glass and taken to the district hospital, the regional office says.";

  private static Claim claim(String source, int number, String day, String place, String words) {
    String line =
        """
        {"report":"%s","source":{"id":"%s","name":"exercise","class":"news-agency","side":"%s"},\
        "said":"2031-04-22T00:00Z","exercise":true,"claims":[{"claim":"event","conduct":"air-strike",\
        "gist":"%s","about":{"from":"2031-04-%sT00:00Z","to":"2031-04-%sT23:59Z"},"place":%s}]}"""
            .formatted(number, source, source.toUpperCase(Locale.ROOT), words, day, day, place);
    return ReportNotation.read(Notation.jsonLine("made-up.jsonl", 1, line)).claims().getFirst();
  }

  private static Claim inRegion(String source, String words) {
    return claim(source, 1, "20", "{\"region\":\"UA-63\"}", words);
  }

  private static Set<Set<String>> incidents(Claim... claims) {
    Set<Set<String>> incidents = new HashSet<>();
    for (Incident incident :
        Fusion.partition(List.of(claims), Model.BY_HAND, Decisions.NONE).incidents()) {
      Set<String> sources = new HashSet<>();
      incident.claims().forEach(claim -> sources.add(claim.id().report().source()));
      incidents.add(sources);
    }
    return incidents;
  }

  @Test
  void aStoryThatOthersPrintedIsOneIncidentAndAnotherStoryOfTheDayIsNot() {
    assertThat(
            incidents(
                inRegion("aaa", WIRE),
                inRegion("bbb", "URGENT: " + WIRE.replace("village", "rural")),
                inRegion("ccc", WIRE.replace(", the regional office says", "")),
                inRegion("ddd", OTHER)))
        .containsExactlyInAnyOrder(Set.of("aaa", "bbb", "ccc"), Set.of("ddd"));
  }

  @Test
  void theSameWordsOfAnotherDayOrOfTheSameSourceAreAnotherHappening() {
    assertThat(
            incidents(inRegion("aaa", WIRE), claim("bbb", 1, "21", "{\"region\":\"UA-63\"}", WIRE)))
        .hasSize(2);
    Claim again = claim("aaa", 2, "20", "{\"region\":\"UA-63\"}", WIRE);
    assertThat(
            Fusion.partition(List.of(inRegion("aaa", WIRE), again), Model.BY_HAND, Decisions.NONE))
        .extracting(sorted -> sorted.incidents().size())
        .isEqualTo(2);
  }

  @Test
  void whatGivesAPositionIsComparedByItAndNotByItsWords() {
    String here = "{\"lat\":49.9,\"lon\":36.2,\"within-m\":500}";
    String there = "{\"lat\":50.4,\"lon\":36.9,\"within-m\":500}";
    assertThat(incidents(claim("aaa", 1, "20", here, WIRE), claim("bbb", 1, "20", there, WIRE)))
        .hasSize(2);
    assertThat(incidents(claim("aaa", 1, "20", here, WIRE), inRegion("bbb", WIRE))).hasSize(2);
  }

  @Test
  void aShortTextIsNoCopyOfAnything() {
    assertThat(
            incidents(
                inRegion("aaa", "Shelling in the region, no casualties reported"),
                inRegion("bbb", "Shelling in the region, no casualties reported")))
        .hasSize(2);
  }

  @Test
  void theExplanationNamesTheWords() {
    assertThat(
            Fusion.explain(
                inRegion("aaa", WIRE), inRegion("bbb", WIRE), Model.BY_HAND, Decisions.NONE))
        .containsEntry("words: copied", Model.BY_HAND.other().copiedText());
  }
}
