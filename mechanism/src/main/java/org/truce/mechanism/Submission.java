package org.truce.mechanism;

import java.util.Optional;

/**
 * What somebody sends to the mechanism.
 *
 * @param sender who sends it: a desk, an office or a key; the same bytes of another sender are
 *     another submission
 * @param number the sender's own number of the submission, if it has one
 * @param form how it is to be read
 * @param mapping SHA-256 of the mapping by which it is to be read, hexadecimal; of {@link
 *     Form#MAPPED} alone
 * @param place where it stood
 * @param bytes as received
 */
public record Submission(
    String sender,
    Optional<String> number,
    Form form,
    Optional<String> mapping,
    Place place,
    Bytes bytes) {
  public Submission {
    if ((form == Form.MAPPED) != mapping.isPresent()) {
      throw new IllegalArgumentException("a row is read by a mapping, and nothing else is");
    }
  }

  /** What is read without a mapping. */
  public Submission(String sender, Optional<String> number, Form form, Place place, Bytes bytes) {
    this(sender, number, form, Optional.empty(), place, bytes);
  }

  /** How a submission is read. */
  public enum Form {
    /** One report in our own form, on one line. */
    JSONL,
    /** The header line of a CSV file of UCDP GED and one row of it. */
    UCDP,
    /** The header line of a CSV file that a mapping reads, and one row of it. */
    MAPPED
  }

  /**
   * Where a submission stood.
   *
   * @param file name of the file as the sender gave it
   * @param line number of its first line, from 1
   */
  public record Place(String file, long line) {}
}
