package org.truce.ledger.tree;

import java.util.Base64;

/** Base64 of RFC 4648, section 4, in its one canonical form: padded, no spare bits set. */
public final class StrictBase64 {
  private StrictBase64() {}

  /** Reads text that {@link #encode} could have written, and nothing else. */
  public static byte[] decode(String text) throws Malformed {
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed("\"" + shown(text) + "\" is not base64");
    }
    if (!encode(decoded).equals(text)) {
      throw new Malformed("\"" + shown(text) + "\" is not canonical base64");
    }
    return decoded;
  }

  /** Returns the canonical form. */
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
