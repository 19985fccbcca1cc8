package org.truce.mechanism;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.tree.Hash;

/**
 * Seals what entries commit to: each payload under a key of its own, and that key under the
 * mission's. To destroy the wrapped key is to destroy the payload and the salt of its commitment.
 */
final class Vault {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec missionKey;
  private final SecureRandom random = new SecureRandom();

  Vault(byte[] missionKey) {
    this.missionKey = new SecretKeySpec(missionKey, "AES");
  }

  /** A sealed payload. */
  record Sealed(Hash commitment, Bytes wrappedKey, Bytes payload) {}

  Sealed seal(byte[] content) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    byte[] salt = Entry.salt(random);
    byte[] salted = Arrays.copyOf(salt, salt.length + content.length);
    System.arraycopy(content, 0, salted, salt.length, content.length);
    return new Sealed(
        Entry.commit(salt, content),
        Bytes.of(encrypted(missionKey, key)),
        Bytes.of(encrypted(new SecretKeySpec(key, "AES"), salted)));
  }

  /**
   * Opens a payload.
   *
   * @throws MechanismException when it is not what the entry commits to, or of another mission
   */
  byte[] open(Hash commitment, byte[] wrappedKey, byte[] payload) {
    byte[] key = decrypted(missionKey, wrappedKey);
    byte[] salted = decrypted(new SecretKeySpec(key, "AES"), payload);
    byte[] salt = Arrays.copyOf(salted, Entry.SALT_BYTES);
    byte[] content = Arrays.copyOfRange(salted, Entry.SALT_BYTES, salted.length);
    if (!Entry.commit(salt, content).equals(commitment)) {
      throw new MechanismException("a sealed payload is not the one that its entry commits to");
    }
    return content;
  }

  private byte[] encrypted(SecretKeySpec key, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, plain);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  private static byte[] decrypted(SecretKeySpec key, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, rest);
  }

  private static byte[] cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new MechanismException(
          "a sealed payload cannot be opened: it was changed, or the keys are of another mission",
          e);
    }
  }
}
