package org.truce.store;

/**
 * The store cannot go on; the message says why and what to do. Nothing that was committed is lost.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why, with the cause. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says why. */
  public StoreException(String message) {
    super(message);
  }
}
