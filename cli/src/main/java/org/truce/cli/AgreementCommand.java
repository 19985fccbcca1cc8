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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce agreement}. */
@Command(
    name = "agreement",
    description = "Check an agreement and its scenarios.",
    subcommands = AgreementCommand.Check.class)
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
          "%s: %d readings, %d clauses, %d scenarios, %d judged otherwise%n",
          read.heading().id(),
          read.readings().size(),
          read.clauses().size(),
          scenarios.size(),
          differences.size());
      return differences.isEmpty() ? 0 : 1;
    }
  }
}
