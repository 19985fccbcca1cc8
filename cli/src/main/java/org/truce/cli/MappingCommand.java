package org.truce.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.truce.sources.mapped.MappingProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce mapping}. */
@Command(
    name = "mapping",
    description = "Work on mapping files (docs/mapping.md).",
    synopsisSubcommandLabel = "suggest",
    subcommands = MappingCommand.Suggest.class)
final class MappingCommand {

  /** {@code truce mapping suggest}. */
  @Command(
      name = "suggest",
      description = "Propose a mapping for a CSV or GeoJSON file; what was guessed is marked.")
  static final class Suggest implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "a CSV or GeoJSON file")
    private Path file = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
        spec.commandLine().getOut().print(MappingProposal.of(file.toString(), bytes));
        return 0;
      } catch (IOException e) {
        throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
      } catch (IllegalArgumentException e) {
        throw new UnusableInput(String.valueOf(e.getMessage()));
      }
    }
  }
}
