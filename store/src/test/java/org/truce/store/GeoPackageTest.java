package org.truce.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.store.geopackage.GeoPackage;
import org.truce.store.geopackage.GeoPackage.Column;
import org.truce.store.geopackage.GeoPackage.ColumnType;

/** The bytes that the standard asks for; that GDAL opens such a file is shown on a data folder. */
class GeoPackageTest {
  @TempDir private Path folder = Path.of("");

  private static final List<double[]> SQUARE =
      List.of(new double[] {37, 48, 38, 48, 38, 49, 37, 49, 37, 48});

  private Path written() {
    Path file = folder.resolve("layers.gpkg");
    try (GeoPackage out = GeoPackage.create(file, Instant.parse("2025-04-20T14:00:00Z"))) {
      GeoPackage.Layer layer =
          out.layer(
              "incidents",
              "made up",
              List.of(
                  new Column("incident", ColumnType.TEXT),
                  new Column("from", ColumnType.DATETIME),
                  new Column("claims", ColumnType.INTEGER),
                  new Column("contested", ColumnType.BOOLEAN)));
      Instant from = Instant.parse("2025-04-20T09:30:00Z");
      layer.add(List.of(SQUARE), List.of("I-0001", from, 2, true));
      layer.add(List.of(), List.of("I-0002", from, 1, false));
      out.finish();
    }
    return file;
  }

  @Test
  void theFileSaysWhatItIsAndWhatLiesWhere() throws SQLException {
    Path file = written();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      assertThat(one(connection, "PRAGMA application_id")).isEqualTo("1196444487"); // "GPKG"
      assertThat(one(connection, "PRAGMA user_version")).isEqualTo("10300");
      assertThat(one(connection, "PRAGMA integrity_check")).isEqualTo("ok");
      assertThat(one(connection, "PRAGMA foreign_key_check")).isEmpty();
      assertThat(
              one(
                  connection,
                  "SELECT min_x || ' ' || min_y || ' ' || max_x || ' ' || max_y || ' ' ||"
                      + " last_change FROM gpkg_contents"))
          .isEqualTo("37.0 48.0 38.0 49.0 2025-04-20T14:00:00.000Z");
      assertThat(one(connection, "SELECT \"from\" || contested FROM incidents"))
          .isEqualTo("2025-04-20T09:30:00.000Z1");
      assertThat(one(connection, "SELECT incident FROM incidents WHERE geom IS NULL"))
          .isEqualTo("I-0002");
    }
  }

  @Test
  void anAreaIsAHeaderWithItsBoxAndThenWellKnownBinary() throws SQLException {
    Path file = written();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet found = connection.createStatement().executeQuery("SELECT geom FROM incidents")) {
      assertThat(found.next()).isTrue();
      ByteBuffer bytes = ByteBuffer.wrap(found.getBytes(1)).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(
              new String(
                  new byte[] {bytes.get(), bytes.get()},
                  java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("GP");
      assertThat(bytes.get()).isZero();
      assertThat(bytes.get()).isEqualTo((byte) 3);
      assertThat(bytes.getInt()).isEqualTo(4326);
      assertThat(doubles(bytes, 4)).containsExactly(37, 38, 48, 49);
      assertThat(bytes.get()).isEqualTo((byte) 1);
      assertThat(bytes.getInt()).isEqualTo(6); // a multipolygon
      assertThat(bytes.getInt()).isEqualTo(1);
      assertThat(bytes.get()).isEqualTo((byte) 1);
      assertThat(bytes.getInt()).isEqualTo(3); // a polygon
      assertThat(bytes.getInt()).isEqualTo(1);
      assertThat(bytes.getInt()).isEqualTo(5);
      assertThat(doubles(bytes, 10)).containsExactly(37, 48, 38, 48, 38, 49, 37, 49, 37, 48);
      assertThat(bytes.hasRemaining()).isFalse();
    }
  }

  private static double[] doubles(ByteBuffer bytes, int count) {
    double[] all = new double[count];
    for (int i = 0; i < count; i++) {
      all[i] = bytes.getDouble();
    }
    return all;
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (ResultSet found = connection.createStatement().executeQuery(sql)) {
      return found.next() ? found.getString(1) : "";
    }
  }

  @Test
  void ofAnExportThatBreaksOffNoFileIsLeft() {
    Path file = folder.resolve("half.gpkg");
    try (GeoPackage out = GeoPackage.create(file, Instant.EPOCH)) {
      out.layer("incidents", "made up", List.of(new Column("incident", ColumnType.TEXT)))
          .add(List.of(SQUARE), List.of("I-0001"));
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatIsThereIsNotTouched() throws Exception {
    Path file = folder.resolve("mine.gpkg");
    Files.writeString(file, "mine");
    assertThatThrownBy(() -> GeoPackage.create(file, Instant.EPOCH))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is there already");
    assertThat(Files.readString(file)).isEqualTo("mine");
  }
}
