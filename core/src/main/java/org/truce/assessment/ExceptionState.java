package org.truce.assessment;

/** How far an exception has come under an account. */
public enum ExceptionState {
  NOT_CLAIMED,
  CLAIMED,
  /** Shown to hold. */
  SHOWN,
  /** Shown not to hold. */
  REFUTED
}
