package org.truce.agreement;

/** How an actor stands to an agreement. */
public sealed interface Standing {

  /**
   * A party answers for it.
   *
   * @param party code of the party
   */
  record Bound(String party) implements Standing {}

  /** The agreement excludes it: it neither binds nor protects it. */
  record Excluded() implements Standing {}

  /** It is not a party and nobody answers for it. */
  record NotBound() implements Standing {}

  /** The file does not say. */
  record NotStated() implements Standing {}
}
