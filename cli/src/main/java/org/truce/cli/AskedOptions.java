package org.truce.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.mechanism.Asked;
import org.truce.mechanism.View;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Of which folder, as of when, about when and for whom: the same for every view. */
final class AskedOptions {
  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Option(
      names = "--about",
      paramLabel = "FROM/TO",
      description = "only what can have happened then, both with offset")
  private @Nullable String about;

  @Mixin private SaidByOption saidBy = new SaidByOption();

  @Option(
      names = "--known-at",
      paramLabel = "T|INDEX",
      description = "as the mechanism knew it at a time, or after the entry of a ledger index")
  private @Nullable String knownAt;

  @Mixin private AudienceOption audience = new AudienceOption();

  Path data() {
    return data;
  }

  View open() {
    return View.open(data)
        .orElseThrow(
            () ->
                new UnusableInput(
                    "there is no mechanism in %s: found one with truce found, or run truce rebuild"
                        .formatted(data)));
  }

  Asked of(View view) {
    return new Asked(
        Optional.ofNullable(about).map(WrittenTime::span),
        saidBy.time(),
        index(view),
        audience.audience());
  }

  private long index(View view) {
    if (knownAt == null) {
      return view.head();
    }
    long index =
        knownAt.matches("[0-9]{1,18}")
            ? Long.parseLong(knownAt)
            : view.lastRecordedBy(WrittenTime.instant("--known-at", knownAt));
    if (index < 0 || index > view.head()) {
      throw new UnusableInput(
          "--known-at: \"%s\" is outside the entries 0 to %d".formatted(knownAt, view.head()));
    }
    return index;
  }
}
