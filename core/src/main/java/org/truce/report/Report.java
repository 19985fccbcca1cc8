package org.truce.report;

import java.util.List;
import java.util.Optional;
import org.truce.time.Known;

/**
 * One message of one source, as received.
 *
 * @param id which report
 * @param voice who says it, when, and under what conditions it may be passed on
 * @param document where it can be checked
 * @param claims the statements inside it
 * @param known when the mechanism recorded it; empty when files are read without a ledger
 * @param exercise whether it is synthetic
 */
public record Report(
    ReportId id,
    Voice voice,
    Document document,
    List<Claim> claims,
    Optional<Known> known,
    boolean exercise) {
  public Report {
    claims = List.copyOf(claims);
  }

  /**
   * Where a report can be checked.
   *
   * @param address address of the page or message, if any
   * @param language BCP 47 code, if known
   * @param input where it was read: file and line
   */
  public record Document(Optional<String> address, Optional<String> language, Input input) {}
}
