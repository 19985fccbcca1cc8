package org.truce.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.truce.incident.Decisions;
import org.truce.incident.Fusion;
import org.truce.incident.Incident;
import org.truce.incident.Model;
import org.truce.incident.Partition;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.testing.Lines;

/** A sum is bound to the incidents it may count by a link of its own, and is never one of them. */
class PartOfTest {
  private static final Atlas NOWHERE = new Atlas(List.of(), List.of());
  private static final String AT_NINE = "\"about\":{\"at\":\"2025-04-20T09:00Z\"}";
  private static final String AT_DONETSK = "\"place\":{\"lat\":48.0,\"lon\":37.7,\"within-m\":500}";

  private static final List<Claim> STRIKE =
      said(
          "event", "\"conduct\":\"artillery-fire\",\"by\":[\"RUS\"]," + AT_NINE + "," + AT_DONETSK);

  private static List<Claim> said(String kind, String fields) {
    return by("person", kind, fields);
  }

  private static List<Claim> by(String reader, String kind, String fields) {
    return Lines.report(
        """
        {"report":"%s","source":{"id":"s","name":"S","class":"party-official","side":"UKR"},"read-by":"%s",
         "said":{"at":"2025-04-21T10:00Z"},"claims":[{"claim":"%s",%s}]}
        """
            .formatted(kind, reader, kind, fields));
  }

  private static List<Claim> tally(String fields) {
    return said("tally", "\"unit\":\"attacks\",\"total\":12," + fields);
  }

  private static Optional<Boolean> link(List<Claim> sum) {
    List<PartOf> links = PartOf.of(STRIKE, sum, NOWHERE);
    assertThat(links).hasSizeLessThanOrEqualTo(1);
    return links.stream().findFirst().map(PartOf::surely);
  }

  private static final String DAY = "\"about\":{\"day\":\"2025-04-20\",\"zone\":\"UTC\"}";

  @Test
  void whatLiesInTheWindowAndIsAllegedAgainstWhomIsCountedLiesWithinSurely() {
    assertThat(link(tally("\"by\":[\"RUS\"]," + DAY))).contains(true);
  }

  @Test
  void anotherAuthorAnotherDayAndHoursLeftOutAreNotWithin() {
    assertThat(link(tally("\"by\":[\"UKR\"]," + DAY))).isEmpty();
    assertThat(link(tally("\"by\":[\"RUS\"],\"about\":{\"day\":\"2025-04-19\",\"zone\":\"UTC\"}")))
        .isEmpty();
    assertThat(
            link(
                tally(
                    "\"by\":[\"RUS\"],\"except\":[{\"from\":\"2025-04-20T08:00Z\",\"to\":\"2025-04-20T10:00Z\"}],"
                        + DAY)))
        .isEmpty();
  }

  @Test
  void whereAuthorOrAreaOrTheEdgeOfTheWindowLeaveItOpenItMayLieWithin() {
    assertThat(link(tally(DAY))).contains(false);
    assertThat(link(tally("\"by\":[\"RUS\"],\"place\":{\"region\":[\"UA-14\"]}," + DAY)))
        .contains(false);
    assertThat(
            link(
                tally(
                    "\"by\":[\"RUS\"],\"about\":{\"from\":\"2025-04-20T09:00:30Z\",\"to\":\"2025-04-20T12:00Z\"}")))
        .contains(false);
  }

  @Test
  void whatIsSaidToHappenAgainAndAgainMayHaveHappenedHereButNeverSurely() {
    String fields = "\"conduct\":\"%s\",\"by\":[\"%s\"]," + DAY;
    assertThat(link(said("pattern", fields.formatted("artillery-fire", "RUS")))).contains(false);
    assertThat(link(said("pattern", fields.formatted("artillery-fire", "UKR")))).isEmpty();
    assertThat(link(said("pattern", fields.formatted("overflight", "RUS")))).isEmpty();
  }

  @Test
  void aSumThatOnlyAMachineReadIsNotShownBesideAnIncident() {
    List<Claim> read = by("machine", "tally", "\"unit\":\"attacks\",\"total\":12," + DAY);
    assertThat(link(read)).isEmpty();
  }

  @Test
  void ofTheEasterTruceNoTallyIsAMemberAndTheTotalsHoldTheIncidentsOfTheirHours() {
    List<Claim> claims = Lines.ofExample("easter-2025");
    Partition partition = Fusion.partition(claims, Model.BY_HAND, Decisions.NONE);
    int links = 0;
    for (Incident incident : partition.incidents()) {
      assertThat(incident.claims()).noneMatch(PartOf::isSum);
      for (PartOf link : PartOf.of(incident.claims(), claims, NOWHERE)) {
        assertThat(link.sum().statement().about().overlaps(incident.about())).isTrue();
        links++;
      }
    }
    Claim.Tally total =
        claims.stream()
            .filter(claim -> claim.id().toString().equals("babel/E15/1"))
            .map(Claim.Tally.class::cast)
            .findFirst()
            .orElseThrow();
    List<List<Claim>> contents = partition.incidents().stream().map(Incident::claims).toList();
    long within =
        contents.stream().filter(of -> PartOf.between(total, of, NOWHERE).isPresent()).count();
    assertThat(MatchCoverage.of(total, contents, NOWHERE).possibly()).isEqualTo(within);
    assertThat(links).isGreaterThan((int) within);
  }
}
