package org.truce.notation;

import java.util.List;

/**
 * A text that is not of the form: what is wrong, where, and what would be right. The message can be
 * shown to people as it is.
 */
public final class NotationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  NotationException(String file, int line, String reason, List<String> hints) {
    super(message(file, line, reason, hints));
    this.reason = hints.isEmpty() ? reason : reason + "; " + String.join("; ", hints);
  }

  /** Returns what is wrong and what to do in one line, without the place. */
  public String reason() {
    return reason;
  }

  private static String message(String file, int line, String reason, List<String> hints) {
    StringBuilder text = new StringBuilder("%s:%d: %s".formatted(file, line, reason));
    hints.forEach(hint -> text.append("\n       ").append(hint));
    return text.toString();
  }
}
