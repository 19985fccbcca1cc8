package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.CaseAxes;
import org.truce.mechanism.Act;
import org.truce.mechanism.Mechanism;
import org.truce.mechanism.Role;
import org.truce.provenance.Handling;
import org.truce.provenance.Side;
import org.truce.report.ClaimId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce act}: what people do, signed. */
@Command(
    name = "act",
    description = {
      "Do something as a person: signed, recorded, and in effect from its entry on. A refusal is"
          + " recorded too (exit code 1).",
      "  key FILE                          make a key",
      "  grant KEY ROLE NAME SIDE          revoke KEY ROLE",
      "  verify I-0007 STATE               attribute I-0007 STATE",
      "  determine I-0007 READING STATE    disclose I-0007 STATE",
      "  correct ENTRY FILE                retract ENTRY",
      "  handling ENTRY HANDLING           annotate SUBJECT",
      "  merge I-0003 I-0007               split I-0007 CLAIM...",
      "  link CLAIM CLAIM together|apart|undecidable",
      "  undo ENTRY"
    })
final class ActCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ACT", description = "which")
  private String kind = "";

  @Parameters(index = "1..*", paramLabel = "WHAT", description = "as above")
  private List<String> words = List.of();

  @Option(names = "--data", paramLabel = "DIR", description = "data folder")
  private @Nullable Path data;

  @Option(names = "--key", paramLabel = "FILE", description = "the person's key")
  private @Nullable Path key;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why, in the person's own words")
  private @Nullable String reason;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (kind.equals("key")) {
      out.println(new KeyFile(Path.of(word(0))).create().id());
      return 0;
    }
    Path folder = Optional.ofNullable(data).orElseThrow(() -> needed("--data DIR"));
    Path keyFile = Optional.ofNullable(key).orElseThrow(() -> needed("--key FILE"));
    Act act = act(Optional.ofNullable(reason).orElseThrow(() -> needed("--reason TEXT")));
    try (Mechanism mechanism = Mechanism.open(folder, Clock.systemUTC())) {
      Mechanism.Answer answer = mechanism.act(new KeyFile(keyFile).read(), act);
      out.printf(
          "entry %d: %s%n",
          answer.index(), answer.refused().map(why -> "refused: " + why).orElse("done"));
      return answer.refused().isPresent() ? 1 : 0;
    }
  }

  private static UnusableInput needed(String what) {
    return new UnusableInput("an act needs " + what);
  }

  private Act act(String why) {
    return switch (kind) {
      case "grant" -> new Act.Grant(keyId(), value(Role.class, 1), word(2), side(word(3)), why);
      case "revoke" -> new Act.Revoke(keyId(), value(Role.class, 1), why);
      case "verify" -> new Act.Verify(incident(0), value(CaseAxes.Verification.class, 1), why);
      case "determine" ->
          new Act.Determine(incident(0), word(1), value(CaseAxes.Qualification.class, 2), why);
      case "attribute" -> new Act.Attribute(incident(0), value(CaseAxes.Attribution.class, 1), why);
      case "disclose" ->
          new Act.Disclose(incident(0), value(CaseAxes.DisclosureState.class, 1), why);
      case "correct" -> new Act.Correct(entry(0), text(word(1)), why);
      case "retract" -> new Act.Retract(entry(0), why);
      case "handling" -> new Act.SetHandling(entry(0), value(Handling.class, 1), why);
      case "merge" -> new Act.Merge(incident(0), incident(1), why);
      case "split" ->
          new Act.Split(incident(0), words.stream().skip(1).map(ActCommand::claim).toList(), why);
      case "link" -> new Act.Link(claim(word(0)), claim(word(1)), value(Act.Verdict.class, 2), why);
      case "annotate" -> new Act.Annotate(word(0), why);
      case "undo" -> new Act.Undo(entry(0), why);
      default -> throw new UnusableInput("\"%s\" is no act: see truce act --help".formatted(kind));
    };
  }

  private String word(int at) {
    if (at >= words.size()) {
      throw new UnusableInput("act %s needs more words: see truce act --help".formatted(kind));
    }
    return words.get(at);
  }

  /** A key is named by its public part or by a file that begins with it. */
  private String keyId() {
    String named = word(0);
    return Files.isRegularFile(Path.of(named)) ? publicPart(Path.of(named)) : named;
  }

  private static String publicPart(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith("public "))
          .map(line -> line.substring(7))
          .findFirst()
          .orElseThrow(() -> new UnusableInput("%s holds no public key".formatted(file)));
    } catch (IOException e) {
      throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
    }
  }

  private static Side side(String code) {
    try {
      return new Side(code);
    } catch (IllegalArgumentException e) {
      throw new UnusableInput(String.valueOf(e.getMessage()));
    }
  }

  private static ClaimId claim(String id) {
    try {
      return ClaimId.parse(id);
    } catch (IllegalArgumentException e) {
      throw new UnusableInput(String.valueOf(e.getMessage()));
    }
  }

  private long incident(int at) {
    String text = word(at);
    if (!text.matches("I-[0-9]{1,9}")) {
      throw new UnusableInput("\"%s\" is no incident: write I-0007".formatted(text));
    }
    return Long.parseLong(text.substring(2));
  }

  private long entry(int at) {
    String text = word(at);
    if (!text.matches("[0-9]{1,18}")) {
      throw new UnusableInput("\"%s\" is no ledger index".formatted(text));
    }
    return Long.parseLong(text);
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
    }
  }

  private <E extends Enum<E>> E value(Class<E> type, int at) {
    String text = word(at);
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> code(each).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableInput(
                    "\"%s\" is not one of %s"
                        .formatted(
                            text,
                            String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                    .map(ActCommand::code)
                                    .toList()))));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
