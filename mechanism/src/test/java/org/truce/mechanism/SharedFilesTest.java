package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.mechanism.Submission.Form;
import org.truce.sources.mapped.ShippedMappings;
import org.truce.store.Query;
import org.truce.store.Table;

/**
 * Real files, taken in with the mappings that come with the product. They are not part of it: where
 * the folder {@code shared/data} does not stand beside the checkout, the test says so.
 */
class SharedFilesTest {
  private static final int MOST_OF_A_FILE = 600;

  @TempDir private Path folder = Path.of("");

  private record RealTable(String file, Optional<String> mapping) {}

  private static final List<RealTable> TABLES =
      List.of(
          new RealTable("ucdp_syria/ucdp_syria_2016_jan_nov.csv", Optional.empty()),
          new RealTable("ucdp_ukraine/ucdp_ukraine_2014_2015.csv", Optional.empty()),
          new RealTable(
              "air_raid_alerts/air_raid_alerts_2022_2024.csv", Optional.of("air-raid-alerts")),
          new RealTable("power_plants/gppd_ukraine.csv", Optional.of("power-plants")),
          new RealTable("firms/firms_viirs_20260624_27.csv", Optional.of("thermal-detections")));

  private static Path shared() {
    return Stream.of("../../shared/data")
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst()
        .orElseGet(
            () -> abort("LEFT OUT: no shared/data beside the checkout, so no real file was read"));
  }

  private static List<Submission> submissions(Mechanism mechanism, Path shared) throws IOException {
    List<Submission> all = new ArrayList<>();
    for (RealTable table : TABLES) {
      Records.Kind kind =
          table
              .mapping()
              .map(
                  name ->
                      new Records.Kind(
                          Form.MAPPED,
                          Optional.of(mechanism.take(ShippedMappings.text(name))),
                          ','))
              .orElse(Records.Kind.of(Form.UCDP));
      List<Submission> rows = new ArrayList<>();
      Records.of(shared.resolve(table.file()), kind, "desk", rows::add);
      all.addAll(rows.subList(0, Math.min(MOST_OF_A_FILE, rows.size())));
    }
    all.add(damaged(all.getLast()));
    return all;
  }

  /** A row of the last table with a latitude that there is not. */
  private static Submission damaged(Submission row) {
    String text = new String(row.bytes().toArray(), StandardCharsets.UTF_8);
    String[] lines = text.split("\n", 2);
    String[] cells = lines[1].split(",", -1);
    cells[0] = "damaged";
    cells[2] = "148.1";
    return new Submission(
        row.sender(),
        row.number(),
        row.form(),
        row.mapping(),
        row.place(),
        Bytes.ofText(lines[0] + "\n" + String.join(",", cells)));
  }

  @Test
  void realTablesGiveTheSameRowsInBatchesOfAnySizeAndAfterARebuild() throws IOException {
    Path shared = shared();
    List<String> digests = new ArrayList<>();
    for (int batch : List.of(1, 7, 1_000)) {
      try (Mechanism mechanism = Desk.open(folder.resolve("b" + batch))) {
        List<Submission> all = submissions(mechanism, shared);
        long first = mechanism.progress().entries();
        mechanism.receive(all);
        mechanism.project(batch);
        digests.add(mechanism.digest() + mechanism.progress());
        if (batch == 1_000) {
          mechanism.rebuild();
          digests.add(mechanism.digest() + mechanism.progress());
          assertThat(mechanism.rejectedSince(first))
              .as("rejected rows name file, line, column, value and reason")
              .isNotEmpty()
              .allMatch(line -> line.matches("(?s).+\\.csv:\\d+.*"))
              .anyMatch(line -> line.contains("firms") && line.contains("148.1"));
          accounted(mechanism, all.size());
        }
      }
    }
    assertThat(digests).containsOnly(digests.getFirst());
  }

  /** Every row is a report, a copy or rejected; nothing falls between. */
  private static void accounted(Mechanism mechanism, int rows) {
    long head = mechanism.progress().entries() - 1;
    var states = mechanism.store().count(Query.of(Table.REPORT, head), "state");
    long rejected =
        mechanism.store().count(Query.of(Table.REJECTED, head), "handling").values().stream()
            .mapToLong(Long::longValue)
            .sum();
    System.err.printf("real files: %d rows, reports %s, rejected %d%n", rows, states, rejected);
    assertThat(states.values().stream().mapToLong(Long::longValue).sum() + rejected)
        .isEqualTo(rows);
  }
}
