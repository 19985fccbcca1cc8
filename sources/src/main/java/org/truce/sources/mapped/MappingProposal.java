package org.truce.sources.mapped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.truce.report.Rejected;
import org.truce.sources.rows.CsvRows;
import org.truce.sources.rows.FeatureRows;
import org.truce.sources.rows.Row;
import org.truce.sources.rows.RowSink;

/**
 * Proposes a mapping for a table from the names of its columns and what stands in its first rows.
 * What was guessed is marked; a person decides.
 */
public final class MappingProposal {
  private static final int SAMPLE_BYTES = 1 << 20;
  private static final int SAMPLE_ROWS = 1_000;

  /** How dates are written: pattern of the text, pattern of the mapping. */
  private enum DateForm {
    ISO("\\d{4}-\\d{2}-\\d{2}", "uuuu-MM-dd"),
    COMPACT("(19|20)\\d{6}", "uuuuMMdd"),
    DOTTED("\\d{1,2}\\.\\d{1,2}\\.\\d{4}", "d.M.uuuu"),
    SLASHED("\\d{1,2}/\\d{1,2}/\\d{4}", "d/M/uuuu"),
    WORDS("\\d{1,2} [A-Z][a-z]+ \\d{4}", "d MMMM uuuu"),
    ISO_TIME("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}", "uuuu-MM-dd HH:mm:ss"),
    ISO_UTC("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} UTC", "uuuu-MM-dd HH:mm:ss 'UTC'");

    private final Pattern text;
    private final String pattern;

