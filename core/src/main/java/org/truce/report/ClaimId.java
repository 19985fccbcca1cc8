package org.truce.report;

/**
 * A claim: its report and its name inside it.
 *
 * @param report the report that makes it
 * @param name its name in that report, by default its position from 1
 */
public record ClaimId(ReportId report, String name) implements Comparable<ClaimId> {

  /**
   * Returns the claim named by {@code source/number/name}.
   *
   * @throws IllegalArgumentException when the text is not of that form
   */
  public static ClaimId parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3 || parts[2].isBlank()) {
      throw new IllegalArgumentException(
          "\"%s\" does not name a claim: write source/report/claim".formatted(text));
    }
    return new ClaimId(new ReportId(parts[0], parts[1]), parts[2]);
  }

  @Override
  public int compareTo(ClaimId other) {
    int byReport = report.compareTo(other.report);
    return byReport != 0 ? byReport : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return report + "/" + name;
  }
}
