package org.truce.report;

/**
 * A report: its source and that source's own number for it.
 *
 * @param source id of the source
 * @param number the source's own number, unique within the source
 */
public record ReportId(String source, String number) implements Comparable<ReportId> {
  public ReportId {
    if (source.isBlank() || source.contains("/") || number.isBlank() || number.contains("/")) {
      throw new IllegalArgumentException(
          "a report is named source/number without further \"/\", was \"%s/%s\""
              .formatted(source, number));
    }
  }

  /** Numbers count up in many sources at once; added to each other their hashes would meet. */
  @Override
  public int hashCode() {
    return source.hashCode() * 0x9E3779B1 + number.hashCode();
  }

  @Override
  public int compareTo(ReportId other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : number.compareTo(other.number);
  }

  @Override
  public String toString() {
    return source + "/" + number;
  }
}
