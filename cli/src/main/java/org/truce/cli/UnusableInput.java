package org.truce.cli;

/** Input that cannot be used at all; the message is shown as it is and the exit code is 2. */
final class UnusableInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableInput(String message) {
    super(message);
  }
}
