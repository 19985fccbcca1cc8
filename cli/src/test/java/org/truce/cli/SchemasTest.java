package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.notation.ReportNotation;

/** The published schemas and the program agree. */
class SchemasTest {
  private static final Schema REPORT = schema("report.schema.json");
  private static final Schema ASSESSMENT = schema("assessment.schema.json");

  @TempDir private Path folder;

  private static Schema schema(String name) {
    try (InputStream text =
        Objects.requireNonNull(ReportNotation.class.getResourceAsStream(name), name)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> complaints(Schema schema, String text) {
    return schema.validate(text, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  @Test
  void everyReportOfTheExamplesFollowsTheSchema() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String example : List.of(Ran.EASTER, Ran.SYRIA)) {
      try (Stream<Path> found = Files.list(Path.of(example, "reports"))) {
        files.addAll(found.toList());
      }
    }
    int reports = 0;
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        assertThat(complaints(REPORT, line)).as(line).isEmpty();
        reports++;
      }
    }
    assertThat(reports).isEqualTo(78);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"claims\":[]",
        "\"claims\":[{\"claim\":\"rumour\"}]",
        "\"claims\":[{\"claim\":\"event\"}]",
        "\"claims\":[{\"claim\":\"event\",\"conduct\":\"raid\",\"colour\":\"red\"}]",
        "\"claims\":[{\"claim\":\"event\",\"conduct\":\"raid\",\"about\":\"2025-04-20 10:00\"}]",
        "\"claims\":[{\"claim\":\"event\",\"conduct\":\"raid\",\"place\":{\"lat\":95,\"lon\":1,\"within-m\":5}}]",
        "\"claims\":[{\"claim\":\"event\",\"conduct\":\"raid\",\"place\":{\"lat\":5,\"lon\":1}}]",
        "\"claims\":[{\"claim\":\"event\",\"conduct\":\"raid\",\"place\":{\"region\":\"ukraine\"}}]",
        "\"claims\":[{\"claim\":\"tally\",\"unit\":\"raids\"}]",
        "\"claims\":[{\"claim\":\"toll\",\"category\":\"killed\",\"count\":-1}]",
        "\"claims\":[{\"claim\":\"toll\",\"category\":\"hurt\",\"count\":1}]",
        "\"claims\":[{\"claim\":\"denial\",\"denies\":\"occurrence\"}]",
        "\"claims\":[{\"claim\":\"coverage\",\"observer\":\"x\",\"method\":\"guessed\"}]",
        "\"handling\":\"secret\",\"claims\":[{\"claim\":\"event\",\"conduct\":\"raid\"}]",
      })
  void whatTheSchemaRefusesTheReaderRejects(String rest) throws IOException {
    String line =
        "{\"report\":\"R\",\"source\":{\"id\":\"s\",\"name\":\"s\",\"class\":\"ngo\",\"side\":\"neutral\"},"
            + "\"said\":\"2025-04-20T10:00Z\","
            + rest
            + "}";
    Path file = folder.resolve("reports.jsonl");
    Files.writeString(file, line + "\n");
    Ran ran =
        Ran.truce("assess", Ran.EASTER + "/agreement.yaml", file.toString(), "--format", "json");
    assertThat(complaints(REPORT, line)).isNotEmpty();
    assertThat(ran.out()).contains("\"rejected\":1,", "\"line\":1,");
    assertThat(complaints(ASSESSMENT, ran.out())).isEmpty();
  }

  @Test
  void theWrittenAssessmentFollowsItsSchema() {
    assertThat(complaints(ASSESSMENT, Ran.easter("--format", "json").out())).isEmpty();
    assertThat(
            complaints(
                ASSESSMENT,
                Ran.easter(
                        "--format",
                        "json",
                        "--audience",
                        "public",
                        "--said-by",
                        "2025-04-20T17:00+03:00",
                        "--about",
                        "2025-04-19T00:00Z/2025-04-20T00:00Z")
                    .out()))
        .isEmpty();
  }
}
