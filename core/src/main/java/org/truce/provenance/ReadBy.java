package org.truce.provenance;

/**
 * Who turned bytes into claims. What a machine read is visible but stays out of headline counts.
 */
public enum ReadBy {
  PERSON,
  MACHINE
}
