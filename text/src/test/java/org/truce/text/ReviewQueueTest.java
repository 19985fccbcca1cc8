package org.truce.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.truce.gazetteer.Gazetteer;
import org.truce.text.ReviewQueue.Decision;

/** People decide once, and what the machine had read stays. */
class ReviewQueueTest {
  private static final TextReports REPORTS = new TextReports(new TextReader(Gazetteer.load()));

  private static ReviewQueue queue() {
    TextDocument document =
        TextDocument.of(
            "r1.txt",
            "Two people were killed in Kherson. Three drones were shot down.",
            Optional.of(LocalDate.of(2026, 2, 3)),
            Optional.empty());
    return ReviewQueue.read("q", REPORTS.claimLines(document));
  }

  @Test
  void aDecisionIsKeptAndNeverOverwritten() {
    ReviewQueue queue = queue();
    assertThat(queue.open()).hasSize(2);
    queue.decide("r1#1", Decision.ACCEPTED, "analyst-1", Map.of());
    assertThat(queue.open()).hasSize(1);
    ReviewQueue again = ReviewQueue.read("q", queue.written());
    assertThat(again.written()).isEqualTo(queue.written());
    assertThatThrownBy(() -> again.decide("r1#1", Decision.REJECTED, "analyst-2", Map.of()))
        .hasMessageContaining("accepted by analyst-1 before");
  }

  @Test
  void aCorrectionKeepsWhatTheMachineRead() {
    ReviewQueue queue = queue();
    queue.decide("r1#2", Decision.CORRECTED, "analyst-1", Map.of("count", "4"));
    List<String> lines = queue.written();
    assertThat(lines.get(1))
        .contains("\"count\":\"4\"")
        .contains("\"fields-as-read\"")
        .contains("\"count\":\"3\"");
    assertThat(queue.byRule()).hasSize(1);
  }

  @Test
  void aClaimThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> queue().decide("r1#9", Decision.ACCEPTED, "a", Map.of()))
        .hasMessageContaining("r1#9");
  }

  @Test
  void decisionsBecomeATextToEvaluateBy() throws IOException {
    String words = "Two people were killed in Kherson. Three drones were shot down.";
    TextDocument document =
        TextDocument.of("r1.txt", words, Optional.of(LocalDate.of(2026, 2, 3)), Optional.empty());
    ReviewQueue queue = queue();
    queue.decide("r1#1", Decision.ACCEPTED, "analyst-1", Map.of());
    assertThatThrownBy(() -> new DecidedText(document, queue).written())
        .hasMessageContaining("r1#2");
    queue.decide("r1#2", Decision.REJECTED, "analyst-1", Map.of());
    String written = new DecidedText(document, queue).written();
    List<AnnotatedText> read =
        AnnotatedText.read("e", new BufferedReader(new StringReader(written)));
    assertThat(read).singleElement().satisfies(t -> assertThat(t.claims()).hasSize(1));
    Scorer scorer = new Scorer();
    AnnotatedText text = read.getFirst();
    scorer.add(text, new TextReader(Gazetteer.load()).read(text.text(), "en", text.published()));
    assertThat(scorer.strict().right()).isEqualTo(1);
    assertThat(scorer.extra()).isEqualTo(1);
  }
}
