package org.truce.publish.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the browser reads back is tested with the page itself; here, that each form is chosen. */
class ColumnsTest {

  private static Object form(List<Map<String, Object>> records) {
    Columns columns = new Columns();
    records.forEach(columns::add);
    assertThat(columns.written()).containsEntry("size", records.size());
    Object forms = Objects.requireNonNull(columns.written().get("columns"));
    return Objects.requireNonNull(((Map<?, ?>) forms).get("it"));
  }

  private static Map<String, Object> record(Object value) {
    return Map.of("it", value);
  }

  private static final Map<String, Object> WITHOUT = Map.of();

  @Test
  void wholeNumbersAreWrittenAsWhatTheyHaveAboveTheLeast() {
    assertThat(form(List.of(record(1_000L), record(1_007L), record(1_000L))))
        .isEqualTo(Map.of("base", 1_000L, "plus", List.of(0L, 7L, 0L)));
  }

  @Test
  void aValueThatAllShareIsWrittenOnce() {
    assertThat(form(List.of(record("a"), record("a")))).isEqualTo(Map.of("same", "a"));
  }

  @Test
  void valuesThatManyShareAreWrittenOnceEach() {
    assertThat(form(List.of(record("a"), record("b"), record("a"), record("a"))))
        .isEqualTo(Map.of("of", List.of("a", "b"), "at", List.of(1, 2, 1, 1)));
  }

  @Test
  void differentValuesStandAsTheyAre() {
    assertThat(form(List.of(record("a"), record("b"), record("c"))))
        .isEqualTo(Map.of("all", List.of("a", "b", "c")));
  }

  @Test
  void aRecordWithoutAValueIsNotTakenForAnotherOne() {
    assertThat(form(List.of(WITHOUT, record("a"), record("b"))))
        .isEqualTo(Map.of("of", List.of("a", "b"), "at", List.of(0, 1, 2)));
  }

  @Test
  void aColumnOfFewRecordsNamesThem() {
    assertThat(form(List.of(WITHOUT, WITHOUT, WITHOUT, WITHOUT, record(5), WITHOUT)))
        .isEqualTo(Map.of("rows", List.of(4), "same", 5));
  }
}
