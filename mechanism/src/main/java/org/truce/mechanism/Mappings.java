package org.truce.mechanism;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.truce.notation.Notation;
import org.truce.sources.mapped.MappingFile;

/**
 * The mappings that were taken in, each known by the hash of its text: whoever has the hash can
 * only mean one text, so it does not matter when it is looked up.
 */
final class Mappings {
  private final Map<String, MappingFile> known = new ConcurrentHashMap<>();

  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /** Returns the SHA-256 of a mapping's text, hexadecimal. */
  static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Reads a mapping.
   *
   * @throws org.truce.notation.NotationException when it is none
   */
  static MappingFile read(String text) {
    return MappingFile.read(Notation.yaml("mapping", new StringReader(text)));
  }

  /** Keeps a mapping. */
  void put(String text) {
    String hash = hash(text);
    texts.put(hash, text);
    known.computeIfAbsent(hash, of -> read(text));
  }

  /** Returns the texts of all. */
  Collection<String> texts() {
    return texts.values();
  }

  Optional<MappingFile> find(String hash) {
    return Optional.ofNullable(known.get(hash));
  }
}
