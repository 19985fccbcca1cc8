package org.truce.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.truce.ledger.tree.Malformed;

/**
 * A text and the signature lines under it (C2SP signed-note). Reading one checks its form; nothing
 * in it is true before a {@link Policy} has checked the signatures.
 *
 * @param text the signed text, with its last newline
 * @param signatures at least one, at most one of each key
 */
public record SignedNote(String text, List<SignatureLine> signatures) {
  /** The longest note that is read, in bytes: room for 32 signatures of ML-DSA-44. */
  public static final int MAX_BYTES = 131_072;

  private static final int MAX_SIGNATURES = 64;

  /** Copies the signatures. */
  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /** Reads a note. */
  public static SignedNote parse(byte[] bytes) throws Malformed {
    return parse(Text.decode(bytes, MAX_BYTES, "note"));
  }

  static SignedNote parse(String note) throws Malformed {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new Malformed("note: no blank line between text and signatures, or no last newline");
    }
    String below = note.substring(blank + 2);
    if (below.isEmpty()) {
      throw new Malformed("note: no signatures");
    }
    List<SignatureLine> lines = new ArrayList<>();
    for (String line : below.substring(0, below.length() - 1).split("\n", -1)) {
      SignatureLine signature = SignatureLine.parse(line);
      if (lines.stream().anyMatch(signature::sameKey)) {
        throw new Malformed("note: two signatures of the key of " + signature.name());
      }
      lines.add(signature);
      if (lines.size() > MAX_SIGNATURES) {
        throw new Malformed("note: more than " + MAX_SIGNATURES + " signatures");
      }
    }
    return new SignedNote(note.substring(0, blank + 1), lines);
  }

  /** Returns the note with more signatures; one of a key that has signed already replaces it. */
  public SignedNote with(List<SignatureLine> more) {
    List<SignatureLine> all = new ArrayList<>(signatures);
    for (SignatureLine line : more) {
      all.removeIf(line::sameKey);
      all.add(line);
    }
    return new SignedNote(text, all);
  }

  /** Returns the checkpoint that the text is. */
  public Checkpoint checkpoint() throws Malformed {
    return Checkpoint.parse(text);
  }

  /** Returns the bytes of the file. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the note as it is written. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(line -> note.append(line).append('\n'));
    return note.toString();
  }
}
