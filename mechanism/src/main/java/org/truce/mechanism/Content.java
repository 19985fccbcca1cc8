package org.truce.mechanism;

/**
 * What an entry of the ledger commits to: what arrived, a mapping to read it by, what a person did,
 * or a new epoch.
 */
sealed interface Content {

  /**
   * Something that was sent, byte for byte.
   *
   * @param submission what was sent, by whom, and where it stood in a file
   */
  record Received(Submission submission) implements Content {}

  /**
   * A mapping by which rows are read from here on.
   *
   * @param text the mapping file as it was given
   */
  record MappingTaken(String text) implements Content {}

  /**
   * A signed act.
   *
   * @param key public key of the person, hexadecimal
   * @param signature Ed25519 over the act's bytes, hexadecimal
   * @param act the act as signed, never written anew
   */
  record Acted(String key, String signature, String act) implements Content {}

  /**
   * From here on everything is worked out under these.
   *
   * @param epoch versions, and the agreement with the files beside it
   */
  record EpochOpened(Epoch epoch) implements Content {}
}
