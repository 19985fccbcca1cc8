package org.truce.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.truce.agreement.Agreement;
import org.truce.assessment.Assessor;
import org.truce.assessment.Scenario;
import org.truce.gazetteer.Gazetteer;
import org.truce.place.Atlas;
import org.truce.publish.AgreementPage;
import org.truce.publish.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce agreement}. */
@Command(
    name = "agreement",
    description = "Check, explain and compare agreements.",
    subcommands = {
      AgreementCommand.Check.class,
      AgreementCommand.Explain.class,
      AgreementCommand.Compare.class
    })
final class AgreementCommand {

  /** {@code truce agreement check}: form, references and scenarios. */
  @Command(
      name = "check",
      description =
          "Check form and references, and judge the scenarios beside the agreement. Exit code 1 when"
              + " a scenario is judged otherwise than by hand.")
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "AGREEMENT", description = "agreement.yaml")
    private Path agreement = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      Atlas atlas = Gazetteer.load().atlas();
      AgreementFile file = new AgreementFile(agreement);
      Agreement read = file.read(atlas);
      List<Scenario> scenarios = file.scenarios(read);
      Assessor assessor = new Assessor(read, atlas);
      List<String> differences =
          scenarios.stream().flatMap(s -> s.differences(read, assessor).stream()).toList();
      PrintWriter out = spec.commandLine().getOut();
      differences.forEach(out::println);
      out.printf(
          "%s: %s, %s, %s, %d judged otherwise%n",
          read.heading().id(),
          Counted.of(read.readings().size(), "reading"),
          Counted.of(read.clauses().size(), "clause"),
          Counted.of(scenarios.size(), "scenario"),
          differences.size());
      return differences.isEmpty() ? 0 : 1;
    }
  }

  /** {@code truce agreement explain}: the agreement as a lawyer would read it. */
  @Command(
      name = "explain",
      description = "Print an agreement as a lawyer reads it, with what its text lacks.")
  static final class Explain implements Callable<Integer> {
    @Parameters(paramLabel = "AGREEMENT", description = "agreement.yaml")
    private Path agreement = Path.of("");

    @Option(
        names = "--language",
        paramLabel = "LANGUAGE",
        description = "of the labels: en (default), ar, uk or ru")
    private String language = "en";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      if (!AgreementPage.LANGUAGES.contains(language)) {
        throw new UnusableInput(
            "--language: \"%s\" is not one of %s"
                .formatted(language, String.join(", ", AgreementPage.LANGUAGES)));
      }
      Agreement read = new AgreementFile(agreement).read(Gazetteer.load().atlas());
      new AgreementPage(read, language).write(spec.commandLine().getOut());
      return 0;
    }
  }

  /** {@code truce agreement compare}: what changed between two versions, clause by clause. */
  @Command(
      name = "compare",
      description = "Print what changed between two versions of a text, clause by clause.")
  static final class Compare implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "BEFORE", description = "the earlier version")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "the later version")
    private Path after = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      Atlas atlas = Gazetteer.load().atlas();
      AgreementPage.compare(
          spec.commandLine().getOut(),
          new AgreementFile(before).read(atlas),
          new AgreementFile(after).read(atlas));
      return 0;
    }
  }
}
