package org.truce.sources.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.notation.Notation;
import org.truce.notation.NotationException;
import org.truce.report.Report;
import org.truce.sources.Received;
import org.truce.sources.ReportFiles;
import org.truce.sources.ReportFiles.UnknownFormatException;

/** Tables as people send them, and as nobody should. */
class HostileTablesTest {
  private static final String MAPPING =
      """
      mapping: made-up
      columns: [nr, day, lat, lon]
      position: {lat: lat, lon: lon, expect-lat: [44, 53], expect-lon: [22, 41]}
      report:
        report: {column: nr}
        source: {id: s, name: S, class: ngo, side: neutral}
        said: {local: {date: {column: day}, zone: Europe/Kyiv}}
        claims:
          - claim: event
            conduct: raid
            gist: {column: words}
            about: {local: {date: {column: day}, zone: Europe/Kyiv}}
            place: {lat: {column: lat}, lon: {column: lon}, within-m: 500}
      """;
  private static final String HEADER = "nr,day,lat,lon,words\n";
  private static final String ROW = "%s,2025-04-20,48.3,38.05,%s\n";

  @TempDir private Path folder;

  private static MappingFile mapping(String yaml) {
    return MappingFile.read(Notation.yaml("mapping.yaml", new java.io.StringReader(yaml)));
  }

  private Received read(byte[] bytes, String yaml) throws IOException {
    Path file = folder.resolve("table");
    Files.write(file, bytes);
    Received received = new Received();
    new ReportFiles(name -> Optional.empty(), List.of(mapping(yaml))).read(file, received);
    return received;
  }

