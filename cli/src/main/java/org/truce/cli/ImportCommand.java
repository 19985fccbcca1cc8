package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.truce.mechanism.Mechanism;
import org.truce.mechanism.Receipt;
import org.truce.mechanism.Records;
import org.truce.mechanism.Submission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce import}: files of reports into a mechanism, record by record. */
@Command(
    name = "import",
    description =
        "Take files of reports in, record by record. What was acknowledged is never lost; the same"
            + " file again changes nothing, so an import that was stopped is simply run again.")
final class ImportCommand implements Callable<Integer> {
  private static final int GROUP = 500;

  @Parameters(index = "0", paramLabel = "FORMAT", description = "jsonl, csv, ucdp or text")
  private String format = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "files")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Option(names = "--sender", paramLabel = "NAME", description = "who sends them; default: desk")
  private String sender = "desk";

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "a mapping for tables (docs/mapping.md); the first whose columns a file has is used")
  private List<Path> mappings = new ArrayList<>();

  @Option(
      names = "--reconstructed",
      description =
          "take historical reports in as if each had been recorded when it was said, in that order,"
              + " stamped as reconstructed")
  private boolean reconstructed;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final List<Submission> waiting = new ArrayList<>();
  private long received;
  private long repeated;

  @Override
  public Integer call() {
    ImportedKind kinds = new ImportedKind(format, mappings);
    PrintWriter out = spec.commandLine().getOut();
    try (Mechanism mechanism = Mechanism.open(data, Clock.systemUTC())) {
      long first = mechanism.progress().entries();
      for (Path file : files) {
        if (format.equals("text")) {
          new TextSubmissions(sender).of(file).forEach(each -> take(mechanism, each));
        } else {
          Records.of(file, kinds.of(file, mechanism), sender, each -> take(mechanism, each));
        }
      }
      if (reconstructed) {
        reconstruct(mechanism);
      } else {
        flush(mechanism);
      }
      mechanism.project();
      mechanism.indexText();
      List<String> rejected = mechanism.rejectedSince(first);
      out.printf(
          "%,d received, %,d repeats; %,d of the received could not be read%n",
          received, repeated, rejected.size());
      rejected.stream().limit(20).forEach(line -> out.println("  " + line));
      if (rejected.size() > 20) {
        out.printf("  and %,d more: truce show rejected%n", rejected.size() - 20);
      }
      out.printf("%,d entries; digest %s%n", mechanism.progress().entries(), mechanism.digest());
    } catch (IOException e) {
      throw new UnusableInput("cannot read %s: %s".formatted(files, Reason.of(e)));
    }
    return 0;
  }

  private void take(Mechanism mechanism, Submission submission) {
    waiting.add(submission);
    if (!reconstructed && waiting.size() >= GROUP) {
      flush(mechanism);
      mechanism.advance();
      spec.commandLine().getErr().printf("%,d received%n", received + repeated);
    }
  }

  private void flush(Mechanism mechanism) {
    count(mechanism.receive(List.copyOf(waiting)));
    waiting.clear();
  }

  private void count(List<Receipt> receipts) {
    for (Receipt receipt : receipts) {
      if (receipt.repeated()) {
        repeated++;
      } else {
        received++;
      }
    }
  }

  private record Dated(Submission submission, Instant said) {}

  private void reconstruct(Mechanism mechanism) {
    List<Dated> dated =
        waiting.stream()
            .map(each -> new Dated(each, said(mechanism, each)))
            .sorted(
                Comparator.comparing(Dated::said)
                    .thenComparing(each -> each.submission().place().file())
                    .thenComparingLong(each -> each.submission().place().line()))
            .toList();
    count(
        mechanism.reconstruct(
            dated.stream().map(Dated::submission).toList(),
            dated.stream().map(Dated::said).toList()));
  }

  private static Instant said(Mechanism mechanism, Submission each) {
    return mechanism
        .saidBy(each)
        .orElseThrow(
            () ->
                new UnusableInput(
                    "%s:%d cannot be read, so nobody knows when it was said; import it without"
                            .formatted(each.place().file(), each.place().line())
                        + " --reconstructed"));
  }
}
