package org.truce.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.truce.incident.Decisions.Pair;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;

/** Claims that come, go and change, against the sorting as it is defined. */
class LiveFusionTest {
  private static final List<String> CONDUCTS =
      List.of("shelling", "artillery-fire", "mortar-fire", "air-strike", "ground-assault");
  private static final List<String> SIDES = List.of("neutral", "neutral", "AAA", "BBB", "mission");

  /** One claim among few places and times, so that many are near; sometimes it names another. */
  private static Claim claim(Random random, int number) {
    String side = SIDES.get(random.nextInt(SIDES.size()));
    String target = random.nextBoolean() ? "\"target\":\"residential\"," : "";
    String by =
        random.nextInt(3) == 0
            ? "\"by\":[\"%s\"],".formatted(random.nextBoolean() ? "AAA" : "BBB")
            : "";
    String same =
        random.nextInt(12) == 0
            ? "\"same-as\":[\"s%d/%d/1\"],".formatted(random.nextInt(6), random.nextInt(number + 1))
            : "";
    String where =
        random.nextInt(4) == 0
            ? "\"gist\":\"%s\",\"place\":{\"region\":\"UA-63\"}".formatted(words(random))
            : String.format(
                Locale.ROOT,
                "\"place\":{\"lat\":%.3f,\"lon\":%.3f,\"within-m\":%d}",
                48 + random.nextInt(30) / 100.0,
                37.4 + random.nextInt(30) / 100.0,
                List.of(300, 2_000, 12_000, 45_000).get(random.nextInt(4)));
    int minutes = List.of(10, 30, 120, 720).get(random.nextInt(4));
    String line =
        String.format(
            Locale.ROOT,
            """
            {"report":"%d","source":{"id":"s%d","name":"exercise","class":"%s","side":"%s"},\
            "said":"2031-04-21T00:00Z","exercise":true,"claims":[{"claim":"event",\
            "conduct":"%s",%s%s%s"about":{"at":"2031-04-20T%02d:%02dZ","within":"PT%dM"},%s}]}""",
            number,
            random.nextInt(6),
            random.nextInt(6) == 0 ? "dataset" : "ngo",
            side,
            CONDUCTS.get(random.nextInt(CONDUCTS.size())),
            target,
            by,
            same,
            12 + random.nextInt(3),
            random.nextInt(60),
            minutes,
            where);
    return ReportNotation.read(Notation.jsonLine("made-up.jsonl", 1, line)).claims().getFirst();
  }

  private static final List<String> STORIES =
      List.of(
          "Oblast office: two guided bombs fell on a village school in the north of the region in the"
              + " evening, nobody was inside, the roof burnt until rescuers put it out",
          "Обласна адміністрація: увечері дві керовані бомби впали на сільську школу на півночі"
              + " області, всередині нікого не було, дах горів, доки рятувальники його не загасили");

  /** One of two stories, most of its words as they are. */
  private static String words(Random random) {
    List<String> words =
        new ArrayList<>(List.of(STORIES.get(random.nextInt(STORIES.size())).split(" ")));
    for (int i = random.nextInt(4); i > 0; i--) {
      words.set(random.nextInt(words.size()), "x" + random.nextInt(10));
    }
    return String.join(" ", words);
  }

  private static final int STEPS = 36;

  private static void sortsAsDefined(LiveFusion.Limits limits, long seed) {
    sortsAsDefined(limits, seed, fusion -> fusion);
  }

