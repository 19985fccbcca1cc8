package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reports that leave the program say, and that they say no more. */
class ReportsTest {
  private static final String PATROL = Ran.ROOT.resolve("examples/patrol-day/reports").toString();

  @TempDir private Path folder;

  private Path daily(String name, String reports, String day, String... more) {
    Path file = folder.resolve(name);
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("report", "daily", Ran.EASTER + "/agreement.yaml", reports, "--day", day));
    arguments.addAll(List.of("--out", file.toString()));
    arguments.addAll(List.of(more));
    Ran ran = Ran.truce(arguments.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
    return file;
  }

  /** The figures stand in examples/patrol-day/expected/tallies.md, worked by hand. */
  @Test
  void aPatrolDayIsCountedAsWorkedByHand() throws IOException {
    Path file = daily("day.md", PATROL, "2021-03-14", "--zone", "Europe/Kyiv");
    assertThat(Files.readString(file))
        .contains("EXERCISE: synthetic data.")
        .contains("Somebody watched in 18 h. No data in 6 h")
        .containsPattern("explosion \\| 112–121 \\[\\d+\\] \\| 60 \\| 6.2 to 6.7 an hour")
        .containsPattern("burst \\| 40 \\[\\d+\\] \\| 0 \\| 2.2 an hour")
        .contains("Only under the named counting rule osce-smm: 152–161.");
  }

  @Test
  void allThreeFormsSayTheSameNumbers() throws IOException {
    String reports = Ran.EASTER + "/reports";
    String text = Files.readString(daily("day.md", reports, "2025-04-20"));
    String html = Files.readString(daily("day.html", reports, "2025-04-20"));
    String pdf = textOf(daily("day.pdf", reports, "2025-04-20"));
    Matcher row = Pattern.compile("\\| (\\w+ Oblast) \\| ([\\d–]+) \\[").matcher(text);
    int rows = 0;
    while (row.find()) {
      rows++;
      assertThat(html)
          .contains("<bdi>%s</bdi></td><td><bdi>%s</bdi>".formatted(row.group(1), row.group(2)));
      assertThat(pdf).contains(row.group(1) + " " + row.group(2));
    }
    assertThat(rows).isGreaterThan(3);
  }

  @Test
  void everyNoteLeadsToAnIncidentOrClaimOfTheAnnex() throws IOException {
    String html = Files.readString(daily("day.html", Ran.EASTER + "/reports", "2025-04-20"));
    Matcher link = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
    while (link.find()) {
      assertThat(html).contains("id=\"" + link.group(1) + "\"");
    }
  }

