package org.truce.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.report.Report;
import org.truce.testing.Example;

/** Who is free once the other breaches is so by what else was reported, not by its own word. */
class EarlierBreachTest {

  private static Report fire(String name, String side, String by, String at, String more) {
    return ReportNotation.read(
        Notation.jsonLine(
            "made-up.jsonl",
            1,
            """
            {"report":"%s","source":{"id":"paper","name":"Paper","class":"media","side":"%s"},
             "said":{"day":"2025-05-03","zone":"UTC"},"claims":[
             {"claim":"event","conduct":"artillery-fire","by":["%s"],"about":{"at":"%s"}}%s]}
            """
                .formatted(name, side, by, at, more)));
  }

  /** What "silence" says of the fire of 1 April, for which AAA claims its release. */
  private static Outcome.Kind after(Report... others) {
    Report claimed =
        fire(
            "R9",
            "neutral",
            "AAA",
            "2025-04-01T09:00Z",
            """
            ,{"claim":"commentary","stance":"invokes","of":"paper/R9/1","exception":"release"}
            """);
    List<Report> all = new java.util.ArrayList<>(List.of(others));
    all.add(claimed);
    return Assessment.of(Example.madeUp().agreement(), Example.ATLAS, all, Selection.ALL)
        .incidents()
        .stream()
        .filter(
            each ->
                each.incident().claims().stream()
                    .anyMatch(claim -> claim.id().toString().equals("paper/R9/1")))
        .flatMap(each -> each.findings().stream())
        .filter(each -> each.reading().equals("one") && each.clause().equals("silence"))
        .findFirst()
        .orElseThrow()
        .headline();
  }

  @Test
  void theReleaseHoldsAfterTheOtherSideBreached() {
    assertThat(after(fire("R1", "neutral", "BBB", "2025-03-20T09:00Z", "")))
        .isEqualTo(Outcome.Kind.NO_BREACH);
  }

  @Test
  void theReleaseDoesNotHoldWithoutAnEarlierBreachOfTheOtherSide() {
    assertThat(after()).isEqualTo(Outcome.Kind.PRIMA_FACIE_BREACH);
    assertThat(after(fire("R1", "neutral", "BBB", "2025-04-02T09:00Z", "")))
        .isEqualTo(Outcome.Kind.PRIMA_FACIE_BREACH);
    assertThat(after(fire("R1", "neutral", "AAA", "2025-03-20T09:00Z", "")))
        .isEqualTo(Outcome.Kind.PRIMA_FACIE_BREACH);
  }

  @Test
  void whatAnotherSideAllegesDoesNotBearItOut() {
    assertThat(after(fire("R1", "AAA", "BBB", "2025-03-20T09:00Z", "")))
        .isEqualTo(Outcome.Kind.PRIMA_FACIE_BREACH);
  }
}
