package org.truce.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.truce.ledger.tree.Malformed;

/** What every text form here is made of: strict UTF-8 lines and plain decimals. */
public final class Text {
  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

  private Text() {}

  /** Reads UTF-8 without control characters other than the newline. */
  public static String decode(byte[] bytes, int limit, String what) throws Malformed {
    if (bytes.length > limit) {
      throw new Malformed(what + ": longer than " + limit + " bytes");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed(what + ": not UTF-8 text");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' && text.charAt(i) != '\n') {
        throw new Malformed(what + ": control character " + (int) text.charAt(i));
      }
    }
    return text;
  }

  /** Reads a decimal without leading zeros, 0 to 2^63-1. */
  public static long decimal(String text, String what) throws Malformed {
    if (DECIMAL.matcher(text).matches()) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new Malformed(what + ": " + text + " is too large");
      }
    }
    throw new Malformed(what + ": \"" + text + "\" is not a decimal without leading zeros");
  }

  /** Says whether a key may have this name: not empty, no space, no plus. */
  static boolean isKeyName(String name) {
    return !name.isEmpty()
        && name.length() <= 255
        && name.indexOf('+') < 0
        && name.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))
        && name.codePoints().noneMatch(Character::isISOControl);
  }
}
