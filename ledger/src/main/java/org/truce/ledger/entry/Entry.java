package org.truce.ledger.entry;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.note.Text;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.StrictBase64;

/**
 * One leaf: what happened to the record, never its content.
 *
 * @param kind what it is, such as {@code report.received}
 * @param at the time that the writer states
 * @param commitment to content that lies elsewhere: {@link #commit}
 * @param facts what everybody may read for ever; no personal data, no places
 * @param approvals signature (base64) by public key (base64) over {@link #statement}
 */
public record Entry(
    String kind,
    Instant at,
    Optional<Hash> commitment,
    Map<String, String> facts,
    Map<String, String> approvals) {
  /** The longest entry, in bytes. */
  public static final int MAX_BYTES = 16_384;

  /** The length of the salt of a commitment, in bytes. */
  public static final int SALT_BYTES = 32;

  /** Bytes in which the last kind of any usual length begins. */
  private static final int MOST_OF_END = 120;

  private static final String BEFORE_KIND = "\"kind\":\"";
  private static final String AFTER_KIND = "\",\"v\":\"1\"}";

  private static final byte[] COMMIT = "truce/commit/v1".getBytes(StandardCharsets.US_ASCII);

  /** Copies the maps, sorted. */
  public Entry {
    if (!isKind(kind)) {
      throw new IllegalArgumentException("\"" + kind + "\" is not a kind of entry");
    }
    facts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    approvals = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(approvals));
    for (String part : facts.values()) {
      if (part.chars().anyMatch(c -> c < ' ' && c != '\n')) {
        throw new IllegalArgumentException("a fact holds a control character");
      }
    }
  }

  /** Returns an entry without approvals. */
  public static Entry of(String kind, Instant at, Map<String, String> facts) {
    return new Entry(kind, at, Optional.empty(), facts, Map.of());
  }

  /** Returns an entry that commits to content. */
  public static Entry committing(String kind, Instant at, Hash commitment) {
    return new Entry(kind, at, Optional.of(commitment), Map.of(), Map.of());
  }

  /**
   * Returns SHA-256 of "truce/commit/v1", the salt and the payload. The salt is as secret as the
   * payload and is destroyed with it.
   */
  public static Hash commit(byte[] salt, byte[] payload) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
    }
    return Hash.sha256(COMMIT, salt, payload);
  }

  /** Returns a new salt. */
  public static byte[] salt(SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  /** Returns the entry with one more approval, for the log with an origin. */
  public Entry approvedBy(SigningKey key, String origin) {
    Map<String, String> more = new TreeMap<>(approvals);
    more.put(
        StrictBase64.encode(key.verifier().key()),
        StrictBase64.encode(key.sign(statement(origin))));
    return new Entry(kind, at, commitment, facts, more);
  }

  /** Returns the bytes that approvals sign: a label, the log, and the entry without approvals. */
  public byte[] statement(String origin) {
    String bare = Json.write(new Entry(kind, at, commitment, facts, Map.of()).members());
    return ("truce/approval/v1\n" + origin + "\n" + bare).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new TreeMap<>();
    members.put("v", "1");
    members.put("kind", kind);
    members.put("at", at.toString());
    commitment.ifPresent(hash -> members.put("commit", hash.toString()));
    if (!facts.isEmpty()) {
      members.put("facts", facts);
    }
    if (!approvals.isEmpty()) {
      members.put("approvals", approvals);
    }
    return members;
  }

  /** Returns the leaf's bytes. */
  public byte[] bytes() {
    byte[] bytes = Json.write(members()).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("an entry has at most 16,384 bytes, not " + bytes.length);
    }
    return bytes;
  }

  /** Reads a leaf: only bytes that {@link #bytes} writes. */
  public static Entry parse(byte[] bytes) throws Malformed {
    Map<String, Object> members = Json.read(Text.decode(bytes, MAX_BYTES, "entry"));
    try {
      Entry entry =
          new Entry(
              text(members, "kind"),
              Instant.parse(text(members, "at")),
              members.containsKey("commit")
                  ? Optional.of(Hash.parse(text(members, "commit")))
                  : Optional.empty(),
              strings(members, "facts"),
              strings(members, "approvals"));
      if (!Arrays.equals(entry.bytes(), bytes)) {
        throw new Malformed("entry: not in its one canonical form");
      }
      return entry;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Malformed("entry: " + e.getMessage());
    }
  }

  /**
   * Returns the kind of a leaf that was read before, without reading all of it: kind and version
   * stand last. Of bytes that {@link #parse} refuses it may return anything.
   */
  public static Optional<String> kindOf(byte[] bytes) {
    String end =
        new String(
            bytes,
            Math.max(0, bytes.length - MOST_OF_END),
            Math.min(bytes.length, MOST_OF_END),
            StandardCharsets.ISO_8859_1);
    int from = end.lastIndexOf(BEFORE_KIND) + BEFORE_KIND.length();
    int to = end.length() - AFTER_KIND.length();
    return end.endsWith(AFTER_KIND) && BEFORE_KIND.length() <= from && from < to
        ? Optional.of(end.substring(from, to)).filter(Entry::isKind)
        : Optional.empty();
  }

  /** Whether it is of the form {@code [a-z][a-z0-9-]*(\.[a-z0-9-]+)*}; asked for every leaf. */
  private static boolean isKind(String kind) {
    char before = '.';
    for (int i = 0; i < kind.length(); i++) {
      char next = kind.charAt(i);
      boolean letter = next >= 'a' && next <= 'z';
      boolean other = (next >= '0' && next <= '9') || next == '-';
      if (!letter && (i == 0 || !other) && (next != '.' || before == '.')) {
        return false;
      }
      before = next;
    }
    return before != '.';
  }

  private static String text(Map<String, Object> members, String name) throws Malformed {
    if (members.get(name) instanceof String value) {
      return value;
    }
    throw new Malformed("entry: \"" + name + "\" is missing");
  }

  private static Map<String, String> strings(Map<String, Object> members, String name) {
    Map<String, String> strings = new TreeMap<>();
    if (members.get(name) instanceof Map<?, ?> inner) {
      inner.forEach((key, value) -> strings.put("" + key, "" + value));
    }
    return strings;
  }
}
