package org.truce.cli;

import org.truce.provenance.Audience;
import picocli.CommandLine.Option;

/** Who will see what is printed: the same for every command. */
final class AudienceOption {
  @Option(
      names = "--audience",
      paramLabel = "WHO",
      description = "public, parties or mission (default)")
  private String code = "mission";

  Audience audience() {
    return Audience.find(code)
        .orElseThrow(
            () ->
                new UnusableInput(
                    "--audience: \"%s\" is not one of public, parties, mission".formatted(code)));
  }
}
