package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.store.Query;
import org.truce.store.Table;

/** One mechanism and the reports of the Easter truce of 2025. */
class MechanismTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theRowsDoNotDependOnTheSizeOfABatchNorOnBeingRebuilt() {
    List<String> digests = new ArrayList<>();
    for (int batch : List.of(1, 7, 1_000)) {
      try (Mechanism mechanism = Desk.open(folder.resolve("b" + batch))) {
        mechanism.adopt(Desk.agreement());
        mechanism.receive(Desk.easter());
        mechanism.project(batch);
        digests.add(mechanism.digest() + mechanism.progress());
        mechanism.rebuild();
        digests.add(mechanism.digest() + mechanism.progress());
      }
    }
    assertThat(digests).containsOnly(digests.getFirst());
  }

  @Test
  void theSameReportAgainIsARepeatAndThatOfAnotherSenderACopy() {
    try (Mechanism mechanism = Desk.open(folder)) {
      Submission report = Desk.easter().getFirst();
      Receipt first = mechanism.receive(List.of(report)).getFirst();
      Receipt again = mechanism.receive(List.of(report)).getFirst();
      assertThat(again).isEqualTo(new Receipt(first.index(), true));
      Receipt other =
          mechanism
              .receive(
                  List.of(
                      new Submission(
                          "another desk",
                          report.number(),
                          report.form(),
                          report.place(),
                          report.bytes())))
              .getFirst();
      assertThat(other.repeated()).isFalse();
      mechanism.project();
      assertThat(
              mechanism
                  .store()
                  .find(Table.REPORT, List.of(other.index()), other.index())
                  .orElseThrow()
                  .number("copy_of"))
          .isEqualTo(first.index());
    }
  }

  @Test
  void whatCannotBeReadIsKeptWithItsPlaceAndReason() {
    try (Mechanism mechanism = Desk.open(folder)) {
      Submission bad =
          new Submission(
              "desk",
              java.util.Optional.empty(),
              Submission.Form.JSONL,
              new Submission.Place("patrol.jsonl", 17),
              Bytes.ofText("{\"report\":\"A1\"}"));
      long index = mechanism.receive(List.of(bad)).getFirst().index();
      mechanism.project();
      assertThat(
              mechanism.store().find(Table.REJECTED, List.of(index), index).orElseThrow().cells())
          .contains("patrol.jsonl", 17L);
    }
  }

  @Test
  void aStartGoesOnWhereTheLastOneStopped() {
    String digest;
    try (Mechanism mechanism = Desk.open(folder)) {
      mechanism.adopt(Desk.agreement());
      mechanism.receive(Desk.easter().subList(0, 20));
      mechanism.project();
      mechanism.receive(Desk.easter().subList(20, 48));
    }
    try (Mechanism mechanism = Desk.open(folder)) {
      digest = mechanism.digest();
      assertThat(mechanism.store().count(Query.of(Table.REPORT, 99), "state"))
          .isEqualTo(java.util.Map.of("standing", 48L));
      assertThat(mechanism.rebuild()).isEqualTo(digest);
    }
  }
}
