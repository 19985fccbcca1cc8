package org.truce.cli;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.truce.notation.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where report.html and the tables are written; out/NAME when left out")
  private @Nullable Path written;

  @Option(names = "--no-open", description = "do not open report.html")
  private boolean stayClosed;

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
    Path shown = written == null ? Path.of("out", name) : written;
    int code =
        Truce.run(
            out,
            err,
            "assess",
            folder.resolve("agreement.yaml").toString(),
            folder.resolve("reports").toString(),
            "--out",
            shown.toString());
    out.printf(
        """

        What this shows: the same reports under each reading of what was agreed, who alleges what, what
        cannot be decided and what would decide it, and tallies that must not be compared.
        See why, incident by incident:  ./truce assess %1$s/agreement.yaml %1$s/reports --incident I-0010
        See only what is public:        ./truce assess %1$s/agreement.yaml %1$s/reports --audience public
        Sources and hand-judged cases:  %1$s/SOURCES.md, %1$s/agreement.spec.yaml
        Everything in one page:         %2$s
        """,
        "examples/" + name, shown.resolve("report.html").toUri());
    if (code == 0 && !stayClosed) {
      open(shown.resolve("report.html"));
    }
    return code;
  }

  /** Opens a page where there is a screen; its address was printed in any case. */
  private static void open(Path page) {
    try {
      if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
        Desktop.getDesktop().browse(page.toUri());
      }
    } catch (IOException | UnsupportedOperationException e) {
      // nothing here opens pages
    }
  }

  private static List<String> names(Path examples) {
    try (Stream<Path> folders = Files.list(examples)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
