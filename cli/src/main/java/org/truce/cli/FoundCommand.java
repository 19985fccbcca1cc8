package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.truce.agreement.Agreement;
import org.truce.gazetteer.Gazetteer;
import org.truce.mechanism.Act;
import org.truce.mechanism.Mechanism;
import org.truce.mechanism.Role;
import org.truce.mechanism.Signing;
import org.truce.notation.AgreementNotation;
import org.truce.notation.Notation;
import org.truce.provenance.Side;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce found}: a new mechanism, or another agreement for one that is there. */
@Command(
    name = "found",
    description =
        "Make a data folder with its first key, the custodian's, and adopt an agreement; in a folder"
            + " that is there, adopt the agreement from now on.")
final class FoundCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "AGREEMENT", description = "agreement.yaml")
  private Path agreement = Path.of("");

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "the custodian's key; made when there is no such file")
  private Path key = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SortedMap<String, String> files = files();
    KeyFile file = new KeyFile(key);
    Signing.Key custodian = Files.exists(key) ? file.read() : file.create();
    try (Mechanism mechanism = Mechanism.open(data, Clock.systemUTC())) {
      Mechanism.Answer answer =
          mechanism.act(
              custodian,
              new Act.Grant(custodian.id(), Role.CUSTODIAN, "custodian", Side.MISSION, "founding"));
      if (answer.refused().isPresent()) {
        throw new UnusableInput(
            "%s was founded with another key: %s".formatted(data, answer.refused().get()));
      }
      long index = mechanism.adopt(files);
      spec.commandLine()
          .getOut()
          .printf("%s: adopted as entry %d; custodian %s%n", data, index, key);
    }
    return 0;
  }

  /** The agreement and the files beside it that it names. */
  private SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    AgreementFile file = new AgreementFile(agreement);
    Gazetteer gazetteer = Gazetteer.load();
    Agreement checked = file.read(gazetteer.atlas());
    try {
      files.put("agreement.yaml", Files.readString(agreement));
    } catch (IOException e) {
      throw new UnusableInput("cannot read %s: %s".formatted(agreement, Reason.of(e)));
    }
    Agreement again =
        new AgreementNotation(
                gazetteer.atlas(),
                name -> {
                  file.beside(name).ifPresent(text -> files.put(name, text));
                  return file.beside(name);
                })
            .read(
                Notation.yaml(
                    agreement.toString(),
                    new java.io.StringReader(files.getOrDefault("agreement.yaml", ""))));
    if (!again.heading().equals(checked.heading())) {
      throw new UnusableInput("%s changed while it was read".formatted(agreement));
    }
    return files;
  }
}
