package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person sees, kept as text to review. {@code -Dgolden=write} writes it anew; read the
 * difference before committing it.
 */
class GoldenTest {

  private static void matches(String file, Ran ran) throws IOException {
    assertThat(ran.code()).as(ran.err()).isZero();
    Path golden = Path.of(Ran.EASTER, "expected", file);
    if (System.getProperty("golden", "check").equals("write")) {
      Files.writeString(golden, ran.out());
    }
    assertThat(ran.out()).isEqualTo(Files.readString(golden));
  }

  @Test
  void theWholeTruce() throws IOException {
    matches("assess.txt", Ran.easter());
  }

  @Test
  void whatHadBeenSaidOnSundayAfternoon() throws IOException {
    matches("assess-said-by.txt", Ran.easter("--said-by", "2025-04-20T17:00+03:00"));
  }

  @Test
  void oneIncidentWithItsReasons() throws IOException {
    matches("incident.txt", Ran.easter("--incident", "I-0019"));
  }

  @Test
  void theDayAsMarkdown(@TempDir Path folder) throws IOException {
    Path day = folder.resolve("day.md");
    Ran ran =
        Ran.truce(
            "report",
            "daily",
            Ran.EASTER + "/agreement.yaml",
            Ran.EASTER + "/reports",
            "--day",
            "2025-04-20",
            "--out",
            day.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    // where the checkout lies is no part of what is kept
    String written = Files.readString(day).replace(Ran.EASTER, "examples/easter-2025");
    matches("daily.md", new Ran(0, written, ""));
  }
}
