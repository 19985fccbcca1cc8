package org.truce.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.truce.agreement.Agreement;
import org.truce.assessment.Scenario;
import org.truce.notation.AgreementNotation;
import org.truce.notation.Node;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.notation.SpecNotation;
import org.truce.notation.ZoneNotation;
import org.truce.place.Atlas;
import org.truce.place.BoundaryVersion;
import org.truce.place.Region;
import org.truce.place.RegionCode;
import org.truce.report.Report;

/**
 * An agreement with the scenarios and reports that stand beside it.
 *
 * @param name of the example, or {@code clause-kinds}, which is made up
 * @param agreement read with the bundled regions
 * @param scenarios judged by hand
 */
public record Example(String name, Agreement agreement, List<Scenario> scenarios) {
  /** The bundled regions, with the two boundary versions that the examples name. */
  public static final Atlas ATLAS = atlas();

  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final Path MADE_UP = Path.of("src", "test", "resources", "org/truce/notation");

  /** Reads an example of the repository. */
  public static Example of(String name) {
    Path folder = EXAMPLES.resolve(name);
    return read(name, folder, "agreement");
  }

  /** Reads the agreement that has every kind of clause that is judged. */
  public static Example madeUp() {
    return read("clause-kinds", MADE_UP, "clause-kinds");
  }

  private static Example read(String name, Path folder, String file) {
    Agreement agreement = agreement(folder, text(folder.resolve(file + ".yaml")));
    Node spec = yaml(text(folder.resolve(file + ".spec.yaml")));
    return new Example(name, agreement, new SpecNotation(agreement).read(spec));
  }

  /** Reads an agreement whose zones stand in that folder. */
  public static Agreement agreement(Path folder, String text) {
    return new AgreementNotation(ATLAS, beside -> Optional.of(text(folder.resolve(beside))))
        .read(yaml(text));
  }

  /** Returns the text of the made-up agreement, changed as a test needs it. */
  public static Agreement madeUpWith(String... replaced) {
    String text = text(MADE_UP.resolve("clause-kinds.yaml"));
    for (int i = 0; i < replaced.length; i += 2) {
      if (!text.contains(replaced[i])) {
        throw new IllegalArgumentException("the made-up agreement has no " + replaced[i]);
      }
      text = text.replace(replaced[i], replaced[i + 1]);
    }
    return agreement(MADE_UP, text);
  }

  /** Returns the draft that stands beside the example. */
  public Agreement draft() {
    Path folder = EXAMPLES.resolve(name);
    return agreement(folder, text(folder.resolve("draft.yaml")));
  }

  /** Returns the example's reports. */
  public List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(name).resolve("reports"))) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          reports.add(ReportNotation.read(Notation.jsonLine(file.toString(), 1, line)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reports;
  }

  private static Node yaml(String text) {
    return Notation.yaml("agreement.yaml", new StringReader(text));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Atlas atlas() {
    Path file =
        Path.of("..", "gazetteer/src/main/resources/org/truce/gazetteer", "regions.geojson");
    Node collection = Notation.json("regions.geojson", new StringReader(text(file)));
    List<Region> regions = new ArrayList<>();
    ZoneNotation.features(collection, "code")
        .forEach(
            (code, feature) -> {
              long metres = feature.properties().get("accuracy-m").wholeNumber();
              regions.add(new Region(new RegionCode(code), feature.zone(metres * 1_000L)));
            });
    return new Atlas(
        regions,
        List.of(boundary("un-2014", "UKR", "UA", "RUS", "RU"), boundary("un-1967", "SYR", "SY")));
  }

  private static BoundaryVersion boundary(String version, String... states) {
    Map<String, Set<RegionCode>> own = new TreeMap<>();
    for (int i = 0; i < states.length; i += 2) {
      own.put(states[i], Set.of(new RegionCode(states[i + 1])));
    }
    return new BoundaryVersion(version, "", "", own, Map.of());
  }
}
