package org.truce.conduct;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A tree of kinds with names in four languages, read from the data beside this class. */
public final class Taxonomy {

  /** What was done (docs/claim-types.md gives the codes of the practice). */
  public static final Taxonomy CONDUCT = read("conduct.csv");

  /** What it was done to. */
  public static final Taxonomy TARGETS = read("targets.csv");

  /**
   * One kind.
   *
   * @param code its code
   * @param parent code of the wider kind, if there is one
   * @param mayBe for an umbrella: what it may be
   * @param group code of the group in the practice's lists, or empty
   * @param names language code ({@code en}, {@code ar}, {@code uk}, {@code ru}) → name
   */
  public record Kind(
      String code,
      Optional<String> parent,
      List<String> mayBe,
      String group,
      Map<String, String> names) {}

  private final Map<String, Kind> kinds;
  private final Map<String, Kinds> mostSpecific = new HashMap<>();
  private final Kinds anything;

  private Taxonomy(Map<String, Kind> kinds) {
    this.kinds = kinds;
    Set<String> parents = new TreeSet<>();
    kinds.values().forEach(kind -> kind.parent().ifPresent(parents::add));
    kinds.keySet().forEach(code -> mostSpecific.put(code, new Kinds(below(code, parents))));
    this.anything = Kinds.union(mostSpecific.values());
  }

  private SortedSet<String> below(String code, Set<String> parents) {
    Kind kind = Objects.requireNonNull(kinds.get(code), code);
    TreeSet<String> found = new TreeSet<>();
    kind.mayBe().forEach(other -> found.addAll(below(other, parents)));
    if (kind.mayBe().isEmpty() && !parents.contains(code)) {
      found.add(code);
    }
    kinds.values().stream()
        .filter(other -> other.parent().equals(Optional.of(code)))
        .forEach(other -> found.addAll(below(other.code(), parents)));
    return found;
  }

  /** Returns the kind with that code, if there is one. */
  public Optional<Kind> find(String code) {
    return Optional.ofNullable(kinds.get(code));
  }

  /** Returns all codes in the order of the data. */
  public SequencedSet<String> codes() {
    return new java.util.LinkedHashSet<>(kinds.keySet());
  }

  /**
   * Returns the most specific kinds that a code stands for.
   *
   * @throws IllegalArgumentException when the taxonomy does not have the code
   */
  public Kinds mostSpecific(String code) {
    Kinds found = mostSpecific.get(code);
    if (found == null) {
      throw new IllegalArgumentException("\"%s\" is not a code of the taxonomy".formatted(code));
    }
    return found;
  }

  /** Returns every most specific kind: nothing is known. */
  public Kinds anything() {
    return anything;
  }

  /**
   * Returns the narrowest code that stands for all these kinds, or nothing if only the whole does.
   */
  public Optional<Kind> narrowest(Kinds wanted) {
    return kinds.values().stream()
        .filter(kind -> mostSpecific(kind.code()).codes().containsAll(wanted.codes()))
        .min(java.util.Comparator.comparingInt(kind -> mostSpecific(kind.code()).codes().size()));
  }

  private static Taxonomy read(String resource) {
    try (InputStream stream = Taxonomy.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8))) {
      Map<String, Kind> kinds = new LinkedHashMap<>();
      lines.lines().skip(1).map(Taxonomy::kind).forEach(kind -> kinds.put(kind.code(), kind));
      return new Taxonomy(kinds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Kind kind(String line) {
    List<String> columns = List.of(line.split(",", -1));
    List<String> mayBe = new ArrayList<>(List.of(columns.get(2).split(";")));
    mayBe.removeIf(String::isBlank);
    Map<String, String> names =
        Map.of(
            "en", columns.get(4), "ar", columns.get(5), "uk", columns.get(6), "ru", columns.get(7));
    return new Kind(
        columns.get(0),
        Optional.of(columns.get(1)).filter(parent -> !parent.isBlank()),
        List.copyOf(mayBe),
        columns.get(3),
        names);
  }
}
