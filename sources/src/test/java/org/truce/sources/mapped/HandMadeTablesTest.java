package org.truce.sources.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.gazetteer.Gazetteer;
import org.truce.notation.Notation;
import org.truce.place.Place;
import org.truce.provenance.ReadBy;
import org.truce.report.Claim;
import org.truce.report.Report;
import org.truce.sources.Received;
import org.truce.sources.ReportFiles;
import org.truce.time.TimeSpan;

/**
 * Shipped mappings on tables made by hand after the columns of the datasets, so that they are
 * tested where the datasets are not. EXERCISE: nothing in these rows happened.
 */
class HandMadeTablesTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();

  @TempDir private Path folder;

  private Received read(String name, String text, MappingFile... mappings) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    Received received = new Received();
    new ReportFiles(GAZETTEER::findRegion, List.of(mappings)).read(file, received);
    return received;
  }

  private static Claim only(Report report) {
    assertThat(report.claims()).hasSize(1);
    return report.claims().getFirst();
  }

  private static TimeSpan span(String from, String to) {
    return new TimeSpan(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void anAlertIsAnIntervalInItsRegionAndOneWithoutAnEndStillStands() throws IOException {
    Received received =
        read(
            "alerts.csv",
            """
            region,started_at,finished_at,n_subalerts,duration_minutes,is_anomaly_duration
            Sumska oblast,2031-03-15T16:10:34Z,2031-03-15T16:50:07Z,1,39.55,false
            Kyiv City,2031-03-15T17:00:00Z,,1,,false
            Made-up oblast,2031-03-15T16:10:34Z,2031-03-15T16:50:07Z,1,39.55,false
            Sumska oblast,2031-03-16T10:00:00Z,2031-03-16T09:00:00Z,1,-60,true
            """);
    assertThat(received.reports()).hasSize(2);
    Claim ended = only(received.reports().get(0));
    assertThat(ended).isInstanceOf(Claim.Alert.class);
    assertThat(ended.statement().about())
        .isEqualTo(span("2031-03-15T16:10:34Z", "2031-03-15T16:50:07Z"));
    assertThat(ended.statement().where().place()).asString().contains("UA-59");
    Claim standing = only(received.reports().get(1));
    assertThat(standing.statement().about().to()).isEqualTo(TimeSpan.END);
    assertThat(standing.statement().where().place()).asString().contains("UA-30");
    assertThat(received.rejected().stream().map(each -> each.input().line()))
        .containsExactly(4L, 5L);
    assertThat(received.rejected().getFirst().toString()).contains("Made-up oblast");
  }

  @Test
  void viinaPerDayIsReadByAMachineAndItsDayMayBeOffByOne() throws IOException {
    Received received =
        read(
            "viina.csv",
            """
            event_id_1pd,date,n_reports,event_ids_matching,sources_matching,source_urls,geonameid,asciiname,ADM1_NAME,ADM2_NAME,longitude,latitude,a_ukr_init,a_ukr,a_rus_init,a_rus
            7,20310420,2,1;2,paper;radio,https://example.org/1,1,Made-up,Donets'k,x,38.05,48.30,,0,,1
            8,20310420,1,3,paper,https://example.org/2,1,Swapped,Donets'k,x,48.30,38.05,,0,,1
            9,20310431,1,4,paper,https://example.org/3,1,No such day,Donets'k,x,38.05,48.30,,0,,1
            """);
    Report report = received.reports().getFirst();
    assertThat(received.reports()).hasSize(1);
    assertThat(report.id()).hasToString("viina-1pd/20310420-7");
    assertThat(report.voice().readBy()).isEqualTo(ReadBy.MACHINE);
    // The local day of 20 April in Kyiv, and a day either side.
    assertThat(only(report).statement().about())
        .isEqualTo(span("2031-04-18T21:00:00Z", "2031-04-21T21:00:00Z"));
    assertThat(only(report).statement().words().gist())
        .contains("2 report(s) of something at Made-up");
    assertThat(received.rejected()).hasSize(2);
    assertThat(received.rejected().get(0).toString()).contains("viina.csv:3", "look swapped");
    assertThat(received.rejected().get(1).toString()).contains("viina.csv:4", "20310431");
  }

  @Test
  void aThermalDetectionIsWhatASensorNoticedWithinAKilometreInThatSecond() throws IOException {
    Received received =
        read(
            "thermal.csv",
            """
            detection_id,detection_time_utc,latitude,longitude,satellite,instrument,confidence,bright_ti4,bright_ti5,frp,daynight
            N20|48.05|37.95|2031-06-24|5|VIIRS,2031-06-24 00:05:00 UTC,48.05962,37.95852,N20,VIIRS,n,299.06,287.93,0.55,N
            N21|x,2031-06-24 25:05:00 UTC,48.05962,37.95852,N21,VIIRS,n,299.06,287.93,0.55,N
            N21|y,2031-06-24 00:05:00 UTC,NaN,37.95852,N21,VIIRS,n,299.06,287.93,0.55,N
            """);
    assertThat(received.rejected()).hasSize(2);
    Report report = received.reports().getFirst();
    Claim claim = only(report);
    assertThat(claim).isInstanceOf(Claim.Observation.class);
    assertThat(report.voice().source().name()).isEqualTo("VIIRS on N20");
    assertThat(report.voice().readBy()).isEqualTo(ReadBy.MACHINE);
    assertThat(claim.statement().about().from()).isEqualTo("2031-06-24T00:05:00Z");
    assertThat(claim.statement().about().length()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(claim.statement().where().place().toString()).contains("1000000");
  }

  @Test
  void anAnnouncedTotalKeepsItsOuterWindowAndItsSide() throws IOException {
    Received received =
        read(
            "tallies.csv",
            """
            scenario,claim_id,as_of,claimant,against,metric,value,qualifier,period_start,period_end,source_url,source_date
            exercise,E01,2031-02-28,RU coordination centre Hmeimim,mixed,violations_24h,9.0,exact,2031-02-27,2031-02-28,https://example.org/1,2031-02-28
            exercise,E02,2031-02-28,Somebody,mixed,violations_24h,nine,exact,2031-02-27,2031-02-28,https://example.org/1,2031-02-28
            """);
    Claim.Tally tally = (Claim.Tally) only(received.reports().getFirst());
    assertThat(tally.total().orElseThrow().said()).isEqualTo(9);
    assertThat(tally.unit()).isEqualTo("violations");
    assertThat(tally.statement().voice().side().code()).isEqualTo("RUS");
    assertThat(tally.statement().about().length()).isEqualTo(Duration.ofDays(2));
    assertThat(received.rejected()).singleElement().asString().contains("tallies.csv:3", "nine");
  }

  @Test
  void aPowerPlantIsACountOfOneAtItsPlaceAndNoIncident() throws IOException {
    Received received =
        read(
            "plants.csv",
            """
            country,country_long,name,gppd_idnr,capacity_mw,latitude,longitude,primary_fuel
            UKR,Ukraine,Made-up plant,EX0001,34.1,45.765,28.599,Solar
            """);
    Claim.Tally tally = (Claim.Tally) only(received.reports().getFirst());
    assertThat(tally.unit()).isEqualTo("power plant");
    assertThat(tally.statement().words().gist()).contains("Made-up plant, Solar, 34.1 MW");
  }

  @Test
  void whatIsMadeUpIsStampedWhateverTheRowSays() throws IOException {
    Received received =
        read(
            "exercise.csv",
            """
            report,source,side,origin,said,from,to,lat,lon,within-m,conduct,target,by,killed,exercise
            EXERCISE-0,media-1,neutral,media-1,2031-01-01T10:00:00Z,2031-01-01T08:00:00Z,2031-01-01T09:00:00Z,48.1,37.9,2000,tank-fire,,AAA;BBB,,false
            """);
    Report report = received.reports().getFirst();
    assertThat(report.exercise()).isTrue();
    assertThat(only(report).toString()).contains("tank-fire", "AAA", "BBB");
    assertThat(only(report).statement().about())
        .isEqualTo(span("2031-01-01T08:00:00Z", "2031-01-01T09:00:00Z"));
  }

  private static final String POINTS =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"f1","properties":{"day":"2031-04-20","what":{"kind":"shelling"}},"geometry":{"type":"Point","coordinates":[38.05,48.3,120]}},
      {"type":"Feature","id":"f2","properties":{"day":"2031-04-20","what":{"kind":"shelling"}},"geometry":{"type":"LineString","coordinates":[[38.05,48.3],[38.1,48.3]]}},
      {"type":"Feature","id":"f3","properties":{"day":"2031-04-21","what":{"kind":"raid"}},"geometry":{"type":"Point","coordinates":[38.05]}},
      {"type":"Feature","id":"f4","properties":{"day":"2031-04-21","what":{"kind":"raid"}},"geometry":{"type":"Point","coordinates":[37.5,48.0]}}]}
      """;
  private static final String POINT_MAPPING =
      """
      mapping: points
      columns: [feature-id, day, what.kind, lon, lat]
      position: {lat: lat, lon: lon}
      report:
        report: {column: feature-id}
        exercise: true
        source: {id: made-up, name: Made up, class: ngo, side: neutral}
        said: {local: {date: {column: day}, zone: UTC}}
        claims:
          - claim: event
            conduct: {column: what.kind}
            about: {local: {date: {column: day}, zone: UTC}}
            place: {lat: {column: lat}, lon: {column: lon}, within-m: 500}
      """;

  @Test
  void pointsOfGeoJsonAreRowsWithLongitudeFirstAndWhatIsNoPointIsRejected() throws IOException {
    MappingFile mapping =
        MappingFile.read(Notation.yaml("points.yaml", new StringReader(POINT_MAPPING)));
    Received received = read("points.geojson", POINTS, mapping);
    assertThat(received.reports().stream().map(report -> report.id().toString()))
        .containsExactly("made-up/f1", "made-up/f4");
    Claim.Event event = (Claim.Event) only(received.reports().getFirst());
    assertThat(event.happening().conduct()).isEqualTo("shelling");
    assertThat(((Place.Circle) event.statement().where().place().parts().getFirst()).centre())
        .satisfies(
            centre -> {
              assertThat(centre.lat()).isEqualTo(48.3);
              assertThat(centre.lon()).isEqualTo(38.05);
            });
    assertThat(received.rejected()).hasSize(2);
    assertThat(received.rejected().get(0).toString())
        .contains("points.geojson:3", "a point is expected", "LineString");
    assertThat(received.rejected().get(1).toString())
        .contains("points.geojson:4", "a position has longitude and latitude");
  }
}
