package org.truce.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.report.Claim;

/** Claims for tests, from the reports of an example or written out as in docs/report-format.md. */
public final class Lines {
  private Lines() {}

  /** Returns all claims of an example's reports. */
  public static List<Claim> ofExample(String name) {
    List<Claim> claims = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("..", "examples", name, "reports"))) {
      for (Path file : files.sorted().toList()) {
        Files.readAllLines(file).forEach(line -> claims.addAll(report(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return claims;
  }

  /** Returns the claims of one report. */
  public static List<Claim> report(String json) {
    return ReportNotation.read(Notation.jsonLine("test", 1, json)).claims();
  }

  /** Returns the claims that an official of a party said on a day in May 2025. */
  public static List<Claim> said(int day, String speaker, String claims) {
    return report(
        """
        {"report":"%d-%d","source":{"id":"paper","name":"Paper","class":"media","side":"neutral"},
         "speakers":[{"name":"%s","side":"RUS"}],
         "said":{"day":"2025-05-%02d","zone":"UTC"},"claims":[%s]}
        """
            .formatted(day, claims.hashCode(), speaker, day, claims));
  }
}
