package org.truce.cli;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Until when something must have been said to count: the same for every command. */
final class SaidByOption {
  @Option(
      names = "--said-by",
      paramLabel = "TIME",
      description = "only what had certainly been said by then: 2025-04-20T17:00+03:00")
  private @Nullable String text;

  /** Returns the time; nothing when the option was left out. */
  Optional<Instant> time() {
    return Optional.ofNullable(text).map(written -> WrittenTime.instant("--said-by", written));
  }
}
