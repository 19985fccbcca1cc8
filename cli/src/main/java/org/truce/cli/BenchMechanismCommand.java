package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.truce.exercise.Exercise;
import org.truce.exercise.MadeUpReport;
import org.truce.exercise.Setting;
import org.truce.mechanism.Bytes;
import org.truce.mechanism.Mechanism;
import org.truce.mechanism.Submission;
import org.truce.mechanism.Submission.Form;
import org.truce.mechanism.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code truce bench mechanism}: reports from the door to durable and projected, with fusion and
 * assessment, then what an ops room asks.
 */
@Command(
    name = "mechanism",
    description =
        "Take made-up reports in, durable and projected, with fusion and assessment on; start"
            + " again; ask what an ops room asks. --check: exit code 1 when a goal is missed.")
final class BenchMechanismCommand implements Callable<Integer> {
  private static final int GROUP = 1_000;
  private static final double LEAST_PER_SECOND = 2_500;

  private static final String AGREEMENT =
      """
      agreement: exercise
      title: Exercise truce
      label: truce
      class: unilateral-cessation
      authenticity: oral
      sources:
        S1: { title: "Exercise", publisher: Truce, date: 2031-01-01, address: "https://example.org/" }
      parties:
        AAA: { name: Party A, answers-for: [AAA/armed-forces] }
        BBB: { name: Party B, answers-for: [BBB/armed-forces] }
      readings:
        plain:
          asserted-by: { speaker: Party A, date: "2031-01-01", source: S1 }
          in-force:
            from: { local: "2031-01-01T00:00", zone: UTC, precision: minute, wording: "from the new year" }
            open-ended: "until further notice"
          clauses: [silence]
      clauses:
        silence:
          article: "1"
          prohibits: { conduct: hostilities, by: [AAA, BBB], against: anyone, target: any, where: anywhere }
      """;

  @Option(names = "--reports", paramLabel = "N", description = "how many, about; the goal: 1000000")
  private long reports = 20_000;

  @Option(names = "--per-year", paramLabel = "N", description = "density (default 1,000,000)")
  private long perYear = 1_000_000;

  @Option(names = "--seed", paramLabel = "N", description = "decides all chance")
  private long seed = 1;

  @Option(names = "--keep", paramLabel = "DIR", description = "data folder to leave behind")
  private @Nullable Path keep;

  @Option(names = "--check", description = "exit code 1 when a goal is missed")
  private boolean check;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final List<Submission> waiting = new ArrayList<>();
  private long taken;
  private long began;
  private boolean missed;

  @Override
  public Integer call() throws IOException {
    try (ScratchFolder scratch = ScratchFolder.of("truce-mechanism")) {
      Path data = keep == null ? scratch.path().resolve("data") : keep;
      takeIn(data);
      missed |= !BenchStartCommand.inFreshProcesses(data, spec);
      try (View view = View.open(data).orElseThrow()) {
        missed |= new BenchQuestions(view, seed).measure(spec.commandLine().getOut());
      }
      spec.commandLine().getOut().println(Measured.machine());
      return check && missed ? 1 : 0;
    }
  }

  private void takeIn(Path data) {
    PrintWriter out = spec.commandLine().getOut();
    try (Mechanism mechanism = Mechanism.open(data, Clock.systemUTC())) {
      mechanism.adopt(new TreeMap<>(java.util.Map.of("agreement.yaml", AGREEMENT)));
      began = System.nanoTime();
      long worked = Measured.processorNanos();
      int happenings =
          Exercise.make(
              Setting.TEST, seed, reports, perYear, report -> take(mechanism, submission(report)));
      flush(mechanism);
      mechanism.project();
      double took = seconds();
      double processor = (Measured.processorNanos() - worked) / 1e3 / taken;
      long start = System.nanoTime();
      mechanism.indexText();
      double text = (System.nanoTime() - start) / 1e9;
      double perSecond = taken / took;
      missed |= perSecond < LEAST_PER_SECOND;
      out.printf(
          Locale.ROOT,
          "%,d reports of %,d happenings durable and projected in %.1f s, the making of them"
              + " included: %,.0f a second (goal %,.0f), %.0f microseconds of processor each; text"
              + " index %.1f s more%n",
          taken,
          happenings,
          took,
          perSecond,
          LEAST_PER_SECOND,
          processor,
          text);
      long unread = mechanism.rejectedSince(0).size();
      if (unread > 0) {
        throw new IllegalStateException(
            "%d made-up reports could not be read: %s"
                .formatted(unread, mechanism.rejectedSince(0).getFirst()));
      }
    }
  }

  private void take(Mechanism mechanism, Submission submission) {
    waiting.add(submission);
    if (waiting.size() == GROUP) {
      flush(mechanism);
    }
  }

  private void flush(Mechanism mechanism) {
    taken += mechanism.receive(List.copyOf(waiting)).size();
    waiting.clear();
    mechanism.advance();
    if (taken % 10_000 == 0) {
      spec.commandLine()
          .getErr()
          .printf(Locale.ROOT, "%,d: %,.0f a second so far%n", taken, taken / seconds());
    }
  }

  private double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  private static Submission submission(MadeUpReport report) {
    return new Submission(
        "exercise",
        Optional.of(report.id()),
        Form.JSONL,
        new Submission.Place("exercise", report.number() + 1),
        Bytes.ofText(line(report)));
  }

  /** One report in our own form, in Ukrainian or Arabic by turns; every 500th gives a total too. */
  private static String line(MadeUpReport report) {
    MadeUpReport.About about = report.about();
    String target =
        report.what().target().isEmpty()
            ? ""
            : "\"target\":\"%s\",".formatted(report.what().target());
    String by =
        report.what().by().isEmpty()
            ? ""
            : "\"by\":[\"%s\"],".formatted(String.join("\",\"", report.what().by()));
    String words =
        report.number() % 2 == 0
            ? "\u043e\u0431\u0441\u0442\u0440\u0456\u043b \u0431\u0456\u043b\u044f"
                + " \u043c\u043e\u0441\u0442\u0443 "
            : "\u0642\u0635\u0641 \u0642\u0631\u0628 \u0627\u0644\u062c\u0633\u0631 ";
    String when = span(about.from(), about.to());
    String tally =
        report.number() % 500 == 0
            ? ",{\"claim\":\"tally\",\"unit\":\"shellings\",\"total\":12,\"about\":%s}"
                .formatted(span(about.from() - 86_400, about.from()))
            : "";
    return String.format(
        Locale.ROOT,
        "{\"report\":\"%s\",\"exercise\":true,\"source\":{\"id\":\"%s\",\"name\":\"%s\",\"class\":"
            + "\"news-agency\",\"side\":\"%s\"},\"said\":\"%s\",\"claims\":[{\"claim\":\"event\","
            + "\"conduct\":\"%s\",%s%s\"gist\":\"%s%d\",\"about\":%s,\"place\":{\"lat\":%.7f,"
            + "\"lon\":%.7f,\"within-m\":%d}}%s]}",
        report.id(),
        report.mouth().source(),
        report.mouth().source(),
        report.mouth().side(),
        Instant.ofEpochSecond(report.mouth().said()),
        report.what().conduct(),
        target,
        by,
        words,
        report.number() % 1_000,
        when,
        about.latE7() / 1e7,
        about.lonE7() / 1e7,
        about.withinMetres(),
        tally);
  }

  private static String span(long from, long to) {
    return "{\"from\":\"%s\",\"to\":\"%s\"}"
        .formatted(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
  }
}
