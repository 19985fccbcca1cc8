package org.truce.text.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.truce.gazetteer.Gazetteer;
import org.truce.place.RegionCode;
import org.truce.text.words.Folding;
import org.truce.text.words.Passage;
import org.truce.text.words.PassageReader;
import org.truce.text.words.Span;
import org.truce.text.words.VisibleText;

/** The vocabulary of a language, and how a document becomes a passage with what is found in it. */
public final class Language {
  /** The languages that are read, by BCP 47 code. */
  public static final List<String> CODES = List.of("ar", "en");

  private final String code;
  private final Lexicon lexicon = new Lexicon();
  private final Set<String> clauseOpeners = new HashSet<>();

  private Language(String code) {
    this.code = code;
  }

  /** Reads the tables of a language and adds the gazetteer's regions. */
  public static Language load(String code, Gazetteer gazetteer) {
    Language language = new Language(code);
    language.regions(gazetteer);
    for (String table : List.of("words", "names")) {
      language.table("/org/truce/text/" + code + "/" + table + ".tsv");
    }
    language.openers("/org/truce/text/" + code + "/clauses.txt");
    return language;
  }

  /** Returns the BCP 47 code. */
  public String code() {
    return code;
  }

  private void regions(Gazetteer gazetteer) {
    for (RegionCode region : gazetteer.atlas().codes()) {
      String name = gazetteer.names(region).getOrDefault(code, "");
      if (region.code().contains("-") && !name.isEmpty()) {
        Entry entry =
            new Entry("place", name, Map.of("region", region.code(), "from", "gazetteer"));
        String bare = name.replaceAll(" (Oblast|Krai|Governorate)$", "");
        lexicon.add(bare, entry);
      }
    }
  }

  private void table(String resource) {
    try (BufferedReader table = open(resource)) {
      lexicon.read(resource, table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void openers(String resource) {
    try (BufferedReader lines = open(resource)) {
      lines.lines().filter(line -> !line.isBlank()).map(Folding::fold).forEach(clauseOpeners::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open(String resource) {
    return new BufferedReader(
        new InputStreamReader(
            Objects.requireNonNull(Language.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8));
  }

  /** Reads a document. */
  public Lattice read(String document) {
    Passage passage = new PassageReader(clauseOpeners).read(document);
    Lattice lattice = new Lattice(passage);
    for (int i = 0; i < passage.size(); i++) {
      lattice.put(i, lexicon.at(passage, i));
    }
    new Times(lattice).find();
    new People(lattice).find();
    new Quantities(lattice).find();
    return lattice;
  }

  /** Returns the language of a document by its visible letters: Arabic or Latin, the more. */
  public static String guess(String document) {
    long arabic = 0;
    long latin = 0;
    for (Span part : VisibleText.of(document)) {
      String words = part.of(document);
      arabic += words.chars().limit(20_000).filter(c -> c >= 0x600 && c < 0x700).count();
      latin += words.chars().limit(20_000).filter(Language::isLatin).count();
    }
    return arabic >= latin ? "ar" : "en";
  }

  private static boolean isLatin(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
