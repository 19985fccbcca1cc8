package org.truce.provenance;

/**
 * Who may see a report or claim, and how vaguely.
 *
 * @param handling as the source or the mission set it
 * @param consent what the person who gave it agreed to
 * @param leastCoarsening the least vagueness on any release
 */
public record Disclosure(Handling handling, Consent consent, Coarsening leastCoarsening) {

  /** Public, said by an organ, nothing made vaguer. */
  public static final Disclosure OPEN =
      new Disclosure(Handling.PUBLIC, Consent.NOT_NEEDED, Coarsening.NONE);

  /** Returns the handling that counts: the set one, or what consent allows if that is stricter. */
  public Handling effective() {
    return handling.and(consent.loosestHandling());
  }
}
