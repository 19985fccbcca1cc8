package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a person sees, kept as text to review. {@code -Dgolden=write} writes it anew; read the
 * difference before committing it.
 */
class GoldenTest {
  private static final String RAILWAY = "I-0003";
  private static final String MORTAR = "I-0009";

  private static void matches(String file, Ran ran) throws IOException {
    matches("easter-2025", file, ran);
  }

  private static void matches(String example, String file, Ran ran) throws IOException {
    assertThat(ran.code()).as(ran.err()).isZero();
    Path golden = Ran.ROOT.resolve("examples").resolve(example).resolve("expected").resolve(file);
    if (System.getProperty("golden", "check").equals("write")) {
      Files.writeString(golden, ran.out());
    }
    assertThat(ran.out()).isEqualTo(Files.readString(golden));
  }

  @Test
  void theWholeTruce() throws IOException {
    matches("assess.txt", Ran.easter());
  }

  /**
   * Totals by hand stand in the claims.csv, incidents.md, distances.md or baseline.md beside it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"energy-moratorium-2025", "lebanon-2024", "minsk-2015", "paris-2026"})
  void theWholeOfAnExample(String example) throws IOException {
    matches(example, "assess.txt", Ran.assess(example));
  }

  @Test
  void aSingleThingIsNamedInTheSingular() throws IOException {
    Pattern oneOfMany =
        Pattern.compile("(?<!to )(?<![0-9.,])\\b1 (incidents|stretches|messages|claims)\\b");
    for (String example : List.of("easter-2025", "minsk-2015", "paris-2026")) {
      assertThat(Ran.assess(example).out()).doesNotContainPattern(oneOfMany);
    }
  }

  @Test
  void whatHadBeenSaidOnSundayAfternoon() throws IOException {
    matches("assess-said-by.txt", Ran.easter("--said-by", "2025-04-20T17:00+03:00"));
  }

  @Test
  void theSameStrikeUnderTwoReadingsWithTheSentenceThatExplainsIt() throws IOException {
    Ran strike = Ran.assess("energy-moratorium-2025", "--incident", RAILWAY);
    assertThat(strike.out())
        .contains("readings differ: \"energy\" is")
        .contains("because moscow applies between 2025-03-18")
        .contains("and kyiv applies between 2025-03-25");
    matches("energy-moratorium-2025", "incident.txt", strike);
  }

  /** A weapon's class of the practice stands with the finding. */
  @Test
  void aMortarBeyondTheLineAndOutsideStorage() throws IOException {
    Ran mortar = Ran.assess("minsk-2015", "--incident", MORTAR);
    assertThat(mortar.out()).contains("class of the practice: beyond the line but outside storage");
    matches("minsk-2015", "incident.txt", mortar);
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
