package org.truce.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.truce.gazetteer.Gazetteer;
import org.truce.text.claims.TextClaim;
import org.truce.text.rules.ClaimType;

/** Who is behind an outlet, what a toll was before, which claim is denied. */
class LinksTest {
  private static final TextReader READER = new TextReader(Gazetteer.load());

  private static TextClaim only(ClaimType type, String language, String text) {
    return READER.read(text, language, LocalDate.of(2026, 1, 5)).stream()
        .filter(claim -> claim.type() == type)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whomAnOutletCitesIsTheSource() {
    String english =
        "Two people were killed in Kherson, Reuters reported, citing a hospital official.";
    String arabic = "نقلت وكالة رويترز عن مسؤول محلي قوله إن شخصين قتلا في خيرسون.";
    assertThat(only(ClaimType.CASUALTY, "en", english).find("source").orElseThrow())
        .contains("hospital official");
    assertThat(only(ClaimType.CASUALTY, "ar", arabic).find("source")).contains("مسؤول محلي");
  }

  @Test
  void aRevisedTollNamesItsPreviousValueAndTheClaimThatGaveIt() {
    String text =
        "Nine people were killed in Kherson on Friday. The death toll rose to 14 from nine, officials said.";
    TextClaim revision = only(ClaimType.TOLL_REVISION, "en", text);
    assertThat(revision.fields())
        .containsEntry("count", "14")
        .containsEntry("previous", "9")
        .containsEntry("revises", "Nine people were killed");
    String arabic = "ارتفعت حصيلة القصف على خيرسون إلى 14 قتيلا بعدما كانت تسعة.";
    assertThat(only(ClaimType.TOLL_REVISION, "ar", arabic).find("previous")).contains("9");
  }

  @Test
  void aDenialNamesTheClaimThatIsDenied() {
    String text = "Kyiv said Russian forces shelled a hospital in Kherson. The Kremlin denied it.";
    TextClaim denial = only(ClaimType.DENIAL, "en", text);
    assertThat(denial.find("denies").orElseThrow()).contains("Russian forces shelled");
    assertThat(denial.fields()).containsEntry("denies-type", "ATTACK");
  }

  @Test
  void nobodyElsesCitySpeaksForADenialOfSomethingElse() {
    String text = "Russian forces shelled a hospital in Kherson. The mayor denied having resigned.";
    assertThat(only(ClaimType.DENIAL, "en", text).find("denies")).isEmpty();
  }
}
