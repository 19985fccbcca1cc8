package org.truce.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {

  @ParameterizedTest(name = "about {0} is {1} to {2}")
  @CsvSource({"4900, 4850, 4950", "4000, 3500, 4500", "437, 437, 437", "0, 0, 0", "10, 5, 15"})
  void aRoundedNumberMayBeHalfAUnitOfItsLastDigitOff(long said, long least, long most) {
    assertThat(Count.about(said)).isEqualTo(new Count(said, least, most));
  }

  @Test
  void moreThanANumberHasNoEnd() {
    Count sum = Count.moreThan(950).plus(Count.exactly(1_978));
    assertThat(sum).isEqualTo(new Count(2_928, 2_928, Long.MAX_VALUE));
    assertThat(sum.agreesWith(Count.exactly(2_935))).isTrue();
    assertThat(sum).hasToString("more than 2,928");
  }

  @Test
  void boundsOutOfOrderAreRefused() {
    assertThatThrownBy(() -> new Count(3, 4, 5)).hasMessageContaining("0 <= least <= said <= most");
  }
}
