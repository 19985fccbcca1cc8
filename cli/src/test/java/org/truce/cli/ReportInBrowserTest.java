package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        .contains("\"direction\":\"rtl\",\"listOnTheRight\":true")
        .contains("said by RUS of UKR no data 12 · rate: no data no data");
    assertThat(FOLDER.resolve("report-en-whole.png")).isNotEmptyFile();
    assertThat(FOLDER.resolve("report-ar-whole.png")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"energy-moratorium-2025", "syria-2016"})
  void theOtherExamplesOpenWithoutFaults(String example) throws IOException, InterruptedException {
    if (isLeftOut()) {
      return;
    }
    Path out = FOLDER.resolve(example);
    Files.createDirectories(out);
    String from = Ran.ROOT.resolve("examples").resolve(example).toString();
    Ran ran =
        Ran.truce("assess", from + "/agreement.yaml", from + "/reports", "--out", out.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    Path report = out.resolve("report.html");
    assertThat(Files.size(report)).isLessThan(3_000_000);
    assertThat(opened(report, "short")).contains("\"faults\":[]");
  }

  private static final String HOSTILE =
      """
      {"report":"R1","exercise":true,"source":{"id":"x","name":"<img src=x onerror=alert(1)>","class":"media","side":"neutral"},\
      "said":"2025-04-20T10:00+03:00","address":"javascript:alert(2)","claims":[{"claim":"event",\
      "gist":"</script><script>alert(3)</script>\\u202Eevil","quote":"<svg onload=alert(4)>","conduct":"fire","effects":"{{values}} ${alert(5)}",\
      "about":"2025-04-20T09:41+03:00","place":{"region":"UA-14","name":"<iframe srcdoc='<script>alert(6)</script>'>"},"by":["RUS"]},\
      {"claim":"tally","unit":"<b>units</b>","total":7,"by":["RUS"],"about":{"from":"2025-04-20T00:00+03:00","to":"2025-04-21T00:00+03:00"}},\
      {"claim":"alert","kind":"air","about":{"from":"2025-04-20T00:00+03:00"},"place":{"lat":48,"lon":38,"within-m":10,"name":"<img src=y onerror=alert(7)>"}}]}
      """;

  @Test
  void wordsOfAReportNeverActInThePage() throws IOException, InterruptedException {
    if (isLeftOut()) {
      return;
    }
    Path out = Files.createDirectories(FOLDER.resolve("hostile"));
    Path reports = Files.writeString(out.resolve("reports.jsonl"), HOSTILE);
    Ran ran =
        Ran.truce(
            "assess", Ran.EASTER + "/agreement.yaml", reports.toString(), "--out", out.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(opened(out.resolve("report.html"), "short"))
        .contains("\"faults\":[]")
        .contains("\"count\":\"showing 1 of 1\"");
  }

  /** What is not in sight does not stand in the page, whatever there is of it. */
  @Test
  void aPageOfManyIncidentsHasAsManyElementsAsOneOfFew() throws IOException, InterruptedException {
    if (isLeftOut()) {
      return;
    }
    int few = number("elements", exercise(600));
    String many = exercise(3_000);
    assertThat(number("incidents", many)).isGreaterThan(1_000);
    assertThat(number("elements", many)).isBetween(few - 300, few + 300);
    assertThat(number("elements", many)).isLessThan(2_500);
    assertThat(number("bytes", many)).isLessThan(900 * number("incidents", many) + 700_000);
  }

  private static String exercise(int reports) throws IOException, InterruptedException {
    Path out = FOLDER.resolve("exercise-" + reports);
    Ran ran =
        Ran.truce("bench", "report", "--reports", String.valueOf(reports), "--out", out.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    return run(out, "large.mjs", out.resolve("report.html"), "1");
  }

  private static int number(String name, String json) {
    Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
    assertThat(found.find()).as(name + " in " + json).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private static String opened(Path report, String... more)
      throws IOException, InterruptedException {
    Path folder = Objects.requireNonNull(report.toAbsolutePath().getParent());
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(folder)));
    arguments.addAll(List.of(more));
    return run(folder, "report.mjs", report, arguments.toArray(String[]::new));
  }

  private static String run(Path folder, String script, Path report, String... more)
      throws IOException, InterruptedException {
    Path out = folder.resolve("found.json");
    List<String> command =
        new ArrayList<>(
            List.of(
                "node", SCRIPT.resolve(script).toString(), CHROMIUM.toString(), report.toString()));
    command.addAll(List.of(more));
    Process node =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(node.waitFor(3, TimeUnit.MINUTES)).as("the browser ended").isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
