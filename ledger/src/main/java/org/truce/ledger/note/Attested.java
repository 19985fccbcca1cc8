package org.truce.ledger.note;

import java.util.List;

/**
 * A checkpoint whose signatures were checked against a policy.
 *
 * @param checkpoint what the log signed
 * @param cosignatures which witnesses of the policy cosigned it, and when
 * @param quorum whether they are as many as the policy asks for
 */
public record Attested(Checkpoint checkpoint, List<Cosignature> cosignatures, boolean quorum) {
  /** Copies the list. */
  public Attested {
    cosignatures = List.copyOf(cosignatures);
  }
}
