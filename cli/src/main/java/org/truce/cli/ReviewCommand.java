package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.truce.text.DecidedText;
import org.truce.text.ReviewQueue;
import org.truce.text.ReviewQueue.Decision;
import org.truce.text.TextDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce review}: people decide on what a machine read. */
@Command(
    name = "review",
    description =
        "Show what waits for a person in a queue of claims, and accept, correct or reject.")
final class ReviewCommand implements Callable<Integer> {
  @Parameters(paramLabel = "QUEUE", description = "claims as truce extract writes them")
  private Path queue = Path.of("");

  @Option(names = "--accept", paramLabel = "CLAIM", description = "as read")
  private List<String> accepted = new ArrayList<>();

  @Option(names = "--reject", paramLabel = "CLAIM", description = "the text does not say so")
  private List<String> rejected = new ArrayList<>();

  @Option(names = "--correct", paramLabel = "CLAIM", description = "with --field")
  private @Nullable String corrected;

  @Option(
      names = "--field",
      paramLabel = "NAME=VALUE",
      description = "the right value; an empty one removes the field")
  private Map<String, String> fields = new LinkedHashMap<>();

  @Option(names = "--by", paramLabel = "WHO", description = "who decides; required to decide")
  private @Nullable String by;

  @Option(
      names = "--evaluation",
      paramLabel = "TEXT",
      description =
          "print TEXT with what people decided, as truce bench text reads it; all must be decided")
  private @Nullable Path evaluation;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      ReviewQueue read = ReviewQueue.read(queue.toString(), Files.readAllLines(queue));
      if (decide(read)) {
        Path written = queue.resolveSibling(queue.getFileName() + ".new");
        Files.write(written, read.written());
        Files.move(
            written,
            queue,
            java.nio.file.StandardCopyOption.REPLACE_EXISTING,
            java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      }
      if (evaluation != null) {
        TextDocument text = ExtractCommand.read(evaluation, Optional.empty(), Optional.empty());
        spec.commandLine().getOut().print(new DecidedText(text, read).written());
      } else {
        show(read);
      }
      return 0;
    } catch (IOException e) {
      throw new UnusableInput("cannot use %s: %s".formatted(queue, Reason.of(e)));
    } catch (IllegalArgumentException e) {
      throw new UnusableInput(String.valueOf(e.getMessage()));
    }
  }

  private boolean decide(ReviewQueue read) {
    if (accepted.isEmpty() && rejected.isEmpty() && corrected == null) {
      return false;
    }
    if (by == null || by.isBlank()) {
      throw new UnusableInput("--by: say who decides");
    }
    String who = by;
    accepted.forEach(claim -> read.decide(claim, Decision.ACCEPTED, who, Map.of()));
    rejected.forEach(claim -> read.decide(claim, Decision.REJECTED, who, Map.of()));
    if (corrected != null) {
      if (fields.isEmpty()) {
        throw new UnusableInput("--correct: give the right values with --field NAME=VALUE");
      }
      read.decide(corrected, Decision.CORRECTED, who, fields);
    }
    return true;
  }

  private void show(ReviewQueue read) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d claims wait for a person, least certain first%n", read.open().size());
    read.open()
        .forEach(
            line ->
                out.printf(
                    "%s  %s  %s  %s%n    \"%s\"%n    %s%n",
                    line.get("claim"),
                    line.get("type"),
                    line.get("confidence"),
                    line.get("rule"),
                    String.valueOf(line.get("quote")).replace("\n", " "),
                    line.get("fields")));
    read.byRule()
        .forEach(
            (rule, counts) ->
                out.printf("decided  %s  right %d  wrong %d%n", rule, counts[0], counts[1]));
  }
}
