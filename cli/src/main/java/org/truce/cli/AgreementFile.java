package org.truce.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.truce.agreement.Agreement;
import org.truce.assessment.Scenario;
import org.truce.notation.AgreementNotation;
import org.truce.notation.Node;
import org.truce.notation.Notation;
import org.truce.notation.SpecNotation;
import org.truce.place.Atlas;

/** An agreement on disk, with the files that stand beside it. */
record AgreementFile(Path path) {
  private static final long LARGEST_BESIDE = 64 << 20;

  /** Reads the agreement to judge by it. */
  Agreement read(Atlas atlas) {
    Agreement read = new AgreementNotation(atlas, this::beside).read(document(path));
    if (!read.canBeJudged()) {
      throw new UnusableInput(
          "%s: the text is undisclosed: it can be referred to but never judged".formatted(path));
    }
    return read;
  }

  /** Reads the scenarios beside it; none when there is no such file. */
  List<Scenario> scenarios(Agreement agreement) {
    String name = path.getFileName().toString().replaceFirst("\\.ya?ml$", "") + ".spec.yaml";
    Path spec = path.resolveSibling(name);
    return Files.exists(spec) ? new SpecNotation(agreement).read(document(spec)) : List.of();
  }

  private static Node document(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      return Notation.yaml(file.toString(), text);
    } catch (IOException e) {
      throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
    }
  }

  /** Returns the text of a file that stands beside it. */
  Optional<String> beside(String name) {
    Path beside = path.toAbsolutePath().normalize();
    Path file = beside.resolveSibling(name).normalize();
    boolean inFolder = Objects.equals(file.getParent(), beside.getParent());
    if (!inFolder || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > LARGEST_BESIDE) {
        throw new UnusableInput(
            "%s: a file beside an agreement has at most 64 MiB".formatted(file));
      }
      return Optional.of(Files.readString(file));
    } catch (MalformedInputException e) {
      throw new UnusableInput("%s:1: the text is not UTF-8: save it as UTF-8".formatted(file));
    } catch (IOException e) {
      throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
    }
  }
}
