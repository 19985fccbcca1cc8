package org.truce.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.agreement.Agreement;
import org.truce.place.Atlas;

class AgreementNotationTest {
  private static final String TEXT =
      """
      agreement: made-up
      title: Made up
      label: truce
      class: cessation-of-hostilities
      authenticity: official
      sources: { S1: { title: exercise, publisher: exercise } }
      parties:
        AAA: { name: A, answers-for: [AAA/army] }
        BBB: { name: B, answers-for: [] }
      readings:
        both:
          asserted-by: { speaker: exercise, date: "2025-04-10", source: S1 }
          in-force:
            from: { local: "2025-04-10T12:00", zone: Europe/Kyiv, precision: minute }
            for: { PT30H: hours }
          clauses: [silence, reply]
      clauses:
        silence:
          article: "1"
          prohibits: { conduct: hostilities, by: [AAA, BBB], against: anyone, target: any, where: anywhere }
          subject-to: [reply]
        reply:
          article: "2"
          permits: { conduct: fire, by: [AAA, BBB], purpose: "to reply" }
      """;

  private static Agreement read(String text) {
    return new AgreementNotation(new Atlas(List.of(), List.of()), name -> Optional.empty())
        .read(Notation.yaml("agreement.yaml", new StringReader(text)));
  }

  @Test
  void readsWhatIsWritten() {
    Agreement read = read(TEXT);
    assertThat(read.readings()).hasSize(1);
    assertThat(read.readings().getFirst().inForce().end().orElseThrow().earliest())
        .hasToString("2025-04-11T15:00:00Z");
    assertThat(read.clauses().keySet()).containsExactly("silence", "reply");
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "clauses: [silence, reply] -> clauses: [silense, reply]   | :16: | silence",
        "zone: Europe/Kyiv -> zone: Europe/Kiew                     | :14: | IANA",
        "conduct: hostilities -> conduct: hostilitys                | :20: | hostilities",
        "by: [AAA, BBB], against -> by: [AAA, CCC], against         | :20: | CCC",
        "where: anywhere -> where: { region: [AA-1] }               | :20: | AA-1",
        "subject-to: [reply] -> subject-to: [replay]                | :21: | reply",
        "source: S1 -> source: S2                                   | :12: | S1",
        "for: { PT30H: hours } -> for: { P30D: days }               | :15: | calendar-days",
        "label: truce -> lable: truce                               | :3:  | label",
        "target: any, where -> where                                | :20: | target",
        "authenticity: official -> authenticity: genuine            | :5:  | official",
        "permits: { -> withdraws: { | :23: | prohibits, obliges",
      })
  void refusesWhatItDoesNotUnderstandWithLineAndHint(String change, String line, String hint) {
    String[] sides = change.split(" -> ", -1);
    assertThat(TEXT).contains(sides[0].strip());
    assertThatThrownBy(() -> read(TEXT.replace(sides[0].strip(), sides[1].strip())))
        .isInstanceOf(NotationException.class)
        .hasMessageStartingWith("agreement.yaml" + line.strip())
        .hasMessageContaining(hint.strip());
  }

  @Test
  void refusesAliasesThatWouldGrowWithoutEnd() {
    StringBuilder text = new StringBuilder("a: &a [x, x]\n");
    for (char name = 'b'; name < 'z'; name++) {
      text.append("%c: &%c [*%c, *%c]\n".formatted(name, name, name - 1, name - 1));
    }
    assertThatThrownBy(() -> read(text.toString())).isInstanceOf(NotationException.class);
  }

  @Test
  void refusesANameThatStandsTwice() {
    assertThatThrownBy(() -> read(TEXT.replace("label: truce", "label: truce\nlabel: pause")))
        .isInstanceOf(NotationException.class)
        .hasMessageContaining("label");
  }

  @Test
  void anEndOfForceMustBeWrittenOnce() {
    assertThatThrownBy(() -> read(TEXT.replace("for: { PT30H: hours }", "")))
        .hasMessageContaining("nothing is implicit");
  }
}
