package org.truce.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.truce.mechanism.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce backup}: a copy of the record, also while another process writes. */
@Command(
    name = "backup",
    description =
        "Copy the record of a data folder, sealed, also while another process writes. The keys"
            + " beside the folder are not copied: keep them in another place.")
final class BackupCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OUT", description = "folder to write; empty or not there")
  private Path out = Path.of("");

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Backup.Kept kept = Backup.write(data, out);
    spec.commandLine()
        .getOut()
        .printf(
            "%,d entries in %s; the newest checkpoint holds %,d, root %s%n",
            kept.entries(), out, kept.signed().size(), kept.signed().root());
    return 0;
  }
}
