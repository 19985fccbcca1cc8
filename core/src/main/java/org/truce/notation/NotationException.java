package org.truce.notation;

import java.util.List;

/**
 * A text that is not of the form: what is wrong, where, and what would be right. The message can be
 * shown to people as it is.
 */
public final class NotationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String reason;

  NotationException(Node.Where where, String reason, List<String> hints) {
    super(message(where, reason, hints));
    this.file = where.file();
    this.line = where.line();
    this.reason = hints.isEmpty() ? reason : reason + "; " + String.join("; ", hints);
  }

  /** Returns the name of the file as the user gave it. */
  public String file() {
    return file;
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }

  /** Returns what is wrong and what to do in one line, without the place. */
  public String reason() {
    return reason;
  }

  /** The key is put before a reason that does not name it. */
  private static String message(Node.Where where, String reason, List<String> hints) {
    String key =
        where.key().isEmpty() || isNamed(where.key(), reason)
            ? ""
            : Suggestion.shortened(where.key()) + ": ";
    StringBuilder text =
        new StringBuilder("%s:%d: %s%s".formatted(where.file(), where.line(), key, reason));
    hints.forEach(hint -> text.append("\n       ").append(hint));
    return text.toString();
  }

  private static boolean isNamed(String key, String reason) {
    return reason.startsWith(key + " ") || reason.contains("\"" + key + "\"");
  }
}
