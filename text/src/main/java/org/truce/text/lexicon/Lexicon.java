package org.truce.text.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Span;
import org.truce.text.words.Token;
import org.truce.text.words.Token.Form;
import org.truce.text.words.Tokenizer;

/**
 * The vocabulary of one language as a tree of whole words.
 *
 * <p>Tables have four columns, tab-separated: class, lemma, spellings separated by {@code |}, and
 * features {@code name=value} separated by {@code ;}. The first word of a spelling is found under
 * every form of a token; the words after it as they stand or with the article.
 */
public final class Lexicon {
  /** Particles never carry the article: العلي is a name and not "on". */
  private static final Set<String> WITHOUT_ARTICLE =
      Set.of("stop", "function", "place.in", "to", "on", "not", "that", "per", "none");

  private final Node root = new Node();

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>(1);
  }

  /** Adds the rows of a table; lines that begin with {@code #} are comments. */
  public void read(String name, BufferedReader table) throws IOException {
    int number = 0;
    for (String line = table.readLine(); line != null; line = table.readLine()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        add(name + ":" + number, line.split("\t", -1));
      }
    }
  }

  private void add(String where, String[] columns) {
    if (columns.length < 3 || columns.length > 4) {
      throw new IllegalArgumentException(
          where + ": a row has class, lemma, spellings and, if any, features");
    }
    String features = columns.length == 4 ? columns[3] : "";
    Entry entry = new Entry(columns[0], columns[1], features(where, features));
    for (String spelling : columns[2].split("\\|", -1)) {
      add(spelling, entry);
      Inflection.of(spelling, entry).forEach(this::add);
    }
  }

  private static Map<String, String> features(String where, String text) {
    Map<String, String> features = new HashMap<>();
    for (String pair : text.split(";", -1)) {
      if (!pair.isBlank()) {
        String[] sides = pair.split("=", 2);
        if (sides.length != 2) {
          throw new IllegalArgumentException(where + ": \"" + pair + "\" is not name=value");
        }
        features.put(sides[0].strip(), sides[1].strip());
      }
    }
    return features;
  }

  /** Adds one spelling of an entry. */
  public void add(String spelling, Entry entry) {
    Node node = root;
    for (Token token : Tokenizer.tokens(spelling, List.of(new Span(0, spelling.length())))) {
      node = node.next.computeIfAbsent(token.norm(), word -> new Node());
    }
    if (node != root && !node.entries.contains(entry)) {
      node.entries.add(entry);
    }
  }

  /** Returns the longest mention of each class that begins at a token. */
  public List<Mention> at(Passage passage, int at) {
    Token first = passage.token(at);
    List<Mention> longest = new ArrayList<>(4);
    for (Form form : first.forms()) {
      Optional.ofNullable(root.next.get(form.text()))
          .ifPresent(node -> follow(passage, at, form, node, longest));
    }
    return longest;
  }

  private static void follow(Passage passage, int at, Form form, Node node, List<Mention> longest) {
    Node here = node;
    int to = at + 1;
    while (true) {
      for (Entry entry : here.entries) {
        if (form.article() && WITHOUT_ARTICLE.contains(entry.type())) {
          continue;
        }
        Range range = new Range(at, to);
        Mention found = new Mention(entry.type(), range, entry, form, Optional.empty());
        keepLonger(longest, found);
      }
      Optional<Node> further =
          to < passage.size() ? step(here, passage.token(to)) : Optional.empty();
      if (further.isEmpty()) {
        return;
      }
      here = further.get();
      to++;
    }
  }

  private static void keepLonger(List<Mention> longest, Mention found) {
    for (int i = 0; i < longest.size(); i++) {
      if (longest.get(i).type().equals(found.type())) {
        longest.set(i, longer(longest.get(i), found));
        return;
      }
    }
    longest.add(found);
  }

  private static Optional<Node> step(Node node, Token token) {
    if (node.next.isEmpty()) {
      return Optional.empty();
    }
    for (Form form : token.forms()) {
      boolean bare = !form.conjunction() && form.preposition().isEmpty() && !form.future();
      if (bare && node.next.containsKey(form.text())) {
        return Optional.ofNullable(node.next.get(form.text()));
      }
    }
    return Optional.empty();
  }

  /** The one that takes more words; of equal ones that which takes more off the word is less. */
  private static Mention longer(Mention one, Mention other) {
    int first = one.range().to();
    int second = other.range().to();
    if (first != second) {
      return first > second ? one : other;
    }
    return one.form().text().length() >= other.form().text().length() ? one : other;
  }
}
