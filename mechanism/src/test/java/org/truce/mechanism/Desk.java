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
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.gazetteer.Gazetteer;
import org.truce.provenance.Side;

/** What tests do at a mechanism's desk: the Easter reports of 2025, and people with keys. */
final class Desk {
  static final Path EASTER = Path.of("../examples/easter-2025");
  static final Clock NOON = Clock.fixed(Instant.parse("2026-01-06T12:00:00Z"), ZoneOffset.UTC);

  static final Gazetteer PLACES = Gazetteer.load();

  private Desk() {}

  static Mechanism open(Path folder) {
    return Mechanism.open(folder, NOON, PLACES);
  }

  /** A folder in which not even the first epoch is opened, to be fed the entries of another. */
  static Mechanism openEmpty(Path folder) {
    return Mechanism.openEmpty(folder, NOON, PLACES);
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
}
