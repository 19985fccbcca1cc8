package org.truce.gazetteer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.notation.Node;
import org.truce.notation.Notation;
import org.truce.notation.ZoneNotation;
import org.truce.place.Atlas;
import org.truce.place.BoundaryVersion;
import org.truce.place.Region;
import org.truce.place.RegionCode;

/** The regions, their names and their boundaries, read once from the data beside this class. */
public final class Gazetteer {
  private static final List<String> LANGUAGES = List.of("en", "ar", "uk", "ru");

  private final Atlas atlas;
  private final SortedMap<RegionCode, Map<String, String>> names;
  private final Map<String, Set<RegionCode>> byName;

  private Gazetteer(
      Atlas atlas,
      SortedMap<RegionCode, Map<String, String>> names,
      Map<String, Set<RegionCode>> byName) {
    this.atlas = atlas;
    this.names = names;
    this.byName = byName;
  }

  /** The data does not change while a program runs, so it is read once. */
  private static final class Loaded {
    private static final Gazetteer GAZETTEER = read();
  }

  /** Returns the bundled data; the first call reads it. */
  public static Gazetteer load() {
    return Loaded.GAZETTEER;
  }

  private static Gazetteer read() {
    SortedMap<RegionCode, Map<String, String>> names = new TreeMap<>();
    Map<String, Set<RegionCode>> byName = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(open("regions.csv"))) {
      for (NamedCsvRecord row : rows) {
        RegionCode code = new RegionCode(row.getField("code"));
        Map<String, String> said = new TreeMap<>();
        for (String language : LANGUAGES) {
          if (!row.getField(language).isEmpty()) {
            said.put(language, row.getField(language));
          }
        }
        names.put(code, said);
        List<String> spellings = new ArrayList<>(said.values());
        spellings.add(code.code());
        spellings.addAll(List.of(row.getField("aliases").split(";")));
        spellings.forEach(
            name -> byName.computeIfAbsent(folded(name), n -> new TreeSet<>()).add(code));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Gazetteer(new Atlas(regions(), boundaries()), names, byName);
  }

  /** Returns the regions with their outlines and boundary versions. */
  public Atlas atlas() {
    return atlas;
  }

  /**
   * Returns language code ({@code en}, {@code ar}, {@code uk}, {@code ru}) → name, as far as known.
   */
  public Map<String, String> names(RegionCode code) {
    return names.getOrDefault(code, Map.of());
  }

  /**
   * Returns the region with that code, name or spelling; nothing when it is unknown or could mean
   * two. Capitals, surrounding blanks and Unicode composition do not matter.
   */
  public Optional<RegionCode> findRegion(String name) {
    Set<RegionCode> found = byName.getOrDefault(folded(name), Set.of());
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  private static List<Region> regions() {
    Node collection = Notation.json("regions.geojson", open("regions.geojson"));
    List<Region> regions = new ArrayList<>();
    ZoneNotation.features(collection, "code")
        .forEach(
            (code, feature) -> {
              long metres = feature.properties().get("accuracy-m").wholeNumber();
              regions.add(new Region(new RegionCode(code), feature.zone(metres * 1_000L)));
            });
    return regions;
  }

  private static List<BoundaryVersion> boundaries() {
    Node document = Notation.yaml("boundaries.yaml", open("boundaries.yaml"));
    List<BoundaryVersion> versions = new ArrayList<>();
    document.mapping().entries().forEach((name, node) -> versions.add(version(name, node)));
    return versions;
  }

  private static BoundaryVersion version(String name, Node node) {
    Node.Mapping mapping = node.mapping().only("asserted-by", "source", "states", "disputed");
    Map<String, Set<RegionCode>> states = new TreeMap<>();
    mapping
        .get("states")
        .mapping()
        .entries()
        .forEach(
            (state, codes) -> {
              Set<RegionCode> own = new TreeSet<>();
              codes.texts().forEach(code -> own.add(new RegionCode(code)));
              states.put(state, own);
            });
    Map<RegionCode, Set<String>> disputed = new TreeMap<>();
    mapping
        .find("disputed")
        .ifPresent(
            listed ->
                listed
                    .mapping()
                    .entries()
                    .forEach(
                        (code, claimants) ->
                            disputed.put(new RegionCode(code), new TreeSet<>(claimants.texts()))));
    return new BoundaryVersion(
        name, mapping.get("asserted-by").text(), mapping.get("source").text(), states, disputed);
  }

  private static Reader open(String resource) {
    InputStream stream = Gazetteer.class.getResourceAsStream(resource);
    return new InputStreamReader(Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8);
  }
}
