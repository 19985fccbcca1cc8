package org.truce.ledger.note;

import java.util.Arrays;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.StrictBase64;

/** One line under a note: who signed, with which key, and the signature. */
public final class SignatureLine {
  private static final String DASH = "\u2014 ";

  private final String name;
  private final byte[] keyId;
  private final byte[] signature;

  SignatureLine(String name, byte[] keyId, byte[] signature) {
    this.name = name;
    this.keyId = keyId.clone();
    this.signature = signature.clone();
  }

  /** Reads a line without its newline. */
  public static SignatureLine parse(String line) throws Malformed {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !line.startsWith(DASH) || !Text.isKeyName(parts[1])) {
      throw new Malformed("note: \"" + line + "\" is not a signature line");
    }
    byte[] bytes = StrictBase64.decode(parts[2]);
    if (bytes.length < 5) {
      throw new Malformed("note: the signature of " + parts[1] + " is too short");
    }
    byte[] signature = Arrays.copyOfRange(bytes, 4, bytes.length);
    return new SignatureLine(parts[1], Arrays.copyOf(bytes, 4), signature);
  }

  String name() {
    return name;
  }

  byte[] keyId() {
    return keyId.clone();
  }

  byte[] signature() {
    return signature.clone();
  }

  boolean sameKey(SignatureLine other) {
    return name.equals(other.name) && Arrays.equals(keyId, other.keyId);
  }

  /** Returns the line without a newline. */
  @Override
  public String toString() {
    return DASH + name + " " + StrictBase64.encode(Ed25519.joined(keyId, signature));
  }
}
