package org.truce.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.truce.agreement.Agreement;
import org.truce.notation.AgreementNotation;
import org.truce.notation.AssessmentNotation;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.Report;

/**
 * What must hold of every set of reports, tried on made-up sets; the number of a set is its seed.
 */
class ReportSetPropertiesTest {
  private static final Agreement AGREEMENT =
      new AgreementNotation(SmallWorld.ATLAS, name -> java.util.Optional.empty())
          .read(
              Notation.yaml(
                  "made-up.yaml",
                  new java.io.StringReader(
                      """
                      agreement: made-up
                      title: Made up
                      label: truce
                      class: cessation-of-hostilities
                      authenticity: official
                      sources: { S1: { title: exercise, publisher: exercise } }
                      parties:
                        AAA: { name: A, answers-for: [] }
                        BBB: { name: B, answers-for: [] }
                      readings:
                        both:
                          asserted-by: { speaker: exercise, date: "2025-04-10", source: S1 }
                          in-force:
                            from: { local: "2025-04-10T12:00", zone: UTC, precision: minute }
                            for: { PT30H: hours }
                          clauses: [silence, reply]
                      clauses:
                        silence:
                          article: "1"
                          prohibits: { conduct: hostilities, by: [AAA, BBB], against: anyone, target: any, where: { region: [AA-1] } }
                          subject-to: [reply]
                        reply:
                          article: "2"
                          permits: { conduct: fire, by: [AAA, BBB], purpose: "to reply" }
                      """)));

  private static final List<String> SIDES = List.of("AAA", "BBB", "neutral", "mission");
  private static final List<String> CONDUCTS =
      List.of("shelling", "mortar-fire", "attack", "raid", "hostilities");

  private static Report report(String id, String side, String claim) {
    String line =
        """
        {"report":"%s","source":{"id":"source-%s","name":"exercise","class":"ngo","side":"%s"},\
        "said":"2025-04-12T00:00Z","exercise":true,"claims":[%s]}"""
            .formatted(id, id, side, claim);
    return ReportNotation.read(Notation.jsonLine("made-up.jsonl", 1, line));
  }

  private static String event(RandomGenerator random) {
    int hour = random.nextInt(8, 16);
    return """
        {"claim":"event","conduct":"%s","about":{"at":"2025-04-10T%02d:%02d:00Z","within":"PT%dM"},\
        "place":{"lat":0.%d,"lon":0.%d,"within-m":%d},"by":["%s"]}"""
        .formatted(
            CONDUCTS.get(random.nextInt(CONDUCTS.size())),
            hour,
            random.nextInt(60),
            random.nextInt(5, 60),
            random.nextInt(50, 54),
            random.nextInt(50, 54),
            random.nextInt(500, 20_000),
            random.nextBoolean() ? "AAA" : "BBB");
  }

  private static List<Report> reports(RandomGenerator random, int most) {
    List<Report> reports = new ArrayList<>();
    int count = random.nextInt(2, most);
    for (int i = 0; i < count; i++) {
      reports.add(report("R" + i, SIDES.get(random.nextInt(SIDES.size())), event(random)));
    }
    return reports;
  }

  private static Assessment assessed(List<Report> reports) {
    return Assessment.of(AGREEMENT, SmallWorld.ATLAS, reports, Selection.ALL);
  }

  private static String written(Assessment assessment) {
    StringWriter out = new StringWriter();
    new AssessmentNotation(assessment, AssessedNumbers.of(assessment, SmallWorld.ATLAS))
        .write(out, 0, List.of(), 0);
    return out.toString();
  }

  @Test
  void theOrderOfInputNeverMatters() {
    LongStream.range(0, Long.getLong("truce.trials", 100_000L))
        .parallel()
        .forEach(
            seed -> {
              List<Report> reports = reports(new SplittableRandom(seed), 6);
              List<Report> shuffled = new ArrayList<>(reports);
              Collections.shuffle(shuffled, new Random(seed));
              Assessment one = assessed(reports);
              Assessment other = assessed(shuffled);
              assertThat(other.incidents()).as("set %d", seed).isEqualTo(one.incidents());
              if (seed % 100 == 0) {
                assertThat(written(other)).as("set %d", seed).isEqualTo(written(one));
              }
            });
  }

  /** Claim → what the clause says of its incident under the account that the claim belongs to. */
  private static Map<String, Object> findingsOfOthers(Assessment assessment, Side flooding) {
    Map<String, Object> findings = new TreeMap<>();
    for (Assessment.AssessedIncident each : assessment.incidents()) {
      for (Claim member : each.incident().members()) {
        Side side = member.statement().voice().side().account();
        if (!side.equals(flooding)) {
          findings.put(
              member.id().toString(),
              each.findings().stream().map(finding -> finding.accounts().get(side)).toList());
        }
      }
    }
    return findings;
  }

  @Test
  void athousandVagueOrDenyingReportsOfOneSideChangeNoFindingUnderAnotherAccount() {
    LongStream.range(0, 40)
        .parallel()
        .forEach(
            seed -> {
              SplittableRandom random = new SplittableRandom(seed);
              List<Report> reports = reports(random, 12);
              Map<String, Object> before = findingsOfOthers(assessed(reports), new Side("AAA"));
              List<Report> flooded = new ArrayList<>(reports);
              for (int i = 0; i < 1_000; i++) {
                flooded.add(report("F" + i, "AAA", vagueOrDenying(random, reports)));
              }
              assertThat(findingsOfOthers(assessed(flooded), new Side("AAA")))
                  .as("set %d", seed)
                  .isEqualTo(before);
            });
  }

  private static String vagueOrDenying(RandomGenerator random, List<Report> reports) {
    String of = reports.get(random.nextInt(reports.size())).claims().getFirst().id().toString();
    return switch (random.nextInt(4)) {
      case 0 ->
          "{\"claim\":\"denial\",\"denies\":\"occurrence\",\"denier\":\"accused\",\"of\":\""
              + of
              + "\"}";
      case 1 ->
          "{\"claim\":\"commentary\",\"of\":\""
              + of
              + "\",\"stance\":\"shows\",\"exception\":\"reply\"}";
      case 2 ->
          """
          {"claim":"event","conduct":"conduct","about":{"from":"2025-04-10T00:00Z","to":"2025-04-11T00:00Z"},\
          "place":{"lat":0.52,"lon":0.52,"within-m":30000}}""";
      default -> event(random);
    };
  }

  @Test
  void whatOnlyAMachineReadChangesNoFinding() {
    LongStream.range(0, 200)
        .forEach(
            seed -> {
              SplittableRandom random = new SplittableRandom(seed);
              List<Report> reports = reports(random, 8);
              List<Report> more = new ArrayList<>(reports);
              String of = reports.getFirst().claims().getFirst().id().toString();
              more.add(machine(reports.getFirst().voice().side(), of));
              assertThat(findingsOfOthers(assessed(more), new Side("CCC")))
                  .as("set %d", seed)
                  .isEqualTo(findingsOfOthers(assessed(reports), new Side("CCC")));
            });
  }

  private static Report machine(Side side, String of) {
    String line =
        """
        {"report":"M","source":{"id":"source-M","name":"exercise","class":"ngo","side":"%s"},\
        "said":"2025-04-12T00:00Z","exercise":true,"read-by":"machine","claims":[{"claim":"commentary",\
        "of":"%s","stance":"shows","exception":"reply"}]}"""
            .formatted(side, of);
    return ReportNotation.read(Notation.jsonLine("made-up.jsonl", 1, line));
  }
}
