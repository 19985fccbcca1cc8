package org.truce.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.truce.mechanism.Asked;
import org.truce.mechanism.MapLayers;
import org.truce.mechanism.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce export}: what a mechanism shows, as a file for other software. */
@Command(
    name = "export",
    description = "Write what a mechanism shows as a file for other software, as of any time.")
final class ExportCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "gpkg: layers of incidents and claims for QGIS and other GIS")
  private String kind = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "a new file")
  private Path file = Path.of("");

  @Mixin private AskedOptions options = new AskedOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!kind.equals("gpkg")) {
      throw new UnusableInput("there is no \"export %s\": gpkg is".formatted(kind));
    }
    if (Files.exists(file)) {
      throw new UnusableInput(file + " is there already; name a new file");
    }
    try (View view = options.open()) {
      Asked asked = options.of(view);
      if (!view.hasAgreement(asked.index())) {
        throw new UnusableInput("no agreement had been adopted then: truce found AGREEMENT");
      }
      MapLayers.Counts written =
          MapLayers.write(file, view, view.assessment(asked, Optional.empty()), asked.index());
      spec.commandLine()
          .getOut()
          .printf(
              "%,d incidents and %,d claims as of entry %d for the %s: %s%n",
              written.incidents(), written.claims(), asked.index(), asked.audience().code(), file);
    }
    return 0;
  }
}
