package org.truce.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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

  /**
   * Other words for a fact.
   *
   * @param words as they stand
   * @param with what stands there instead
   * @param field which field of the table says it
   * @param value as what
   * @param other what it then is
   */
  record Change(String words, String with, String field, String value, String other) {}

  /** Returns the text with a fact changed, in its words and in the table. */
  static AnnotatedText with(AnnotatedText article, Change change) {
    int at = article.text().indexOf(change.words());
    int longer = change.with().length() - change.words().length();
    String text = article.text().replace(change.words(), change.with());
    List<Expected> facts = new ArrayList<>();
    for (Expected fact : article.claims()) {
      Span span = fact.evidence();
      int start = span.start() > at ? Math.max(at, span.start() + longer) : span.start();
      int end = span.end() > at ? Math.max(start + 1, span.end() + longer) : span.end();
      boolean named = change.field().equals("source") || change.field().equals("place");
      boolean says = named || (span.start() <= at + 4 && at < span.end());
      Map<String, String> fields = new TreeMap<>(fact.fields());
      if (says && change.value().equals(fields.get(change.field()))) {
        fields.put(change.field(), change.other());
      }
      facts.add(new Expected(fact.type(), new Span(start, end), fields));
    }
    return new AnnotatedText(article.name(), article.language(), article.published(), text, facts);
  }

  /** Returns the text with its last four sections in another order; the table follows. */
  static AnnotatedText inOtherOrder(AnnotatedText article, Random random) {
    List<Span> sections = sections(article.text());
    List<Span> shuffled = new ArrayList<>(sections);
    Collections.shuffle(shuffled, random);
    StringBuilder text =
        new StringBuilder(article.text().substring(0, sections.getFirst().start()));
    List<Expected> facts = new ArrayList<>();
    for (Expected fact : article.claims()) {
      if (fact.evidence().start() < text.length()) {
        facts.add(fact);
      }
    }
    for (Span section : shuffled) {
      int moved = text.length() - section.start();
      text.append(section.of(article.text()));
      for (Expected fact : article.claims()) {
        if (section.contains(fact.evidence())) {
          Span there = new Span(fact.evidence().start() + moved, fact.evidence().end() + moved);
          facts.add(new Expected(fact.type(), there, fact.fields()));
        }
      }
    }
    return new AnnotatedText(
        article.name(), article.language(), article.published(), text.toString(), facts);
  }

  /** Sections begin at these lines, counted from 1. */
  private static final List<Integer> HEADINGS = List.of(10, 14, 17, 21);

  private static List<Span> sections(String text) {
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    for (int line = 1; at >= 0 && line <= HEADINGS.getLast(); line++) {
      if (HEADINGS.contains(line)) {
        starts.add(at);
      }
      at = text.indexOf('\n', at) + 1;
    }
    starts.add(text.length());
    List<Span> sections = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      sections.add(new Span(starts.get(i), starts.get(i + 1)));
    }
    return sections;
  }
}
