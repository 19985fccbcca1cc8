package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.truce.assessment.Fact;
import org.truce.conduct.Taxonomy;
import org.truce.provenance.SourceClass;
import org.truce.report.AssumedBounds;
import org.truce.report.Claim;

/** What the documents say still holds. */
class DocumentsTest {

  private static String page(String name) throws IOException {
    return Files.readString(Ran.ROOT.resolve(name));
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> root = Files.list(Ran.ROOT);
        Stream<Path> docs = Files.walk(Ran.ROOT.resolve("docs"))) {
      Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }

  @Test
  void everyLinkInsideTheRepositoryLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      Matcher links = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(Files.readString(page));
      while (links.find()) {
        String link = links.group(1);
        if (!link.startsWith("http")) {
          assertThat(page.resolveSibling(link)).as("%s: %s", page, link).exists();
        }
      }
    }
  }

  @Test
  void everyKindOfClaimIsDescribed() throws IOException {
    String format = page("docs/report-format.md");
    String kinds = page("docs/claim-types.md");
    for (Class<?> kind : Claim.class.getPermittedSubclasses()) {
      String name = kind.getSimpleName();
      assertThat(format).contains("| `" + name.toLowerCase(Locale.ROOT) + "` |");
      assertThat(kinds).contains(name);
    }
  }

  @Test
  void theAssumedBoundsArePrinted() throws IOException {
    String format = page("docs/report-format.md");
    for (AssumedBounds kind : AssumedBounds.values()) {
      assertThat(format)
          .contains(
              "| `%s` | %,d | %,d | %,d |"
                  .formatted(
                      Claim.code(kind),
                      kind.metres(SourceClass.PATROL),
                      kind.metres(SourceClass.LOCAL_OFFICIAL),
                      kind.metres(SourceClass.MEDIA)));
    }
  }

  @Test
  void everyFactThatCanBeMissingIsExplained() throws IOException {
    String assessment = page("docs/assessment.md");
    for (Fact fact : Fact.values()) {
      assertThat(assessment).contains("`" + fact.code() + "`");
    }
  }

  @Test
  void theGlossaryIsFilledInFourLanguages() throws IOException {
    List<String> rows =
        page("docs/glossary.md").lines().filter(line -> line.startsWith("| ")).skip(1).toList();
    assertThat(rows).hasSizeGreaterThan(60);
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      assertThat(cells).as(row).hasSize(7);
      assertThat(cells[2]).as(row).containsPattern("\\p{IsArabic}");
      assertThat(cells[3]).as(row).containsPattern("\\p{IsCyrillic}");
      assertThat(cells[4]).as(row).containsPattern("\\p{IsCyrillic}");
    }
  }

  @Test
  void everyKindOfConductAndTargetHasANameInFourLanguages() {
    for (Taxonomy taxonomy : List.of(Taxonomy.CONDUCT, Taxonomy.TARGETS)) {
      for (String code : taxonomy.codes()) {
        assertThat(taxonomy.find(code).orElseThrow().names().values())
            .as(code)
            .hasSize(4)
            .noneMatch(String::isBlank);
      }
    }
  }
}
