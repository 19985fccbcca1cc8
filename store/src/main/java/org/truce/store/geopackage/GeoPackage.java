package org.truce.store.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.truce.store.StoreException;

/**
 * A new GeoPackage file (OGC 12-128r17, version 1.3) with layers of areas on WGS 84; QGIS and GDAL
 * open it. For one thread; without {@link #finish} no file is left, so that half of one is never
 * taken for a whole.
 */
public final class GeoPackage implements AutoCloseable {
  /** "GPKG", where SQLite keeps whose file it is. */
  private static final int APPLICATION = 0x47504B47;

  private static final int VERSION = 10_300;
  private static final int WGS_84 = 4_326;

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path file;
  private final Connection connection;
  private final Instant changed;
  private final List<Layer> layers = new ArrayList<>();
  private boolean finished;

  private GeoPackage(Path file, Connection connection, Instant changed) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.changed = changed;
    connection.setAutoCommit(false);
    for (String sql : START) {
      execute(sql);
    }
  }

  /** What a column holds. */
  public enum ColumnType {
    TEXT,
    /** A whole number. */
    INTEGER,
    BOOLEAN,
    /** An {@link Instant}. */
    DATETIME
  }

  /** A column of a layer. */
  public record Column(String name, ColumnType type) {}

  /**
   * Makes a file.
   *
   * @param file must not be there yet
   * @param changed when what it shows was last changed
   * @throws StoreException when it is there or cannot be made
   */
  public static GeoPackage create(Path file, Instant changed) {
    if (Files.exists(file)) {
      throw new StoreException(file + " is there already; name a new file");
    }
    try {
      return new GeoPackage(file, DriverManager.getConnection("jdbc:sqlite:" + file), changed);
    } catch (SQLException e) {
      throw new StoreException("cannot make %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Adds a layer. */
  public Layer layer(String name, String description, List<Column> columns) {
    try {
      Layer layer = new Layer(name, description, columns);
      layers.add(layer);
      return layer;
    } catch (SQLException e) {
      throw new StoreException("cannot add the layer %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** A layer of the file. */
  public final class Layer {
    private final String name;
    private final List<Column> columns;
    private final PreparedStatement insert;
    private Optional<Bounds> bounds = Optional.empty();

    private Layer(String name, String description, List<Column> columns) throws SQLException {
      this.name = name;
      this.columns = List.copyOf(columns);
      execute(
          "CREATE TABLE %s (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, %s)"
              .formatted(
                  quoted(name),
                  columns.stream()
                      .map(column -> quoted(column.name()) + " " + column.type())
                      .collect(Collectors.joining(", "))));
      insert(
          "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change,"
              + " srs_id) VALUES (?, 'features', ?, ?, ?, "
              + WGS_84
              + ")",
          List.of(name, name, description, timestamp(changed)));
      insert(
          "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', "
              + WGS_84
              + ", 0, 0)",
          List.of(name));
      this.insert =
          connection.prepareStatement(
              "INSERT INTO %s (geom, %s) VALUES (?%s)"
                  .formatted(
                      quoted(name),
                      columns.stream()
                          .map(column -> quoted(column.name()))
                          .collect(Collectors.joining(", ")),
                      ", ?".repeat(columns.size())));
    }

    /**
     * Adds a feature.
     *
     * @param polygons its area, each polygon as its rings, the outer first, each ring closed and
     *     given as longitude and latitude in turn; none when nothing is known of where it is
     * @param cells a value of its type for each column
     */
    public void add(List<List<double[]>> polygons, List<Object> cells) {
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s has %d columns, were %d".formatted(name, columns.size(), cells.size()));
      }
      try {
        Optional<Bounds> box = Bounds.of(polygons);
        insert.setBytes(1, box.map(of -> GeometryBytes.of(polygons, of, WGS_84)).orElse(null));
        for (int i = 0; i < cells.size(); i++) {
          set(insert, i + 2, columns.get(i), cells.get(i));
        }
        insert.executeUpdate();
        bounds = Bounds.hull(bounds, box);
      } catch (SQLException e) {
        throw new StoreException("cannot write to %s: %s".formatted(name, e.getMessage()), e);
      }
    }

    private void finish() throws SQLException {
      insert.close();
      if (bounds.isPresent()) {
        Bounds all = bounds.get();
        insert(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
            List.of(all.west(), all.south(), all.east(), all.north(), name));
      }
    }
  }

  private static void set(PreparedStatement into, int at, Column column, Object cell)
      throws SQLException {
    switch (column.type()) {
      case TEXT -> into.setString(at, (String) cell);
      case INTEGER -> into.setLong(at, ((Number) cell).longValue());
      case BOOLEAN -> into.setInt(at, (Boolean) cell ? 1 : 0);
      case DATETIME -> into.setString(at, timestamp((Instant) cell));
    }
  }

  /** ISO 8601 in UTC with milliseconds, as the standard asks. */
  private static String timestamp(Instant time) {
    return TIMESTAMP.format(time);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private void insert(String sql, List<Object> values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      statement.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Makes everything that was added a whole file. */
  public void finish() {
    try {
      for (Layer layer : layers) {
        layer.finish();
      }
      connection.commit();
      finished = true;
    } catch (SQLException e) {
      throw new StoreException("cannot finish the GeoPackage: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
      if (!finished) {
        Files.deleteIfExists(file);
      }
    } catch (SQLException | IOException e) {
      throw new StoreException("cannot close the GeoPackage: " + e.getMessage(), e);
    }
  }

  /** The tables that every such file has. */
  private static final List<String> START =
      List.of(
          "PRAGMA application_id = " + APPLICATION,
          "PRAGMA user_version = " + VERSION,
          "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,"
              + " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition"
              + " TEXT NOT NULL, description TEXT)",
          "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian SRS', -1, 'NONE', -1,"
              + " 'undefined', NULL), ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),"
              + " ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\","
              + "SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
              + "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
              + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
              + "AUTHORITY[\"EPSG\",\"4326\"]]', NULL)",
          "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
              + " identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,"
              + " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT"
              + " fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
          "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
              + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m"
              + " TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
              + " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
              + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))");
}
