package org.truce.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.truce.incident.Decisions.Pair;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.report.Claim;

class FusionTest {

  private static Claim claim(String source, String side, String fields) {
    String line =
        """
        {"report":"1","source":{"id":"%s","name":"exercise","class":"ngo","side":"%s"},\
        "said":"2025-04-21T00:00Z","exercise":true,"claims":[{%s}]}"""
            .formatted(source, side, fields);
    return ReportNotation.read(Notation.jsonLine("made-up.jsonl", 1, line)).claims().getFirst();
  }

  private static Claim shelling(String source, String side, String time, double lon) {
    return claim(
        source,
        side,
        """
        "claim":"event","conduct":"shelling","about":{"at":"2025-04-20T%sZ","within":"PT5M"},\
        "place":{"lat":48.0,"lon":%s,"within-m":2000}"""
            .formatted(time, lon));
  }

  private static List<List<String>> sorted(Decisions decisions, Claim... claims) {
    return Fusion.partition(List.of(claims), Model.BY_HAND, decisions).incidents().stream()
        .map(
            incident ->
                incident.claims().stream().map(c -> c.statement().voice().source().id()).toList())
        .toList();
  }

  @Test
  void twoSidesThatSpeakOfOneHourAndPlaceSpeakOfOneHappening() {
    assertThat(
            sorted(
                Decisions.NONE,
                shelling("a", "AAA", "10:00", 37.0),
                shelling("b", "BBB", "10:03", 37.005)))
        .containsExactly(List.of("a", "b"));
  }

  @Test
  void hardBoundsThatExcludeEachOtherKeepClaimsApart() {
    assertThat(
            sorted(
                Decisions.NONE,
                shelling("a", "AAA", "10:00", 37.0),
                shelling("b", "BBB", "11:00", 37.0)))
        .hasSize(2);
    assertThat(
            sorted(
                Decisions.NONE,
                shelling("a", "AAA", "10:00", 37.0),
                shelling("b", "BBB", "10:00", 37.2)))
        .hasSize(2);
  }

  /** Along a dense front everything is near to something: the ends must not be joined. */
  @Test
  void aChainOfNeighboursIsNotOneIncident() {
    Claim[] chain = new Claim[40];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = shelling("s%02d".formatted(i), "neutral", "10:00", 37.0 + i * 0.03);
    }
    List<List<String>> incidents = sorted(Decisions.NONE, chain);
    assertThat(incidents).hasSizeGreaterThan(10);
    assertThat(incidents).allMatch(incident -> incident.size() <= 4);
  }

  @Test
  void twoClaimsOfOneReportAreTwoHappenings() {
    String one =
        """
        {"claim":"event","conduct":"shelling","about":"2025-04-20T10:00Z",\
        "place":{"lat":48,"lon":37,"within-m":500}}""";
    List<Claim> claims =
        ReportNotation.read(
                Notation.jsonLine(
                    "made-up.jsonl",
                    1,
                    """
                    {"report":"1","source":{"id":"s","name":"s","class":"ngo","side":"neutral"},\
                    "said":"2025-04-21T00:00Z","exercise":true,"claims":[%s,%s]}"""
                        .formatted(one, one)))
            .claims();
    assertThat(Fusion.partition(claims, Model.BY_HAND, Decisions.NONE).incidents()).hasSize(2);
  }

  @Test
  void aDenialAttachesToWhatItNamesAndBridgesNothing() {
    Claim a = shelling("a", "AAA", "10:00", 37.0);
    Claim b = shelling("b", "BBB", "11:30", 37.0);
    Claim denial =
        claim(
            "d",
            "BBB",
            "\"claim\":\"denial\",\"denies\":\"occurrence\",\"denier\":\"accused\",\"of\":\"a/1/1\"");
    assertThat(sorted(Decisions.NONE, a, b, denial))
        .containsExactlyInAnyOrder(List.of("a", "d"), List.of("b"));
  }

  @Test
  void aDenialOfSomethingNobodyReportedStaysUnattached() {
    Claim denial =
        claim("d", "BBB", "\"claim\":\"denial\",\"denies\":\"occurrence\",\"denier\":\"accused\"");
    Partition partition = Fusion.partition(List.of(denial), Model.BY_HAND, Decisions.NONE);
    assertThat(partition.incidents()).isEmpty();
    assertThat(partition.unattached()).containsExactly(denial);
  }

  @Test
  void whatAnAnalystDecidesCounts() {
    Claim a = shelling("a", "AAA", "10:00", 37.0);
    Claim b = shelling("b", "BBB", "10:03", 37.005);
    Claim far = shelling("c", "BBB", "23:00", 39.0);
    Pair near = Pair.of(a.id(), b.id());
    Pair distant = Pair.of(a.id(), far.id());
    assertThat(sorted(new Decisions(Set.of(), Set.of(near)), a, b)).hasSize(2);
    assertThat(sorted(new Decisions(Set.of(distant), Set.of()), a, far)).hasSize(1);
    assertThat(sorted(new Decisions(Set.of(near), Set.of(near)), a, b)).hasSize(2);
  }

  @Test
  void everythingThatIsComparedIsExplained() {
    assertThat(
            Fusion.explain(
                shelling("a", "AAA", "10:00", 37.0),
                shelling("b", "BBB", "10:03", 37.005),
                Model.BY_HAND,
                Decisions.NONE))
        .containsKeys("time: within half an hour", "place: within one sigma", "conduct: the same");
  }

  @Test
  void aFloodIsSortedInBoundedWorkAndNotTakenApart() {
    List<Claim> flood = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      flood.add(
          claim(
              "s%04d".formatted(i),
              "neutral",
              """
              "claim":"event","conduct":"shelling","about":"2025-04-20T10:00Z",\
              "place":{"lat":48.0,"lon":37.0,"within-m":2000}"""));
    }
    Pair farInOrder = Pair.of(flood.getFirst().id(), flood.getLast().id());
    Decisions decided = new Decisions(Set.of(farInOrder), Set.of());
    List<Incident> incidents = Fusion.partition(flood, Model.BY_HAND, decided).incidents();
    assertThat(incidents.stream().mapToInt(incident -> incident.members().size()).sum())
        .isEqualTo(1_000);
    assertThat(incidents).hasSizeLessThan(10);
    assertThat(incidents)
        .filteredOn(incident -> incident.claims().contains(flood.getFirst()))
        .singleElement()
        .matches(incident -> incident.claims().contains(flood.getLast()));
  }
}
