package org.truce.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.StrictBase64;

/**
 * A private key of a log, a witness or a person.
 *
 * <p>Its file has two lines: the private key in the form of Go's note package ({@code
 * PRIVATE+KEY+name+id+base64}) and the public vkey. Keep it readable by its owner alone.
 */
public final class SigningKey {
  private static final String PRIVATE = "PRIVATE+KEY+";

  private final VerifierKey verifier;
  private final PrivateKey key;

  private SigningKey(VerifierKey verifier, PrivateKey key) {
    this.verifier = verifier;
    this.key = key;
  }

  /** Makes a new key, of a log or of a witness, out of the given source of chance. */
  public static SigningKey generate(String name, boolean witness, SecureRandom random) {
    if (!Text.isKeyName(name)) {
      throw new IllegalArgumentException("\"" + name + "\" cannot name a key: no spaces, no plus");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      KeyPair pair = generator.generateKeyPair();
      int type = witness ? VerifierKey.WITNESS : VerifierKey.LOG;
      byte[] raw = Ed25519.raw(pair.getPublic().getEncoded());
      return new SigningKey(new VerifierKey(name, type, raw), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads the two lines of a key file. */
  public static SigningKey parse(String file) throws Malformed {
    String[] lines = file.strip().split("\n", -1);
    String[] parts = lines[0].split("\\+", 5);
    if (lines.length != 2 || parts.length != 5 || !lines[0].startsWith(PRIVATE)) {
      throw new Malformed("not a key file: expected two lines, PRIVATE+KEY+... and the public key");
    }
    VerifierKey verifier = VerifierKey.parse(lines[1]);
    byte[] typed = StrictBase64.decode(parts[4]);
    SigningKey key =
        of(verifier, Arrays.copyOfRange(typed, Math.min(1, typed.length), typed.length));
    byte[] probe = "truce key file".getBytes(StandardCharsets.UTF_8);
    if (!verifier.verifies(probe, Ed25519.sign(key.key, probe))) {
      throw new Malformed(
          "key file of " + verifier.name() + ": the two lines are of different keys");
    }
    return key;
  }

  private static SigningKey of(VerifierKey verifier, byte[] seed) throws Malformed {
    if (seed.length != Ed25519.KEY_BYTES) {
      throw new Malformed("key file of " + verifier.name() + ": the private key has no 32 bytes");
    }
    try {
      return new SigningKey(verifier, Ed25519.privateKey(seed));
    } catch (GeneralSecurityException e) {
      throw new Malformed("key file of " + verifier.name() + ": not an Ed25519 key");
    }
  }

  /** Returns the two lines of a key file. */
  public String toFile() {
    int type = verifier.isWitness() ? VerifierKey.WITNESS : VerifierKey.LOG;
    byte[] typed = Ed25519.joined(new byte[] {(byte) type}, Ed25519.raw(key.getEncoded()));
    String id = HexFormat.of().formatHex(verifier.id());
    String head = PRIVATE + verifier.name() + "+" + id + "+";
    return head + StrictBase64.encode(typed) + "\n" + verifier + "\n";
  }

  /** Returns the public key. */
  public VerifierKey verifier() {
    return verifier;
  }

  /** Returns the raw signature over a message. */
  public byte[] sign(byte[] message) {
    return Ed25519.sign(key, message);
  }

  /**
   * Returns the HMAC-SHA-256 of a message under a key that follows from this one and serves this
   * purpose alone: nobody without this key can make it, and nothing is signed that could be taken
   * for a note.
   */
  public byte[] seal(String purpose, byte[] message) {
    byte[] seed = Ed25519.raw(key.getEncoded());
    return hmac(hmac(seed, purpose.getBytes(StandardCharsets.UTF_8)), message);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  /** Returns a log's signature line over the text of a note. */
  public SignatureLine signNote(String text) {
    byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
    return new SignatureLine(verifier.name(), verifier.id(), signature);
  }

  /** Returns a witness's signature line over a checkpoint, with the time in whole seconds. */
  public SignatureLine cosign(Checkpoint checkpoint, Instant now) {
    long seconds = now.getEpochSecond();
    byte[] signature = sign(Cosignature.message(seconds, checkpoint.text()));
    byte[] stamped =
        ByteBuffer.allocate(8 + signature.length).putLong(seconds).put(signature).array();
    return new SignatureLine(verifier.name(), verifier.id(), stamped);
  }
}
