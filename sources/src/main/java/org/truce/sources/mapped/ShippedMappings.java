package org.truce.sources.mapped;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.truce.notation.Notation;

/** The mappings that come with the product (docs/mapping.md lists them). */
public final class ShippedMappings {
  private static final List<String> NAMES =
      List.of(
          "acled",
          "viina-event-info",
          "viina-event-1pd",
          "air-raid-alerts",
          "thermal-detections",
          "party-tallies",
          "power-plants",
          "exercise");

  private ShippedMappings() {}

  private static final class Holder {
    private static final List<MappingFile> ALL = NAMES.stream().map(ShippedMappings::read).toList();
  }

  /** Returns all of them, those that need most columns first. */
  public static List<MappingFile> all() {
    return Holder.ALL;
  }

  /** Returns the text of one of them. */
  public static String text(String name) {
    try (InputStream bytes = open(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the names of all of them. */
  public static List<String> names() {
    return NAMES;
  }

  private static MappingFile read(String name) {
    try (InputStream bytes = open(name)) {
      return MappingFile.read(
          Notation.yaml(name + ".yaml", new InputStreamReader(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(
        ShippedMappings.class.getResourceAsStream(name + ".yaml"), "no mapping " + name);
  }
}
