package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.truce.notation.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce demo}: a real example, offline. */
@Command(name = "demo", description = "Assess a real example, offline, and say what it shows.")
final class DemoCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "name of a folder under examples/; easter-2025 when left out")
  private String name = "easter-2025";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path examples = Path.of(System.getProperty("truce.home", "."), "examples");
    Path folder = examples.resolve(name);
    if (!Files.isRegularFile(folder.resolve("agreement.yaml"))) {
      throw new UnusableInput(
          "there is no example \"%s\"%n       %s"
              .formatted(name, String.join("\n       ", Suggestion.hints(name, names(examples)))));
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int code =
        Truce.run(
            out,
            err,
            "assess",
            folder.resolve("agreement.yaml").toString(),
            folder.resolve("reports").toString());
    out.printf(
        """

        What this shows: the same reports under each reading of what was agreed, who alleges what, what
        cannot be decided and what would decide it, and tallies that must not be compared.
        See why, incident by incident:  ./truce assess %1$s/agreement.yaml %1$s/reports --incident I-0010
        See only what is public:        ./truce assess %1$s/agreement.yaml %1$s/reports --audience public
        Sources and hand-judged cases:  %1$s/SOURCES.md, %1$s/agreement.spec.yaml
        """,
        "examples/" + name);
    return code;
  }

  private static List<String> names(Path examples) {
    try (Stream<Path> folders = Files.list(examples)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
