package org.truce.sources.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.gazetteer.Gazetteer;
import org.truce.provenance.Handling;
import org.truce.provenance.ReadBy;
import org.truce.report.Claim;
import org.truce.sources.Received;
import org.truce.sources.ReportFiles;

/**
 * The mappings that come with the product. ACLED and VIINA event_info rows are made by hand after
 * their columns, since no rows may be shipped.
 */
class ShippedMappingsTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();
  private static final String ACLED =
      """
      event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
      UKR1,2025-04-20,2025,1,Political violence,Battles,Armed clash,Military Forces of A,,State forces,Military Forces of B,,State forces,State forces-State forces,,804,Europe,Ukraine,Donetsk,x,,Horlivka,48.30,38.05,1,s,National,"made up, by hand",0,,1745280000
      UKR2,2025-04-20,2025,2,Political violence,Explosions/Remote violence,Shelling/artillery/missile attack,Military Forces of A,,1,Civilians (B),,7,17,Civilian targeting,804,Europe,Ukraine,Kherson,x,,Stanislav,46.57,32.15,2,s,National,made up,3.0,,1745280000
      UKR3,2025-04-20,2025,1,Demonstrations,Protests,Peaceful protest,Protesters,,6,,,0,60,,804,Europe,Ukraine,Kyiv City,x,,Kyiv,50.45,30.52,1,s,National,made up,0,,1745280000
      UKR4,2025-04-20,2025,1,Political violence,Explosions/Remote violence,Air/drone strike,,,1,,,0,10,,804,Europe,Ukraine,Kherson,x,,Stanislav,146.57,32.15,1,s,National,made up,0,,1745280000
      """;
  private static final String VIINA =
      """
      viina_version,event_id,event_id_1pd,date,time,geonameid,feature_code,asciiname,ADM1_NAME,ADM1_CODE,ADM2_NAME,ADM2_CODE,longitude,latitude,GEO_PRECISION,GEO_API,location,address,report_id,source,url,text,lang
      2,1,1,20250420,00:00,1,PPL,Horlivka,Donets'k,1,x,1,38.05,48.30,ADM3,g,Horlivka,x,9,paper,https://example.org/1,made up,ua
      2,2,2,20250420,14:30,1,PPL,Horlivka,Donets'k,1,x,1,38.05,48.30,ADM1,g,Horlivka,x,9,paper,https://example.org/2,made up,ru
      2,3,3,20250420,14:30,1,PPL,Horlivka,Donets'k,1,x,1,48.30,38.05,ADM1,g,Horlivka,x,9,paper,https://example.org/3,swapped,ru
      """;

  @TempDir private Path folder;

  private Received read(String text) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.writeString(file, text);
    return read(file);
  }

  private static Received read(Path file) throws IOException {
    Received received = new Received();
    new ReportFiles(GAZETTEER::findRegion).read(file, received);
    return received;
  }

  @Test
  void acledSaysWhoClashedNotWhoAttackedAndLeavesOutProtests() throws IOException {
    Received received = read(ACLED);
    assertThat(received.rejected()).singleElement().asString().contains("table.csv:5", "146.57");
    assertThat(received.reports()).hasSize(2);
    Claim clash = received.reports().get(0).claims().getFirst();
    assertThat(clash.toString()).contains("Clash", "Military Forces of B");
    assertThat(clash.statement().about().length()).isEqualTo(Duration.ofDays(1));
    assertThat(clash.statement().handling()).isEqualTo(Handling.RESTRICTED);
    assertThat(received.reports().get(0).claims()).hasSize(1);
    List<Claim> shelling = received.reports().get(1).claims();
    assertThat(shelling.getFirst().toString()).contains("conduct=shelling", "25000000");
    assertThat(shelling.getFirst().statement().about().length()).isEqualTo(Duration.ofDays(15));
    assertThat(((Claim.Toll) shelling.getLast()).count().said()).isEqualTo(3);
  }

  @Test
  void aByteOrderMarkLineEndsOfWindowsAndATagRowChangeNothing() throws IOException {
    int end = ACLED.indexOf('\n') + 1;
    String tags = "#event+code" + ",#x".repeat(30) + "\n";
    String other =
        "\uFEFF" + (ACLED.substring(0, end) + tags + ACLED.substring(end)).replace("\n", "\r\n");
    assertThat(read(other).reports().stream().map(report -> report.claims()))
        .containsExactlyElementsOf(read(ACLED).reports().stream().map(r -> r.claims()).toList());
  }

  @Test
  void viinaMidnightIsUnknownAndSwappedPositionsAreNoticed() throws IOException {
    Received received = read(VIINA);
    assertThat(received.reports()).hasSize(2);
    assertThat(received.reports().get(0).voice().said().length()).isEqualTo(Duration.ofDays(1));
    assertThat(received.reports().get(1).voice().said().length()).isEqualTo(Duration.ofMinutes(1));
    assertThat(received.reports().get(0).document().language()).contains("uk");
    assertThat(received.reports().get(0).voice().readBy()).isEqualTo(ReadBy.MACHINE);
    assertThat(received.rejected()).singleElement().asString().contains("look swapped");
  }

  @Test
  void ucdpCandidateColumnsAreReadByTheirNames() throws IOException {
    Received received =
        read(
            """
            id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob
            1,UKR-1,2025,1,Clear,1,1,1,A - B,1,1,A - B,1,1,A,2,2,B,1,made up,x,x,x,x,1,Horlivka,,Donetsk oblast,,48.30,38.05,x,1,Ukraine,369,Europe,1,1,2025-04-20 00:00:00.000,2025-04-20 00:00:00.000,0,0,1,0,1,2,1,369;365,
            """);
    assertThat(received.rejected()).isEmpty();
    assertThat(received.reports().getFirst().id()).hasToString("ucdp-ged/1");
  }

  @Test
  void theSharedDatasetsAreReadWhole() throws IOException {
    Optional<Path> shared = Optional.ofNullable(System.getenv("TRUCE_SHARED_DATA")).map(Path::of);
    if (shared.isEmpty()) {
      System.err.println("LEFT OUT: the shared datasets by their mappings (TRUCE_SHARED_DATA)");
      return;
    }
    assertRead(shared.get(), "air_raid_alerts/air_raid_alerts_2022_2024.csv", 49_307);
    assertRead(shared.get(), "viina/viina_2022.csv", 2_060);
    assertRead(shared.get(), "firms/firms_viirs_20260624_27.csv", 5_731);
    assertRead(shared.get(), "ucdp_syria/party_tallies_syria_2016.csv", 3);
  }

  private static void assertRead(Path shared, String file, int rows) throws IOException {
    Received received = read(shared.resolve(file));
    assertThat(received.rejected()).as(file).isEmpty();
    assertThat(received.reports().size() + received.repeated()).as(file).isEqualTo(rows);
  }
}
