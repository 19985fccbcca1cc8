package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
      Ran ran =
          command.equals("reports")
              ? Ran.truce("reports", "check", file.toString(), "--mapping", mapping.toString())
              : Ran.truce("tally", file.toString(), "--mapping", mapping.toString());
      assertThat(ran.code()).as("seed %d, %s: %s", seed, name, ran.err()).isIn(0, 2);
      assertThat(ran.err())
          .as("seed %d, %s", seed, name)
          .doesNotContain("at org.truce", "Exception");
      refused += ran.code() == 2 ? 1 : 0;
      withRejected += ran.code() == 0 && !ran.out().contains(" 0 rejected") ? 1 : 0;
      if (ran.code() == 2) {
        assertThat(ran.err()).as("seed %d", seed).startsWith("truce: ");
      }
    }
    assertThat(refused).isBetween(50, MUTATIONS / 2);
    assertThat(withRejected).isGreaterThan(500);
  }
}
