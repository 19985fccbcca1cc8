package org.truce.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.truce.text.AnnotatedText.Expected;
import org.truce.text.rules.ClaimType;
import org.truce.text.words.Span;

/** The development article with its table of facts, which stand outside the repository. */
final class ArticleGold {
  private static final Map<String, ClaimType> TYPES =
      Map.ofEntries(
          Map.entry("SUMMIT", ClaimType.MEETING),
          Map.entry("COUNT", ClaimType.PARTICIPATION),
          Map.entry("PURPOSE", ClaimType.STATEMENT),
          Map.entry("FOUNDING", ClaimType.PROPOSAL),
          Map.entry("DOCUMENT", ClaimType.PROPOSAL),
          Map.entry("TALKS", ClaimType.MEETING),
          Map.entry("NONDISCLOSURE", ClaimType.STATEMENT),
          Map.entry("AGE", ClaimType.OFFICE),
          Map.entry("BACKGROUND", ClaimType.QUOTE));

  private ArticleGold() {}

  /** Returns the folder of shared data named by the environment or beside the worktree. */
  static Optional<Path> folder() {
    Optional<Path> named =
        Optional.ofNullable(System.getenv("TRUCE_SHARED_DATA"))
            .map(data -> Path.of(data).resolveSibling("seed"));
    Path beside = Path.of("..", "..", "shared", "seed");
    return named.or(() -> Optional.of(beside)).filter(Files::isDirectory);
  }

  static AnnotatedText read(Path folder) throws IOException {
    String text = Files.readString(folder.resolve("euronews-2026-01-05.ar.txt"));
    List<Expected> facts = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("gold.tsv"))) {
      String[] columns = line.split("\t", -1);
      if (!columns[0].equals("id")) {
        facts.add(fact(columns));
      }
    }
    return new AnnotatedText("article", "ar", LocalDate.of(2026, 1, 5), text, facts);
  }

  private static Expected fact(String[] columns) {
    Map<String, String> fields = new TreeMap<>();
    for (String pair : columns[2].split(";", -1)) {
      String[] sides = pair.split("=", 2);
      fields.put(sides[0], sides[1]);
    }
    // What the table calls "unit" and "kind" is checked by the words; "status" of an attack is the
    // verb.
    fields.remove("unit");
    fields.remove("kind");
    if (columns[1].equals("ATTACK")) {
      fields.put("verb", fields.remove("status") + "");
    }
    if (columns[1].equals("AIR_ALERT")) {
      fields.put("source", fields.remove("who") + "");
    }
    boolean reported = columns[1].equals("CASUALTY") || columns[1].equals("ATTACK");
    if (reported && !fields.containsKey("source")) {
      fields.put("source", "-");
    }
    ClaimType type =
        TYPES.containsKey(columns[1]) ? TYPES.get(columns[1]) : ClaimType.valueOf(columns[1]);
    Span span = new Span(Integer.parseInt(columns[4]), Integer.parseInt(columns[5]));
    return new Expected(type, span, fields);
  }
}
