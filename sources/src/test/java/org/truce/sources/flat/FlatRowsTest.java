package org.truce.sources.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row is read as it stands, whichever thread takes it, or named with its line and the reason. */
class FlatRowsTest {
  private static final String ROW =
      "R%d,patrol-%d,neutral,,2031-01-01T10:00:00Z,2031-01-01T07:15:54Z,2031-01-01T07:25:54Z,"
          + "49.4245700,37.8572251,2000,drone-dropped-munition,military-facility,AAA;BBB,3,true";

  @TempDir private Path folder;

  private FlatRows read(String rows) throws IOException {
    Path file = folder.resolve("rows.csv");
    Files.writeString(file, FlatRows.HEADER + "\n" + rows);
    FlatRows read = new FlatRows();
    read.read(file);
    return read;
  }

  @Test
  void aRowIsReadAsItStands() throws IOException {
    FlatRows rows = read(ROW.formatted(1, 2) + "\n");
    assertThat(rows.id(0)).asString().isEqualTo("patrol-2/R1");
    assertThat(rows.table().middle(0))
        .isEqualTo(Instant.parse("2031-01-01T07:20:54Z").getEpochSecond());
    assertThat(rows.table().halfWidth(0)).isEqualTo(300);
    assertThat(rows.table().where(0).latE7()).isEqualTo(494_245_700);
  }

  @Test
  void manyRowsKeepTheirOrderAndTheirLinesHoweverTheyAreTaken() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      rows.append(ROW.formatted(i, i % 7)).append('\n');
    }
    rows.append("R,patrol,neutral,,x,yesterday,today,,,,arson,,,,true\n");
    FlatRows read = read(rows.toString());
    assertThat(read.table().size()).isEqualTo(20_000);
    for (int i = 0; i < 20_000; i++) {
      assertThat(read.id(i)).asString().isEqualTo("patrol-" + i % 7 + "/R" + i);
      assertThat(read.table().source(i)).isEqualTo(read.table().source(i % 7));
    }
    assertThat(read.rejectedCount()).isEqualTo(1);
    assertThat(read.rejected().getFirst()).contains("rows.csv:20002: ", "yesterday");
  }

  @Test
  void everyTimeIsReadAsTheJdkReadsIt() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      Instant time = Instant.ofEpochSecond(random.nextLong(-2_000_000_000_000L, 250_000_000_000L));
      String text = i % 3 == 0 ? time.plusMillis(i).toString() : time.toString();
      assertThat(FlatRows.second(text)).as(text).isEqualTo(Instant.parse(text).getEpochSecond());
    }
    for (String odd :
        new String[] {"2031-12-31T24:00:00Z", "2031-06-30T23:59:60Z", "2031-01-01t07:15:54z"}) {
      assertThat(FlatRows.second(odd)).as(odd).isEqualTo(Instant.parse(odd).getEpochSecond());
    }
    for (String wrong :
        new String[] {
          "2031-02-30T00:00:00Z",
          "2031-01-01T25:00:00Z",
          "2031-00-01T00:00:00Z",
          "٢٠٣١-01-01T00:00:00Z",
          ""
        }) {
      assertThatThrownBy(() -> FlatRows.second(wrong))
          .as(wrong)
          .isInstanceOf(DateTimeException.class);
    }
  }
}
