package org.truce.mechanism;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.assessment.CaseAxes;
import org.truce.gazetteer.Gazetteer;
import org.truce.provenance.Handling;
import org.truce.provenance.Side;

/** What tests do at a mechanism's desk: the Easter reports of 2025, and people with keys. */
final class Desk {
  static final Path EASTER = Path.of("../examples/easter-2025");
  static final Clock NOON = Clock.fixed(Instant.parse("2026-01-06T12:00:00Z"), ZoneOffset.UTC);

  static final Gazetteer PLACES = Gazetteer.load();

  private Desk() {}

  static Mechanism open(Path folder) {
    return Mechanism.open(folder, NOON, () -> PLACES);
  }

  /** A folder in which not even the first epoch is opened, to be fed the entries of another. */
  static Mechanism openEmpty(Path folder) {
    return Mechanism.openEmpty(folder, NOON, () -> PLACES);
  }

  /** The 48 reports, in the order of the end of the time in which each can have been said. */
  static List<Submission> easter() {
    List<Submission> all = new ArrayList<>();
    try {
      for (String name : List.of("neutral", "russia", "ukraine")) {
        Path file = EASTER.resolve("reports/" + name + ".jsonl");
        Records.of(file, Records.Kind.of(Submission.Form.JSONL), "desk", all::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.sort(
        Comparator.comparing((Submission each) -> saidBy(each))
            .thenComparing(each -> each.place().file())
            .thenComparingLong(each -> each.place().line()));
    return all;
  }

  /** The same reports told again by others: so many times as many, all of them fused anew. */
  static List<Submission> easter(int times) {
    List<Submission> all = new ArrayList<>();
    List<Submission> once = easter();
    for (int copy = 0; copy < times; copy++) {
      for (Submission each : once) {
        String text =
            new String(each.bytes().toArray(), StandardCharsets.UTF_8)
                .replaceFirst("\"id\":\"([a-z-]+)\"", "\"id\":\"$1-" + copy + "\"");
        all.add(
            new Submission(
                each.sender(), each.number(), each.form(), each.place(), Bytes.ofText(text)));
      }
    }
    return all;
  }

  static Instant saidBy(Submission submission) {
    return ((Reading.Of) Reading.read(submission, Readers.OWN_FORM)).report().voice().said().to();
  }

  static SortedMap<String, String> agreement() {
    SortedMap<String, String> files = new TreeMap<>();
    try {
      files.put(Judging.AGREEMENT, Files.readString(EASTER.resolve("agreement.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** A key that the custodian gave a role. */
  static Signing.Key person(Mechanism mechanism, Signing.Key custodian, Role role, String side) {
    Signing.Key key = Signing.generate();
    mechanism.act(
        custodian, new Act.Grant(key.id(), role, role.code(), new Side(side), "appointed"));
    return key;
  }

  /** The key that founds a mechanism. */
  static Signing.Key custodian(Mechanism mechanism) {
    Signing.Key key = Signing.generate();
    mechanism.act(
        key, new Act.Grant(key.id(), Role.CUSTODIAN, "custodian", Side.MISSION, "founding"));
    return key;
  }

  /** Reports, repeats by others, unreadable lines and every kind of act, in a seeded order. */
  static void busy(Path data) {
    Random random = new Random(20);
    try (Mechanism mechanism = open(data)) {
      mechanism.adopt(agreement());
      Signing.Key custodian = custodian(mechanism);
      Signing.Key analyst = person(mechanism, custodian, Role.ANALYST, "mission");
      Signing.Key verifier = person(mechanism, custodian, Role.VERIFIER, "neutral");
      for (Submission each : easter(4)) {
        long at = mechanism.receive(List.of(each)).getFirst().index();
        act(random, at, each).ifPresent(act -> mechanism.act(analyst, act));
        if (random.nextInt(6) == 0) {
          mechanism.act(
              verifier,
              new Act.Verify(
                  1 + random.nextInt(30), CaseAxes.Verification.CORROBORATED, "two teams"));
        }
        if (random.nextInt(6) == 0) {
          mechanism.act(verifier, new Act.Undo(at - random.nextInt(9), "seen again"));
        }
        if (random.nextInt(12) == 0) {
          mechanism.receive(List.of(unreadable(at)));
        }
      }
    }
  }

  private static Optional<Act> act(Random random, long at, Submission report) {
    return switch (random.nextInt(8)) {
      case 0 -> Optional.of(new Act.Merge(1 + random.nextInt(30), 1 + random.nextInt(30), "one"));
      case 1 -> Optional.of(new Act.Retract(at, "withdrawn by its source"));
      case 2 -> Optional.of(new Act.Correct(at, moved(report), "a slip of the pen"));
      case 3 -> Optional.of(new Act.SetHandling(at, Handling.RESTRICTED, "a source at risk"));
      case 4, 5 -> Optional.of(new Act.Undo(at - 1 - random.nextInt(9), "in error"));
      default -> Optional.empty();
    };
  }

  private static String moved(Submission report) {
    return new String(report.bytes().toArray(), StandardCharsets.UTF_8)
        .replaceAll("\"within-m\":\\s*\\d+", "\"within-m\":7000")
        .replace("2025-04-20", "2025-04-19");
  }

  private static Submission unreadable(long number) {
    return new Submission(
        "desk",
        Optional.of("broken-" + number),
        Submission.Form.JSONL,
        new Submission.Place("patrol.jsonl", number),
        Bytes.ofText("{\"report\":\"A%d\"}".formatted(number)));
  }
}
