package org.truce.publish.html;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes JSON inside a {@code script} element: nothing in it can end the element, and characters
 * that turn the direction of text do not act in the file itself.
 *
 * <p>In JSON these characters occur inside texts only, so an escape means the same.
 */
final class ScriptText extends FilterWriter {

  ScriptText(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    char each = (char) c;
    if (each == '<' || each == '>' || each == '&' || acts(each)) {
      out.write("\\u%04x".formatted(c));
    } else {
      out.write(c);
    }
  }

  /** Line separators end a line of a script; bidirectional controls reorder what a person reads. */
  private static boolean acts(char c) {
    return (c >= '\u2028' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069') || c == '\u061c';
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(text[i]);
    }
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    write(text.toCharArray(), offset, length);
  }

  /** Keeps what it writes to open. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