  private Received read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), MAPPING);
  }

  private static List<String> numbers(Received received) {
    return received.reports().stream().map(Report::id).map(id -> id.number()).toList();
  }

  private static String row(int number) {
    return ROW.formatted(number, "x");
  }

  @Test
  void aQuoteThatIsNeverClosedCostsItsRowAndNotTheRest() throws IOException {
    Received received =
        read(HEADER + row(1) + ROW.formatted(2, "\"never closed") + row(3) + row(4));
    assertThat(numbers(received)).containsExactly("1", "3", "4");
    assertThat(received.rejected())
        .singleElement()
        .asString()
        .contains("table:3", "a quote that opens on line 3 is not closed");
  }

  @Test
  void manyQuotesThatAreNeverClosedEndTheReading() throws IOException {
    String rows = (ROW.formatted(1, "\"never closed") + "y".repeat(1 << 20) + "\n").repeat(18);
    Received received = read(HEADER + rows);
    assertThat(received.rejected().getLast().toString()).contains("not read on from here");
  }

  @Test
  void quotedLineEndsAndDoubledQuotesAreText() throws IOException {
    Received received = read(HEADER + ROW.formatted(1, "\"a \"\"b\"\"\nc\"") + row(2));
    assertThat(numbers(received)).containsExactly("1", "2");
    assertThat(received.reports().getFirst().claims().getFirst().statement().words().gist())
        .contains("a \"b\"\nc");
    assertThat(received.reports().getLast().document().input().line()).isEqualTo(4);
  }

  @Test
  void aRowThatIsTooLongIsSkippedAndTheNextRead() throws IOException {
    Received received = read(HEADER + ROW.formatted(1, "z".repeat(3 << 20)) + row(2));
    assertThat(numbers(received)).containsExactly("2");
    assertThat(received.rejected()).singleElement().asString().contains("longer than 1,048,576");
  }

  @Test
  void textInAnotherEncodingIsRefusedAndReadWhenTheMappingNamesIt() throws IOException {
    byte[] cyrillic =
        (HEADER + ROW.formatted(1, "обстріл")).getBytes(Charset.forName("windows-1251"));
    assertThat(read(cyrillic, MAPPING).rejected())
        .singleElement()
        .asString()
        .contains("not UTF-8 text");
    Received named = read(cyrillic, MAPPING + "encoding: windows-1251\n");
    assertThat(named.reports().getFirst().claims().getFirst().statement().words().gist())
        .contains("обстріл");
  }

  @Test
  void notANumberSwappedAndUnknownPositionsAreTold() throws IOException {
    Received received =
        read(
            HEADER
                + row(1).replace("48.3", "NaN")
                + row(2).replace("48.3,38.05", "38.05,48.3")
                + row(3).replace("48.3,38.05", "0,0")
                + row(4).replace("48.3", "1e999")
                + row(5).replace("2025-04-20", "2025-13-20"));
    assertThat(received.reports()).isEmpty();
    assertThat(received.rejected())
        .extracting(Object::toString)
        .satisfiesExactly(
            text -> assertThat(text).contains("NaN", "not a number"),
            text -> assertThat(text).contains("look swapped"),
            text -> assertThat(text).contains("0, 0 often stands for unknown"),
            text -> assertThat(text).contains("not a number"),
            text -> assertThat(text).contains("2025-13-20", "not a date"));
  }

  @Test
  void aFormulaIsTextAndNothingMore() throws IOException {
    Received received = read(HEADER + ROW.formatted(1, "=1+1"));
    assertThat(received.reports().getFirst().claims().getFirst().statement().words().gist())
        .contains("=1+1");
  }

  @Test
  void oneNumberWithTwoContentsIsRejected() throws IOException {
    Received received = read(HEADER + row(1) + row(1) + ROW.formatted(1, "other"));
    assertThat(received.repeated()).isEqualTo(1);
    assertThat(received.rejected()).singleElement().asString().contains("another content");
  }

  @Test
  void whatIsNoTextIsRefusedByWhatItIs() {
    assertThatThrownBy(() -> read("\uFEFF".getBytes(StandardCharsets.UTF_16LE), MAPPING))
        .isInstanceOf(UnknownFormatException.class)
        .hasMessageContaining("UTF-16");
    assertThatThrownBy(() -> read("PK\u0003\u0004zip"))
        .isInstanceOf(UnknownFormatException.class)
        .hasMessageContaining("workbook");
  }

  @Test
  void aMillionVertexPolygonIsRejectedAndThePointAfterItRead() throws IOException {
    StringBuilder polygon = new StringBuilder("[[");
    for (int i = 0; i < 1_000_000; i++) {
      polygon.append("[30.1,50.2],");
    }
    String feature =
        "{\"type\":\"Feature\",\"properties\":{\"nr\":\"%s\",\"day\":\"2025-04-20\"},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}";
    Received received =
        read(
            ("{\"type\":\"FeatureCollection\",\"features\":[\n"
                    + feature.formatted("1", "Polygon", polygon + "[30.1,50.2]]]")
                    + ",\n"
                    + feature.formatted("2", "Point", "[38.05,48.3]")
                    + ",\n5,\n"
                    + feature.formatted("3", "Point", "[48.3,38.05]")
                    + "]}")
                .getBytes(StandardCharsets.UTF_8),
            MAPPING
                .replace("[nr, day, lat, lon]", "[nr, day]")
                .replace("gist: {column: words}", "gist: point"));
    assertThat(numbers(received)).containsExactly("2");
    assertThat(received.rejected()).hasSize(3);
    assertThat(received.rejected().toString())
        .contains("more than 100,000 values", "look swapped", "expected names");
  }

  @Test
  void aMappingThatIsDeepOrLaughsABillionTimesIsRefused() {
    assertThatThrownBy(() -> mapping("[".repeat(100_000))).isInstanceOf(NotationException.class);
    assertThatThrownBy(() -> mapping("{\"a\":".repeat(100_000)))
        .isInstanceOf(NotationException.class);
    String laughs =
        "a: &a [x, x]\n"
            + IntStream.range(0, 26)
                .mapToObj(
                    i ->
                        "b%d: &b%d [*%s, *%s]%n"
                            .formatted(
                                i, i, i == 0 ? "a" : "b" + (i - 1), i == 0 ? "a" : "b" + (i - 1)))
                .collect(Collectors.joining());
    assertThatThrownBy(() -> mapping(laughs))
        .isInstanceOf(NotationException.class)
        .hasMessageContaining("aliases");
  }

  @Test
  void aMappingThatIsWrongSaysWhereAndWhatWasMeant() {
    assertThatThrownBy(() -> mapping(MAPPING.replace("position:", "positon:")))
        .isInstanceOf(NotationException.class)
        .hasMessageContaining("mapping.yaml:3")
        .hasMessageContaining("did you mean position?");
  }
}
