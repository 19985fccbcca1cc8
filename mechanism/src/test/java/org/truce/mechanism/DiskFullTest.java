package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.store.StoreException;

/** A data folder on a disk that fills up: a small file system in memory, mounted for the test. */
class DiskFullTest {
  @TempDir private Path folder = Path.of("");

  private static boolean runs(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void nothingIsLostAndItGoesOnWhenThereIsSpaceAgain() {
    String disk = folder.toString();
    if (!runs("mount", "-t", "tmpfs", "-o", "size=14m", "tmpfs", disk)) {
      abort("LEFT OUT: mounting a small disk needs root");
    }
    try {
      Path data = folder.resolve("data");
      List<Submission> acknowledged = new ArrayList<>();
      try (Mechanism mechanism = Desk.open(data)) {
        mechanism.adopt(Desk.agreement());
        assertThatThrownBy(() -> fill(mechanism, acknowledged))
            .isInstanceOfAny(MechanismException.class, StoreException.class)
            .hasMessageContaining("the disk is full")
            .hasMessageContaining("make room and start again");
        assertThat(acknowledged).isNotEmpty();
        assertThatThrownBy(() -> mechanism.receive(List.of(longest("again"))))
            .hasMessageContaining("the disk is full");
      }
      try (View view = View.open(data).orElseThrow()) {
        assertThat(view.head()).isPositive();
      }
      assertThat(runs("mount", "-o", "remount,size=64m", disk)).isTrue();
      goesOn(data, acknowledged);
    } finally {
      runs("umount", "--lazy", disk);
    }
  }

  private static void goesOn(Path data, List<Submission> acknowledged) {
    try (Mechanism mechanism = Desk.open(data)) {
      assertThat(mechanism.receive(acknowledged)).allMatch(Receipt::repeated);
      assertThat(mechanism.receive(List.of(longest("after")))).noneMatch(Receipt::repeated);
      mechanism.project();
      assertThat(mechanism.differences()).isEmpty();
    }
  }

  private static void fill(Mechanism mechanism, List<Submission> acknowledged) {
    for (int i = 0; i < 2_000; i++) {
      Submission next = longest(String.valueOf(i));
      mechanism.receive(List.of(next));
      acknowledged.add(next);
      mechanism.project();
    }
  }

  /** A report with a long text. */
  private static Submission longest(String number) {
    Submission first = Desk.easter(1).getFirst();
    String text = new String(first.bytes().toArray(), java.nio.charset.StandardCharsets.UTF_8);
    String longer =
        text.replaceFirst("\"report\":\"[^\"]+\"", "\"report\":\"L" + number + "\"")
            .replaceFirst("\"gist\":\"", "\"gist\":\"" + "long ".repeat(4_000));
    return new Submission(
        first.sender(), first.number(), first.form(), first.place(), Bytes.ofText(longer));
  }
}
