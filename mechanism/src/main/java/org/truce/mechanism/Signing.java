package org.truce.mechanism;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 signatures of acts. A key is known by its public part, X.509 form, hexadecimal. */
public final class Signing {
  private static final String ALGORITHM = "Ed25519";

  private Signing() {}

  /**
   * A person's key.
   *
   * @param id the public part, as acts and rows name it
   * @param secret the private part, PKCS 8, hexadecimal; stays with the person
   */
  public record Key(String id, String secret) {
    @Override
    public String toString() {
      return id;
    }
  }

  /** Makes a new key. */
  public static Key generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new Key(hex(pair.getPublic().getEncoded()), hex(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 15 has Ed25519", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Signs bytes.
   *
   * @throws IllegalArgumentException when the secret is no key
   */
  static String sign(Key key, byte[] bytes) {
    try {
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(key.secret())));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(bytes);
      return hex(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this is no Ed25519 key", e);
    }
  }

  /** Returns whether the signature over the bytes is of that key; anything malformed is not. */
  static boolean isBy(String keyId, byte[] bytes, String signature) {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(keyId)));
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(bytes);
      return check.verify(HexFormat.of().parseHex(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
