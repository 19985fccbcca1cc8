package org.truce.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.StrictBase64;

/** A public key with its name and use, written as a "vkey" (C2SP signed-note). */
public final class VerifierKey {
  /** Signs a note as it is: a log. */
  public static final int LOG = 0x01;

  /** Signs a checkpoint with the time: a witness (C2SP tlog-cosignature). */
  public static final int WITNESS = 0x04;

  private final String name;
  private final int type;
  private final byte[] key;

  VerifierKey(String name, int type, byte[] key) {
    this.name = name;
    this.type = type;
    this.key = key.clone();
  }

  /** Reads {@code name+keyid+base64}; Ed25519 of a log or of a witness. */
  public static VerifierKey parse(String vkey) throws Malformed {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3 || !Text.isKeyName(parts[0])) {
      throw new Malformed("\"" + vkey + "\" is not a key: expected name+id+base64");
    }
    byte[] typed = StrictBase64.decode(parts[2]);
    if (typed.length != 1 + Ed25519.KEY_BYTES || (typed[0] != LOG && typed[0] != WITNESS)) {
      throw new Malformed("\"" + vkey + "\": only Ed25519 keys of logs and witnesses are known");
    }
    byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
    VerifierKey key = new VerifierKey(parts[0], typed[0], raw);
    if (!parts[1].equals(HexFormat.of().formatHex(key.id()))) {
      throw new Malformed("\"" + vkey + "\": the key id does not belong to this name and key");
    }
    return key;
  }

  /** Returns the key of a person, which signs entries and has no name here. */
  public static VerifierKey ofPerson(byte[] raw) throws Malformed {
    if (raw.length != Ed25519.KEY_BYTES) {
      throw new Malformed("a person's key has 32 bytes, not " + raw.length);
    }
    return new VerifierKey("person", LOG, raw);
  }

  /** Returns the name: of a log, its origin. */
  public String name() {
    return name;
  }

  /** Says whether this is a witness's key. */
  public boolean isWitness() {
    return type == WITNESS;
  }

  /** Returns the raw 32 bytes. */
  public byte[] key() {
    return key.clone();
  }

  /** Returns the four bytes that name the key in a signature line. */
  byte[] id() {
    byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Hash.sha256(named, new byte[] {(byte) type}, key).bytes(), 4);
  }

  boolean isNamedBy(SignatureLine line) {
    return line.name().equals(name) && Arrays.equals(line.keyId(), id());
  }

  /** Says whether the raw signature is this key's over the message. */
  public boolean verifies(byte[] message, byte[] signature) {
    return Ed25519.verifies(key, message, signature);
  }

  /** Returns the vkey. */
  @Override
  public String toString() {
    byte[] typed = Ed25519.joined(new byte[] {(byte) type}, key);
    return name + "+" + HexFormat.of().formatHex(id()) + "+" + StrictBase64.encode(typed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey o
        && name.equals(o.name)
        && type == o.type
        && Arrays.equals(key, o.key);
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
