package org.truce.publish.daily;

/** Makes text from outside safe to print: nothing in it hides or reorders what stands around it. */
final class VisibleText {
  private VisibleText() {}

  /** Returns the text with control characters written out and line ends as blanks. */
  static String of(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\r' || c == '\t') {
                visible.append(' ');
              } else if (Character.isISOControl(c) || turnsText(c) || isAlone(c)) {
                visible.append("[U+%04X]".formatted(c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  private static boolean turnsText(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029;
  }

  /** Half a pair, or a character that XML cannot hold. */
  private static boolean isAlone(int c) {
    return (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE;
  }
}
