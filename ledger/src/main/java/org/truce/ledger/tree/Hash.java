package org.truce.ledger.tree;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 value: 32 bytes, compared by content, written in base64. */
public final class Hash {
  /** The length of every hash, in bytes. */
  public static final int BYTES = 32;

  private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Hash::newSha256);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns a new SHA-256 digest; every Java platform has one. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the hash with these 32 bytes. */
  public static Hash of(byte[] bytes) {
    return of(bytes, 0);
  }

  /** Returns the hash whose 32 bytes start at an offset. */
  public static Hash of(byte[] bytes, int offset) {
    if (bytes.length - offset < BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + (bytes.length - offset));
    }
    return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
  }

  /** Returns SHA-256 of the parts, one after the other. */
  public static Hash sha256(byte[]... parts) {
    MessageDigest digest = SHA256.get();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new Hash(digest.digest());
  }

  /** Returns the hash of a leaf: SHA-256 of a zero byte and the entry (RFC 6962, 2.1). */
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = SHA256.get();
    digest.update((byte) 0);
    digest.update(entry);
    return new Hash(digest.digest());
  }

  /** Returns the hash of a node: SHA-256 of a one byte and both children (RFC 6962, 2.1). */
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = SHA256.get();
    digest.update((byte) 1);
    digest.update(left.bytes);
    digest.update(right.bytes);
    return new Hash(digest.digest());
  }

  /** Reads canonical base64 of exactly 32 bytes. */
  public static Hash parse(String base64) throws Malformed {
    byte[] decoded = StrictBase64.decode(base64);
    if (decoded.length != BYTES) {
      throw new Malformed("a hash has 32 bytes, \"" + base64 + "\" has " + decoded.length);
    }
    return new Hash(decoded);
  }

  /** Returns a copy of the 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Writes the 32 bytes. */
  public void writeTo(ByteBuffer target) {
    target.put(bytes);
  }

  /** Returns the hash in lower-case hexadecimal. */
  public String hex() {
    return java.util.HexFormat.of().formatHex(bytes);
  }

  /** Returns the hash in base64. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
