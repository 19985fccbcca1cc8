package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder has one holder, whoever asks and however often. */
class FolderTest {
  @TempDir private Path data;

  @Test
  void askingTwiceInOneProcessDoesNotGiveTheFolderToAnother() throws Exception {
    Folder folder = new Folder(data);
    Folder.Lock lock = folder.lock();
    assertThatThrownBy(folder::lock)
        .isInstanceOf(Folder.HeldException.class)
        .hasMessageContaining("is held by this process");
    assertThat(elsewhere()).contains("is held by process " + ProcessHandle.current().pid());
    lock.close();
    assertThat(elsewhere()).isEqualTo("taken");
    folder.lock().close();
  }

  /** What another process is told that asks for the folder. */
  private String elsewhere() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Asker.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  /** Asks for a folder and says what came of it. */
  static final class Asker {
    private Asker() {}

    public static void main(String[] args) {
      try {
        Folder.Lock lock = new Folder(Path.of(args[0])).lock();
        System.out.println("taken");
        lock.close();
      } catch (Folder.HeldException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
