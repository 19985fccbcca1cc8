package org.truce.mechanism;

/**
 * The mechanism cannot go on; the message says why and what to do. Nothing that was acknowledged is
 * lost.
 */
public class MechanismException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MechanismException(String message) {
    super(message);
  }

  MechanismException(String message, Throwable cause) {
    super(message, cause);
  }
}
