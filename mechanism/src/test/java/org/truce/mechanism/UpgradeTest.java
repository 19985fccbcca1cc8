package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.mechanism.Submission.Form;
import org.truce.sources.mapped.ShippedMappings;
import org.truce.store.Query;
import org.truce.store.Table;

/**
 * A folder of the version before: {@code folder-of-projector-2.zip} was written by {@code truce
 * found} and {@code truce import} when the projector's version was 2. When it is raised again, a
 * folder of the version then left is put beside it.
 */
class UpgradeTest {
  private static final long ENTRIES = 15;

  @TempDir private Path folder = Path.of("");

  private Path unpacked() throws IOException {
    try (InputStream bytes =
            Objects.requireNonNull(getClass().getResourceAsStream("folder-of-projector-2.zip"));
        ZipInputStream zip = new ZipInputStream(bytes)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.copy(zip, file);
      }
    }
    return folder.resolve("folder");
  }

  @Test
  void aFolderOfTheVersionBeforeGoesOnInAnEpochOfItsOwn() throws IOException {
    Path data = unpacked();
    String digest;
    try (Mechanism mechanism = Desk.open(data)) {
      assertThat(mechanism.progress().entries()).isEqualTo(ENTRIES + 1);
      assertThat(mechanism.store().find(Table.EPOCH, List.of(ENTRIES), ENTRIES).orElseThrow())
          .satisfies(row -> assertThat(row.number("projector")).isEqualTo(Projector.VERSION));
      assertThat(mechanism.store().count(Query.of(Table.REPORT, ENTRIES), "state"))
          .isEqualTo(java.util.Map.of("standing", 9L));
      assertThat(mechanism.rejectedSince(0)).hasSize(2).anyMatch(line -> line.contains("Atlantis"));
      digest = mechanism.digest();
      assertThat(mechanism.differences()).isEmpty();
      mechanism.receive(Desk.easter(1));
    }
    try (Mechanism mechanism = Desk.open(data)) {
      assertThat(mechanism.progress().entries()).isGreaterThan(ENTRIES + 1);
      assertThat(mechanism.digest()).isNotEqualTo(digest);
      assertThat(mechanism.differences()).isEmpty();
    }
  }

  @Test
  void whatCouldNotBeReadIsReadAgainInANewEpoch() {
    String mapping = ShippedMappings.text("air-raid-alerts");
    Submission row =
        new Submission(
            "desk",
            Optional.empty(),
            Form.MAPPED,
            Optional.of(Mappings.hash(mapping)),
            new Submission.Place("alerts.csv", 2),
            Bytes.ofText(
                "region,started_at,finished_at\n"
                    + "Sumska oblast,2025-04-20T10:00:00Z,2025-04-20T10:30:00Z"));
    try (Mechanism mechanism = Desk.open(folder.resolve("data"))) {
      long at = mechanism.receive(List.of(row)).getFirst().index();
      mechanism.project();
      assertThat(mechanism.rejectedSince(at)).singleElement().asString().contains("never taken in");
      mechanism.take(mapping);
      Entry opened =
          new Entry(
              Rows.micros(Desk.NOON.instant()),
              false,
              new Content.EpochOpened(
                  new Epoch(Projector.VERSION, "mended", "m", "z", new java.util.TreeMap<>())));
      long before = mechanism.progress().entries() - 1;
      mechanism.feed(List.of(EntryNotation.bytes(opened)));
      assertThat(mechanism.rejectedSince(at)).isEmpty();
      long head = mechanism.progress().entries() - 1;
      assertThat(mechanism.store().find(Table.REPORT, List.of(at), head)).isPresent();
      assertThat(mechanism.store().find(Table.REPORT, List.of(at), before)).isEmpty();
      assertThat(mechanism.store().find(Table.REJECTED, List.of(at), before)).isPresent();
      assertThat(mechanism.differences()).isEmpty();
    }
  }
}
