package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 2,000 seeded mutations over all readers: exit code 0 with the rejected counted, or 2 with a
 * message; never a trace.
 */
class MutatedInputTest {
  private static final int MUTATIONS = 2_000;
  private static final List<String> WRONG =
      List.of(
          "null", "true", "-1", "1e400", "{}", "[]", "\"\"", "NaN", "99999999999999999999", "=A1");

  @TempDir private Path folder;

  private static final String MAPPING =
      """
      mapping: points
      columns: [nr, day]
      report:
        report: {column: nr}
        source: {id: s, name: S, class: ngo, side: neutral}
        said: {local: {date: {column: day}, zone: Europe/Kyiv, within: P1D}}
        claims:
          - claim: event
            conduct: {column: kind, values: {a: raid, b: shelling}, otherwise: attack}
            about: {local: {date: {column: day}, time: {column: clock, absent: ["00:00"]}, zone: Europe/Kyiv}}
            place: {lat: {column: lat}, lon: {column: lon}, within-m: 500, region: {column: r, as: region, unknown: leave-out}}
      """;

  private static final Path MINSK = Ran.ROOT.resolve("examples/minsk-2015");

  /** One small whole file for each reader, by the name of the file. */
  private static Map<String, String> whole() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("easter.jsonl", Files.readString(Path.of(Ran.EASTER, "reports", "ukraine.jsonl")));
    files.put(
        "patrol.jsonl",
        Files.readString(Ran.ROOT.resolve("examples/patrol-day/reports/day.jsonl")));
    files.put(
        "ucdp.csv",
        """
        id,type_of_violence,side_a,side_b,where_prec,adm_1,latitude,longitude,country,date_prec,date_start,date_end,low,best,high
        1,1,A,B,1,Aleppo,36.2,37.1,Syria,1,2016-03-01,2016-03-01,1,2,3
        2,3,IS,"Civil
        ians",5,Aleppo,36.2,37.1,Syria,2,2016-03-01,2016-03-03,0,2,2
        """);
    files.put(
        "alerts.csv",
        """
        region,started_at,finished_at
        Vinnytska oblast,2022-03-15T16:10:34Z,2022-03-15T16:50:07Z
        Kyiv City,2022-03-15T16:11:25Z,
        """);
    files.put(
        "tallies.csv",
        """
        scenario,claim_id,claimant,metric,value,period_start,period_end,source_url,source_date
        s,S1,RU coordination centre Hmeimim,violations_24h,9,2016-02-27,2016-02-28,x,2016-02-28
        """);
    files.put(
        "points.geojson",
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":1,"properties":{"nr":"1","day":"2025-04-20","clock":"10:00","kind":"a"},"geometry":{"type":"Point","coordinates":[38.05,48.3]}},
        {"type":"Feature","properties":{"nr":"2","day":"2025-04-20","r":"UA-14"},"geometry":null}]}
        """);
    files.put(
        "acled.csv",
        """
        event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
        UKR1,2025-04-20,2025,1,Political violence,Battles,Armed clash,A,,State forces,B,,State forces,x,,804,Europe,Ukraine,Donetsk,x,,Horlivka,48.30,38.05,1,s,National,made up,0,,1745280000
        """);
    files.put(
        "viina-event.csv",
        """
        viina_version,event_id,event_id_1pd,date,time,geonameid,feature_code,asciiname,ADM1_NAME,ADM1_CODE,ADM2_NAME,ADM2_CODE,longitude,latitude,GEO_PRECISION,GEO_API,location,address,report_id,source,url,text,lang
        2,1,1,20250420,14:30,1,PPL,Horlivka,Donets'k,1,x,1,38.05,48.30,ADM3,g,Horlivka,x,9,paper,https://example.org/1,made up,ua
        """);
    files.put(
        "viina-day.csv",
        """
        event_id_1pd,date,n_reports,event_ids_matching,sources_matching,source_urls,geonameid,asciiname,ADM1_NAME,ADM2_NAME,longitude,latitude,a_ukr_init,a_ukr,a_rus_init,a_rus
        1,20250420,2,3,paper,https://example.org/1,1,Horlivka,Donetsk,x,38.05,48.30,,0,,1
        """);
    files.put(
        "thermal.csv",
        """
        detection_id,detection_time_utc,latitude,longitude,satellite,instrument,confidence,bright_ti4,bright_ti5,frp,daynight
        N|1,2025-04-20 00:05:00 UTC,48.05962,37.95852,N20,VIIRS,n,299.06,287.93,0.55,N
        """);
    files.put(
        "message.txt",
        """
        ---
        report: P-1
        source: {id: paper, name: Paper, class: media, side: neutral}
        published: 2025-04-20
        zone: Europe/Kyiv
        language: en
        ---
        Two people were killed in Kherson on 20 April 2025, the mayor said.
        """);
    files.put("zones.geojson", Files.readString(MINSK.resolve("zones.geojson")));
    files.put(
        "table.csv", "nr,day,clock,lat,lon,kind,r\n1,2025-04-20,00:00,48.3,38.05,b,Donetsk\n");
    return files;
  }

  private static byte[] mutated(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    return switch (random.nextInt(4)) {
      case 0 -> java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> {
        for (int flips = random.nextInt(1, 8); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        yield bytes;
      }
      case 2 -> {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] tokens = text.split("(?<=[,:])", -1);
        tokens[random.nextInt(tokens.length)] = WRONG.get(random.nextInt(WRONG.size())) + ",";
        yield String.join("", tokens).getBytes(StandardCharsets.UTF_8);
      }
      default -> {
        int from = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(200, bytes.length - from) + 1);
        byte[] doubled = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, doubled, 0, from + length);
        System.arraycopy(bytes, from, doubled, from + length, bytes.length - from);
        yield doubled;
      }
    };
  }

  private Ran run(String name, String command, Path file, Path mapping) throws IOException {
    if (name.equals("zones.geojson")) {
      Path agreement = folder.resolve("agreement.yaml");
      Files.copy(MINSK.resolve("agreement.yaml"), agreement, StandardCopyOption.REPLACE_EXISTING);
      return Ran.truce("agreement", "check", agreement.toString());
    }
    return command.equals("reports")
        ? Ran.truce("reports", "check", file.toString(), "--mapping", mapping.toString())
        : Ran.truce("tally", file.toString(), "--mapping", mapping.toString());
  }

  @Test
  void everyReaderReadsRejectsOrRefusesWithoutATrace() throws IOException {
    Map<String, String> files = whole();
    List<String> names = List.copyOf(files.keySet());
    Path mapping = folder.resolve("mapping.yaml");
    int refused = 0;
    int withRejected = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String name = names.get(seed % names.size());
      Path file = folder.resolve(name);
      byte[] whole = files.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
      boolean hurtMapping = random.nextInt(10) == 0;
      byte[] yaml = MAPPING.getBytes(StandardCharsets.UTF_8);
      Files.write(mapping, hurtMapping ? mutated(yaml, random) : yaml);
      Files.write(file, mutated(whole, random));
      String command = random.nextInt(3) == 0 ? "reports" : "tally";
      Ran ran = run(name, command, file, mapping);
      assertThat(ran.code()).as("seed %d, %s: %s", seed, name, ran.err()).isIn(0, 2);
      assertThat(ran.err())
          .as("seed %d, %s", seed, name)
          .doesNotContain("at org.truce", "Exception");
      refused += ran.code() == 2 ? 1 : 0;
      boolean counted = ran.out().contains(" rejected") && !ran.out().contains(" 0 rejected");
      withRejected += ran.code() == 0 && counted ? 1 : 0;
      if (ran.code() == 2) {
        assertThat(ran.err()).as("seed %d", seed).startsWith("truce: ");
      }
    }
    assertThat(refused).isBetween(50, MUTATIONS / 2);
    assertThat(withRejected).isGreaterThan(500);
  }
}