  private static String textOf(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Note 5 counts the incidents of the first region, note 6 those of the day before. */
  @Test
  void theColumnsOfAnArabicPdfBeginOnTheRight() throws IOException {
    String reports = Ran.EASTER + "/reports";
    Path arabic = daily("ar.pdf", reports, "2025-04-20", "--lang", "ar");
    Path english = daily("en.pdf", reports, "2025-04-20");
    assertThat(leftOf(english, 5)).isLessThan(leftOf(english, 6));
    assertThat(leftOf(arabic, 5)).isGreaterThan(leftOf(arabic, 6));
  }

  /** Where the cell stands that ends with a note; the brackets may be turned in the text. */
  private static float leftOf(Path file, int note) throws IOException {
    List<Float> found = new java.util.ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> positions) {
            if (text.endsWith("[" + note + "]") || text.endsWith("]" + note + "[")) {
              found.add(positions.getLast().getXDirAdj());
            }
          }
        };
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      stripper.setEndPage(1);
      stripper.getText(document);
    }
    assertThat(found).as("note %d", note).isNotEmpty();
    return found.getFirst();
  }

  @Test
  void noCellOfATableIsAFormula() throws IOException {
    Path reports = folder.resolve("formula.jsonl");
    Files.writeString(
        reports,
        """
        {"report":"R1","source":{"id":"x","name":"-1+cmd|' /C calc'!A0","class":"media","side":"neutral"},\
        "said":"2025-04-20T10:00+03:00","claims":[{"claim":"event","gist":"=HYPERLINK(1)","conduct":"fire",\
        "about":"2025-04-20T09:41+03:00","by":["@SUM(1)"]},{"claim":"tally","unit":"+1+1","total":-0,\
        "about":"2025-04-20T09:41+03:00"}]}
        """);
    Path out = folder.resolve("tables");
    Ran ran =
        Ran.truce(
            "assess", Ran.EASTER + "/agreement.yaml", reports.toString(), "--out", out.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(Files.readString(out.resolve("claims.csv")))
        .contains(",'=HYPERLINK(1)")
        .contains(",'-1+cmd|");
    for (String table : List.of("claims.csv", "findings.csv", "tallies.csv", "rejected.csv")) {
      assertThat(Files.readString(out.resolve(table))).doesNotContainPattern("(?m)(^|,)\"?[=+@]");
    }
  }

  @Test
  void theDemoNamesThePageThatItWrote() {
    Path out = folder.resolve("demo");
    String before = System.getProperty("truce.home");
    System.setProperty("truce.home", Ran.ROOT.toString());
    try {
      Ran ran = Ran.truce("demo", "easter-2025", "--out", out.toString(), "--no-open");
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(out.resolve("report.html")).isNotEmptyFile();
      assertThat(ran.out()).contains(out.resolve("report.html").toUri().toString());
    } finally {
      if (before == null) {
        System.clearProperty("truce.home");
      } else {
        System.setProperty("truce.home", before);
      }
    }
  }

  @Test
  void hostileWordsStayWords() throws IOException {
    String hostile =
        """
        {"report":"R1","source":{"id":"x","name":"<img src=x onerror=alert(1)>","class":"media","side":"neutral"},\
        "said":"2025-04-20T10:00+03:00","address":"javascript:alert(1)","claims":[{"claim":"event",\
        "gist":"</script><script>alert(1)</script>\\u202Eevil","conduct":"fire","about":"2025-04-20T09:41+03:00",\
        "place":{"region":"UA-14"},"by":["RUS"]}]}
        """;
    Path reports = folder.resolve("hostile.jsonl");
    Files.writeString(reports, hostile);
    Path out = folder.resolve("out");
    assertThat(
            Ran.truce(
                    "assess",
                    Ran.EASTER + "/agreement.yaml",
                    reports.toString(),
                    "--out",
                    out.toString())
                .code())
        .isZero();
    String daily = Files.readString(daily("day.html", reports.toString(), "2025-04-20"));
    for (String page : List.of(Files.readString(out.resolve("report.html")), daily)) {
      assertThat(page)
          .doesNotContain("<script>alert")
          .doesNotContain("<img")
          .doesNotContain("\u202E")
          .doesNotContain("href=\"javascript:");
    }
  }

  @Test
  void aThousandIncidentsFitIntoThreeMegabytes() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      lines.append(
          """
          {"report":"R%1$d","exercise":true,"source":{"id":"s%2$d","name":"Source %2$d","class":"media","side":"neutral"},\
          "said":"2025-04-21T10:00+03:00","address":"https://example.org/%1$d","claims":[{"claim":"event",\
          "gist":"made-up shelling number %1$d near a village","conduct":"artillery-fire",\
          "about":"2025-04-20T%3$02d:%4$02d+03:00","place":{"lat":%5$s,"lon":%6$s,"within-m":500},"by":["RUS"]}]}
          """
              .formatted(i, i % 20, i / 60 % 24, i % 60, 46 + i % 40 / 10.0, 31 + i % 77 / 10.0));
    }
    Path reports = folder.resolve("many.jsonl");
    Files.writeString(reports, lines);
    Path out = folder.resolve("out");
    Ran ran =
        Ran.truce(
            "assess", Ran.EASTER + "/agreement.yaml", reports.toString(), "--out", out.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(Files.size(out.resolve("report.html"))).isBetween(400_000L, 3_000_000L);
  }
}
