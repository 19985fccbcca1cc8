package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The report as a person opens it: in Chromium, from the file system, with the network off. The
 * script beside this test walks it by keyboard, runs axe and takes screenshots into target/report.
 */
class ReportInBrowserTest {
  private static final Path SCRIPT = Ran.ROOT.resolve("cli/src/test/browser");
  private static final Path FOLDER = Ran.ROOT.resolve("cli/target/report");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private static boolean isLeftOut() {
    boolean present =
        Files.isExecutable(CHROMIUM) && Files.isDirectory(SCRIPT.resolve("node_modules"));
    if (!present) {
      assertThat(System.getenv("TRUCE_REQUIRE_ALL")).as("Chromium is required").isNull();
      System.err.println(
          "LEFT OUT: the report in a browser (needs /usr/bin/chromium, and npm ci in"
              + " cli/src/test/browser)");
    }
    return !present;
  }

  @Test
  void aScriptFindsWhyAnIncidentIsUndeterminedAndWhichReadingDiffers()
      throws IOException, InterruptedException {
    if (isLeftOut()) {
      return;
    }
    Files.createDirectories(FOLDER);
    assertThat(Ran.easter("--out", FOLDER.toString()).code()).isZero();
    String found = opened(FOLDER.resolve("report.html"));
    assertThat(found)
        .contains("\"faults\":[]")
        .contains("\"incident\":\"I-0007\"")
        .contains("\"differs\":[\"moscow-without-kursk\"]")
        .contains("\"missing\":\"place boundary\"")
        .contains("\"direction\":\"rtl\",\"listOnTheRight\":true");
    assertThat(FOLDER.resolve("report-en-whole.png")).isNotEmptyFile();
    assertThat(FOLDER.resolve("report-ar-whole.png")).isNotEmptyFile();
  }

  private static String opened(Path report) throws IOException, InterruptedException {
    Path out = FOLDER.resolve("found.json");
    Process node =
        new ProcessBuilder(
                List.of(
                    "node",
                    SCRIPT.resolve("report.mjs").toString(),
                    CHROMIUM.toString(),
                    report.toString(),
                    FOLDER.toString()))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(node.waitFor(3, TimeUnit.MINUTES)).as("the browser ended").isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
