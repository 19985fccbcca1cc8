package org.truce.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.truce.gazetteer.Gazetteer;

/** An office means whoever held it on the day of the statement. */
class OfficeHoldersTest {
  private static final TextReader READER = new TextReader(Gazetteer.load());

  @Test
  void theSameOfficeIsAnotherPersonOnAnotherDay() {
    String text = "The Syrian president said that the talks in Geneva had failed again.";
    assertThat(person(text, "en", LocalDate.of(2024, 12, 7))).isEqualTo("Bashar al-Assad");
    assertThat(person(text, "en", LocalDate.of(2024, 12, 20))).isEqualTo("-");
    assertThat(person(text, "en", LocalDate.of(2025, 1, 29))).isEqualTo("Ahmed al-Sharaa");
    String arabic = "قال رئيس الوزراء البريطاني إن المحادثات في جنيف تقدمت كثيرا.";
    assertThat(person(arabic, "ar", LocalDate.of(2024, 7, 4))).isEqualTo("Rishi Sunak");
    assertThat(person(arabic, "ar", LocalDate.of(2024, 7, 5))).isEqualTo("Keir Starmer");
  }

  @Test
  void whoOnlyServesAnOfficeDoesNotHoldIt() {
    LocalDate day = LocalDate.of(2026, 1, 5);
    assertThat(
            person("An adviser to the French president said that the talks had failed.", "en", day))
        .isEqualTo("-");
    assertThat(person("The French president, Jean Dubois, said that talks failed.", "en", day))
        .isEqualTo("-");
  }

  private static String person(String text, String language, LocalDate day) {
    return READER.read(text, language, day).stream()
        .flatMap(claim -> claim.find("source-person").stream())
        .findFirst()
        .orElse("-");
  }
}
