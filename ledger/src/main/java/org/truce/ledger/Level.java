package org.truce.ledger;

/** How much can be relied on for a record; each level includes those before it. */
public enum Level {
  /** It survives a loss of power here. */
  DURABLE,
  /** It is under a checkpoint that the log signed: leaving it out later would be provable. */
  CHECKPOINTED,
  /** The policy's quorum of witnesses cosigned such a checkpoint. */
  WITNESSED
}