    DateForm(String text, String pattern) {
      this.text = Pattern.compile(text);
      this.pattern = pattern;
    }
  }

  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})");

  private final List<String> columns;
  private final List<Row> rows;
  private final char delimiter;

  private MappingProposal(List<String> columns, List<Row> rows, char delimiter) {
    this.columns = columns;
    this.rows = rows;
    this.delimiter = delimiter;
  }

  /**
   * Returns a proposed mapping file as text.
   *
   * @param file name to mention
   * @throws IllegalArgumentException when the file has no columns to propose for
   */
  public static String of(String file, InputStream bytes) throws IOException {
    byte[] sample = bytes.readNBytes(SAMPLE_BYTES);
    String text = new String(sample, StandardCharsets.UTF_8);
    MappingProposal proposal =
        text.replace("\uFEFF", "").stripLeading().startsWith("{")
            ? features(file, sample)
            : table(file, sample);
    if (proposal.columns.size() < 2 || proposal.rows.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: no table with a header and rows was found in it".formatted(file));
    }
    return proposal.text(file);
  }

  private static MappingProposal table(String file, byte[] sample) throws IOException {
    MappingProposal best = new MappingProposal(List.of(), List.of(), ',');
    for (char delimiter : new char[] {',', ';', '\t', '|'}) {
      CsvRows csv =
          new CsvRows(file, new ByteArrayInputStream(sample), StandardCharsets.UTF_8, delimiter);
      List<String> header = csv.header();
      if (header.size() > best.columns.size()) {
        Kept kept = new Kept();
        csv.read(header, kept);
        best = new MappingProposal(header, kept.rows, delimiter);
      }
    }
    return best;
  }

  private static MappingProposal features(String file, byte[] sample) throws IOException {
    Kept kept = new Kept();
    new FeatureRows(file).read(new ByteArrayInputStream(sample), kept);
    Set<String> columns = new LinkedHashSet<>();
    kept.rows.forEach(row -> columns.addAll(row.cells().keySet()));
    return new MappingProposal(List.copyOf(columns), kept.rows, ',');
  }

  private static final class Kept implements RowSink {
    private final List<Row> rows = new ArrayList<>();

    @Override
    public void row(Row row) {
      if (rows.size() < SAMPLE_ROWS) {
        rows.add(row);
      }
    }

    @Override
    public void rejected(Rejected rejected) {
      // The sample may end within a row; reading the file will say what is wrong with it.
    }
  }

  private String text(String file) {
    StringBuilder yaml = new StringBuilder();
    Optional<String> id = id();
    Optional<String> lat = named("lat|latitude|y", this::looksLikeDegrees);
    Optional<String> lon = named("lon|lng|long|longitude|x", this::looksLikeDegrees);
    Optional<String> region =
        named("admin ?_?1|adm_?1(_?name)?|region|oblast|province|state", column -> true);
    Optional<String> place =
        named("location|place|name|asciiname|settlement|town|city", column -> true);
    Optional<String> words =
        named("notes|description|event description|text|summary|title", column -> true);
    Optional<String> address = named("url|link|source_url|address", column -> true);
    yaml.append(
        "# Proposed from %s. Lines marked GUESSED need a person's eye.%n".formatted(shown(file)));
    yaml.append("mapping: proposed\n");
    yaml.append("columns: [")
        .append(String.join(", ", columns.stream().map(MappingProposal::quoted).toList()))
        .append("]\n");
    if (delimiter != ',') {
      yaml.append("delimiter: ")
          .append(delimiter == '\t' ? "tab" : quoted("" + delimiter))
          .append('\n');
    }
    if (lat.isPresent() && lon.isPresent()) {
      yaml.append(
          "position: {lat: %s, lon: %s}   # add expect-lat: [least, most], expect-lon to notice swapped ones%n"
              .formatted(quoted(lat.get()), quoted(lon.get())));
    }
    yaml.append("report:\n");
    yaml.append(
        id.isPresent()
            ? "  report: {column: %s, as: reference}%n".formatted(quoted(id.get()))
            : "  report: {words: %s}   # GUESSED: no column has a different value in every row%n"
                .formatted(
                    quoted(
                        String.join(
                            " ", columns.stream().limit(6).map(c -> "{" + c + "}").toList()))));
    yaml.append(
        "  source: {id: proposed, name: proposed, class: dataset, side: neutral}   # GUESSED: who says so\n");
    yaml.append("  said: ").append(time(true)).append("   # GUESSED: when it was said\n");
    address.ifPresent(column -> yaml.append("  address: {column: %s}%n".formatted(quoted(column))));
    yaml.append("  claims:\n    - claim: event\n      id: \"1\"\n");
    yaml.append("      conduct: conduct   # GUESSED: nothing is said of what was done\n");
    words.ifPresent(column -> yaml.append("      gist: {column: %s}%n".formatted(quoted(column))));
    yaml.append("      about: ").append(time(false)).append("   # GUESSED: when it happened\n");
    place(yaml, lat, lon, region, place);
    return yaml.toString();
  }

  private void place(
      StringBuilder yaml,
      Optional<String> lat,
      Optional<String> lon,
      Optional<String> region,
      Optional<String> place) {
    List<String> parts = new ArrayList<>();
    if (lat.isPresent() && lon.isPresent()) {
      parts.add("lat: " + degrees(lat.get()));
      parts.add("lon: " + degrees(lon.get()));
      parts.add("names: settlement");
    } else if (region.isPresent()) {
      parts.add("region: {column: %s, as: region}".formatted(quoted(region.get())));
    }
    if (parts.isEmpty()) {
      return;
    }
    place.ifPresent(column -> parts.add("name: {column: %s}".formatted(quoted(column))));
    yaml.append(
        "      place: {%s}   # GUESSED: how exact positions are%n"
            .formatted(String.join(", ", parts)));
  }

  /** The times: instants as they are; otherwise a local date in UTC; otherwise nothing known. */
  private String time(boolean said) {
    Optional<String> instant = where("(?i).*(start|date|time|at).*", INSTANT);
    if (instant.isPresent()) {
      Optional<String> end = where("(?i).*(finish|end).*", INSTANT);
      String from = "from: {column: %s}".formatted(quoted(instant.get()));
      return end.isPresent() && !said
          ? "{%s, to: {column: %s}}".formatted(from, quoted(end.get()))
          : said ? "{%s}".formatted(from) : "{column: %s}".formatted(quoted(instant.get()));
    }
    for (DateForm form : DateForm.values()) {
      Optional<String> date = where("(?i).*(date|day|time|start).*", form.text);
      if (date.isPresent()) {
        return "{local: {date: {column: %s}, format: %s, zone: UTC}}"
            .formatted(quoted(date.get()), quoted(form.pattern));
      }
    }
    return "{from: 1900-01-01T00:00Z}";
  }

  private Optional<String> where(String name, Pattern form) {
    return columns.stream()
        .filter(column -> column.matches(name))
        .filter(column -> mostly(column, cell -> form.matcher(cell).matches()))
        .findFirst();
  }

  private Optional<String> id() {
    return columns.stream()
        .filter(
            column ->
                column
                    .toLowerCase(Locale.ROOT)
                    .matches(".*(^|_|-| )(id|code|nr|number|cnty)(_.*)?$|^id.*"))
        .filter(this::differsEverywhere)
        .findFirst()
        .or(() -> columns.stream().filter(c -> c.equals("feature-id")).findFirst());
  }

  private boolean differsEverywhere(String column) {
    Set<String> seen = new HashSet<>();
    return rows.stream()
        .map(row -> row.find(column).orElse(""))
        .allMatch(cell -> !cell.isBlank() && seen.add(cell));
  }

  private Optional<String> named(String names, Predicate<String> also) {
    return columns.stream()
        .filter(column -> column.toLowerCase(Locale.ROOT).strip().matches(names))
        .filter(also)
        .findFirst();
  }

  private String degrees(String column) {
    boolean comma = mostly(column, cell -> cell.contains(","));
    return "{column: %s%s}".formatted(quoted(column), comma ? ", as: decimal-comma" : "");
  }

  private boolean looksLikeDegrees(String column) {
    return mostly(column, cell -> cell.matches("-?\\d{1,3}([.,]\\d+)?"));
  }

  /** Whether nine of ten cells that say something are of a form, and at least one does. */
  private boolean mostly(String column, Predicate<String> form) {
    long said = 0;
    long fits = 0;
    for (Row row : rows) {
      String cell = row.find(column).map(String::strip).orElse("");
      if (!cell.isEmpty()) {
        said++;
        fits += form.test(cell) ? 1 : 0;
      }
    }
    return said > 0 && fits * 10 >= said * 9;
  }

  private static String shown(String file) {
    return file.replaceAll("[\\r\\n]", " ");
  }

  /** A text that YAML reads back as it is, whatever stands in it. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xFEFF) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