  /** Between steps the fusion passes through something that must not change how it goes on. */
  private static void sortsAsDefined(
      LiveFusion.Limits limits, long seed, UnaryOperator<LiveFusion> between) {
    Random random = new Random(seed);
    LiveFusion fusion = new LiveFusion(Model.BY_HAND, limits);
    TreeMap<ClaimId, Claim> standing = new TreeMap<>();
    Decisions decisions = Decisions.NONE;
    for (int step = 0; step < STEPS; step++) {
      List<Claim> come = new ArrayList<>();
      List<ClaimId> gone = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        come.add(claim(random, random.nextInt(STEPS * 3)));
      }
      if (random.nextInt(3) == 0 && !standing.isEmpty()) {
        gone.add(List.copyOf(standing.keySet()).get(random.nextInt(standing.size())));
        come.removeIf(claim -> gone.contains(claim.id()));
      }
      if (random.nextInt(6) == 0 && standing.size() > 2) {
        decisions = decided(decisions, List.copyOf(standing.keySet()), random);
      }
      TreeMap<ClaimId, Claim> last = new TreeMap<>();
      come.forEach(claim -> last.put(claim.id(), claim));
      fusion = between.apply(fusion);
      fusion.change(gone, last.values(), decisions);
      gone.forEach(standing::remove);
      standing.putAll(last);
      if (step % 6 == 5) {
        assertThat(PlainSorting.incidents(fusion))
            .as("limits %s, seed %d, step %d", limits, seed, step)
            .isEqualTo(new PlainSorting(standing.values(), decisions, limits).incidents());
      }
    }
  }

  private static Decisions decided(Decisions before, List<ClaimId> ids, Random random) {
    Set<Pair> together = new HashSet<>(before.together());
    Set<Pair> apart = new HashSet<>(before.apart());
    if (random.nextInt(3) == 0) {
      together.removeIf(pair -> random.nextBoolean());
      apart.removeIf(pair -> random.nextBoolean());
    }
    ClaimId one = ids.get(random.nextInt(ids.size()));
    ClaimId other = ids.get(random.nextInt(ids.size()));
    if (!one.equals(other)) {
      (random.nextBoolean() ? together : apart).add(Pair.of(one, other));
    }
    return new Decisions(together, apart);
  }

  @Test
  void afterAnyHistoryTheIncidentsAreThoseOfTheDefinition() {
    for (long seed = 1; seed <= 4; seed++) {
      sortsAsDefined(LiveFusion.Limits.USUAL, seed);
    }
  }

  @Test
  void partsThatAreTooLargeAreCutAsDefined() {
    for (long seed = 1; seed <= 4; seed++) {
      sortsAsDefined(new LiveFusion.Limits(6, 1_000, 3_000_000), seed);
      sortsAsDefined(new LiveFusion.Limits(15, 1_000, 40), seed);
    }
  }

  @Test
  void crowdsAreThinnedAsDefined() {
    for (long seed = 1; seed <= 4; seed++) {
      sortsAsDefined(new LiveFusion.Limits(8, 5, 40), seed);
      sortsAsDefined(new LiveFusion.Limits(300, 9, 3_000_000), seed);
    }
  }

  /** Writes a fusion as a snapshot and reads it back. */
  private static LiveFusion writtenAndRead(LiveFusion fusion, LiveFusion.Limits limits) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      SnapshotOutput out = new SnapshotOutput(bytes);
      List<Gathering> written = List.copyOf(fusion.all());
      FusionSnapshot.write(fusion, written, out);
      out.flush();
      SnapshotInput in = new SnapshotInput(new ByteArrayInputStream(bytes.toByteArray()));
      FusionSnapshot.Restored read = FusionSnapshot.read(Model.BY_HAND, limits, in);
      assertThat(read.gatherings().stream().map(Gathering::ids))
          .containsExactlyElementsOf(written.stream().map(Gathering::ids).toList());
      assertThat(PlainSorting.incidents(read.fusion())).isEqualTo(PlainSorting.incidents(fusion));
      return read.fusion();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsReadBackFromASnapshotGoesOnAsWhatWasWritten() {
    for (long seed = 11; seed <= 13; seed++) {
      for (LiveFusion.Limits limits :
          List.of(
              LiveFusion.Limits.USUAL,
              new LiveFusion.Limits(6, 1_000, 3_000_000),
              new LiveFusion.Limits(8, 5, 40))) {
        sortsAsDefined(limits, seed, fusion -> writtenAndRead(fusion, limits));
      }
    }
  }

  @Test
  void weightsFromPlainNumbersAreThoseThatAreExplained() {
    Random random = new Random(4);
    Numbers numbers = new Numbers();
    MemberWeight quick = new MemberWeight(Model.BY_HAND, Decisions.NONE);
    PairWeight explained = new PairWeight(Model.BY_HAND, Decisions.NONE);
    for (int i = 0; i < 4_000; i++) {
      Claim a = claim(random, i);
      Claim b = claim(random, i + 1);
      if (explained.said(a, b).isEmpty()) {
        assertThat(quick.compared(new Member(a, numbers), new Member(b, numbers)))
            .as("seed 4, pair %d: %s, %s", i, a, b)
            .isEqualTo(explained.weight(a, b));
      }
    }
  }
}
