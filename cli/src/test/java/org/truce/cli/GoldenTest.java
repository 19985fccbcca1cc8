package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
