package org.truce.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.truce.mechanism.Backup;
import org.truce.mechanism.Mechanism;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce restore}: a copy put back, unless that would make a second history. */
@Command(
    name = "restore",
    description =
        "Put a copy of the record into an empty data folder, beside which the keys stand, and make"
            + " the projection from it. Refused when more was signed than the copy holds.")
final class RestoreCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BACKUP", description = "folder that truce backup wrote")
  private Path backup = Path.of("");

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Backup.restore(backup, data);
    try (Mechanism mechanism = Mechanism.open(data, Clock.systemUTC())) {
      mechanism.indexText();
      spec.commandLine()
          .getOut()
          .printf("%,d entries; digest %s%n", mechanism.progress().entries(), mechanism.digest());
    }
    return 0;
  }
}
