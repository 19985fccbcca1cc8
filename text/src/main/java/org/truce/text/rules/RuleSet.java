package org.truce.text.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.truce.text.lexicon.Lattice;
import org.truce.text.lexicon.Mention;
import org.truce.text.rules.Pattern.Match;
import org.truce.text.words.Token.Form;

/**
 * The rules of a language, in the order of their table, found by what they begin with.
 *
 * <p>A table has seven columns, tab-separated: id, type, pattern, fields, two positive examples and
 * a negative one. A rule without them is refused.
 */
public final class RuleSet {
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, List<Rule>> byClass = new HashMap<>();
  private final Map<String, List<Rule>> byWord = new HashMap<>();
  private final String hash;

  private RuleSet(String hash) {
    this.hash = hash;
  }

  /** A rule with what it matched. */
  public record Found(Rule rule, Match match) {}

  /** Reads the rules of a language. */
  public static RuleSet load(String language) {
    RuleSet set = new RuleSet(hash(language));
    String resource = "/org/truce/text/" + language + "/rules.tsv";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> set.add(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return set;
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(RuleSet.class.getResourceAsStream(resource), resource);
  }

  private void add(String[] columns) {
    if (columns.length != 7 || Arrays.stream(columns, 4, 7).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          columns[0] + ": a rule has two positive examples and a negative one");
    }
    Map<String, String> fields = new HashMap<>();
    for (String pair : columns[3].split(";", -1)) {
      if (pair.contains("=")) {
        fields.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    Rule.Examples examples =
        new Rule.Examples(List.of(columns[4], columns[5]), List.of(columns[6]));
    Rule rule =
        new Rule(
            columns[0],
            ClaimType.valueOf(columns[1]),
            Pattern.parse(columns[2]),
            fields,
            examples,
            rules.size());
    rules.add(rule);
    for (String trigger : rule.pattern().triggers()) {
      boolean word = trigger.startsWith("'");
      String begins = word ? trigger.substring(1, trigger.length() - 1) : trigger;
      (word ? byWord : byClass).computeIfAbsent(begins, t -> new ArrayList<>()).add(rule);
    }
  }

  /** Returns all rules. */
  public List<Rule> rules() {
    return List.copyOf(rules);
  }

  /** Returns SHA-256 over rules and vocabulary: the first 12 hexadecimal digits. */
  public String hash() {
    return hash;
  }

  /** Returns every match, in the order of the tokens; of one type only the first at a token. */
  public List<Found> matches(Lattice lattice) {
    List<Found> found = new ArrayList<>();
    List<Rule> here = new ArrayList<>();
    for (int i = 0; i < lattice.passage().size(); i++) {
      here.clear();
      begun(lattice, i, here);
      for (Rule rule : here) {
        rule.pattern().at(lattice, i).ifPresent(match -> found.add(new Found(rule, match)));
      }
    }
    return found;
  }

  /** Puts the rules that can begin at a token, in their order. */
  private void begun(Lattice lattice, int at, List<Rule> here) {
    for (Mention mention : lattice.at(at)) {
      here.addAll(byClass.getOrDefault(mention.type(), List.of()));
    }
    for (Form form : lattice.passage().token(at).forms()) {
      here.addAll(byWord.getOrDefault(form.text(), List.of()));
    }
    if (here.size() > 1) {
      here.sort(Comparator.comparingInt(Rule::order));
    }
  }

  private static String hash(String language) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String table : List.of("rules.tsv", "words.tsv", "names.tsv", "clauses.txt")) {
        try (InputStream bytes = open("/org/truce/text/" + language + "/" + table)) {
          digest.update(bytes.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
