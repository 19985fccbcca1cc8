package org.truce.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.ledger.storage.NoSpace;
import org.truce.ledger.storage.OsStorage;

/** A real small file system runs full. */
class FullDiskTest {
  private static final int SEGMENT = 1 << 19;
  private static final int RESERVE = 1 << 17;

  @TempDir private Path folder;

  private static int run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  private static Stored record(int number) {
    byte[] entry = ("entry " + number).getBytes(StandardCharsets.US_ASCII);
    return new Stored(entry, new byte[40], new byte[700 + number % 600]);
  }

  private static List<String> entries(Journal journal) throws IOException {
    List<String> entries = new ArrayList<>();
    journal.read(
        0,
        journal.size(),
        (index, stored) -> entries.add(new String(stored.entry(), StandardCharsets.US_ASCII)));
    return entries;
  }

  @Test
  void whatWasAcknowledgedIsKeptNothingMoreIsTakenAndWithRoomItGoesOn() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    if (run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()) != 0) {
      leftOut();
      return;
    }
    try {
      List<String> acknowledged = fill(disk);
      assertThat(acknowledged).hasSizeGreaterThan(500);
      assertThat(run("mount", "-o", "remount,size=4m", disk.toString())).isZero();
      try (Journal journal = Journal.open(new OsStorage(disk), SEGMENT, RESERVE)) {
        assertThat(entries(journal)).isEqualTo(acknowledged);
        long next = journal.append(List.of(List.of(record(acknowledged.size()))));
        assertThat(next).isEqualTo(acknowledged.size());
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  private static List<String> fill(Path disk) throws IOException {
    List<String> acknowledged = new ArrayList<>();
    try (Journal journal = Journal.open(new OsStorage(disk), SEGMENT, RESERVE)) {
      while (journal.state() == Journal.State.OPEN) {
        try {
          journal.append(List.of(List.of(record(acknowledged.size()))));
          acknowledged.add("entry " + acknowledged.size());
        } catch (NoSpace e) {
          assertThat(journal.state()).isEqualTo(Journal.State.FULL);
        }
      }
      assertThat(entries(journal)).isEqualTo(acknowledged);
      assertThatThrownBy(() -> journal.append(List.of(List.of(record(0)))))
          .hasMessageContaining("FULL");
    }
    return acknowledged;
  }

  private static void leftOut() throws IOException {
    String why = "a full disk is tried on a small file system of its own, which needs root";
    if ("1".equals(System.getenv("TRUCE_REQUIRE_ALL"))) {
      throw new IOException(why);
    }
    System.err.println("LEFT OUT: " + why);
  }
}
