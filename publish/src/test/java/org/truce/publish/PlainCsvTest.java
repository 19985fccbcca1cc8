package org.truce.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A spreadsheet that opens a table computes nothing that a source wrote. */
class PlainCsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(1)",
        "+1+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(1)",
        "|calc",
        " =1",
        "\t=1",
        "\r\n=1",
        "\uFEFF=1",
        "\u200B=1",
        "\u202E=1",
        "\uFF1D1",
        "=1\n2",
      })
  void whatWouldBeComputedGetsAnApostrophe(String cell) {
    assertThat(PlainCsv.plain(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-5", "+5", "-0.5", "12", "a=b", "2025-04-20", "'=1", "قصف", "I-0019"})
  void whatIsNotComputedStaysAsItIs(String cell) {
    assertThat(PlainCsv.plain(cell)).isEqualTo(cell);
  }
}
