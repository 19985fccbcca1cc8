package org.truce.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.truce.gazetteer.Gazetteer;
import org.truce.text.AnnotatedText;
import org.truce.text.Scorer;
import org.truce.text.Scorer.Tried;
import org.truce.text.TextReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce bench text}: how much of annotated texts is read right, and how fast. */
@Command(name = "text", description = "Read annotated texts and compare with what people found.")
final class BenchTextCommand implements Callable<Integer> {
  private static final int RUNS = 5;
  private static final int WARM_UPS = 5;
  private static final int TEXTS_A_RUN = 400;
  private static final int USUAL_LENGTH = 3_700;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "annotated texts (docs/text.md)")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--errors", description = "print every miss, wrong field and extra claim")
  private boolean errors;

  @Option(names = "--rules", description = "print right and wrong for each rule")
  private boolean rules;

  @Option(names = "--speed", description = "measure articles of 3,700 characters a second")
  private boolean speed;

  @Option(
      names = "--check",
      paramLabel = "PERCENT",
      description = "exit code 1 when fewer claims are right in every field, or speed is under 300")
  private double goal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TextReader reader = new TextReader(Gazetteer.load());
    PrintWriter out = spec.commandLine().getOut();
    boolean met = true;
    for (Path file : files) {
      List<AnnotatedText> texts = texts(file);
      Scorer scorer = new Scorer();
      texts.forEach(t -> scorer.add(t, reader.read(t.text(), t.language(), t.published())));
      report(out, file, texts, scorer, reader);
      double strict = 100.0 * scorer.strict().right() / Math.max(1, scorer.strict().all());
      met &= strict >= goal;
      if (speed) {
        met &= speed(out, texts, reader) >= 300 || goal == 0;
      }
    }
    out.println(Measured.machine());
    return met ? 0 : 1;
  }

  private void report(
      PrintWriter out, Path file, List<AnnotatedText> texts, Scorer scorer, TextReader reader) {
    String hash = texts.isEmpty() ? "-" : reader.rules(texts.getFirst().language()).hash();
    out.printf(Locale.ROOT, "%s: %d texts, rules %s%n", file, texts.size(), hash);
    line(out, "claims found", scorer.found());
    line(out, "all required fields right", scorer.strict());
    Tried kept = new Tried(scorer.produced() - scorer.extra(), scorer.produced());
    line(out, "claims of facts that were annotated", kept);
    out.printf("  %-36s %d%n", "severe (count, status, source)", scorer.severe());
    scorer.precisionByField().forEach((field, t) -> line(out, "precision of " + field, t));
    scorer.recallByField().forEach((field, t) -> line(out, "recall of " + field, t));
    if (rules) {
      scorer
          .byRule()
          .forEach((rule, t) -> out.printf("%s\t%d\t%d%n", rule, t.right(), t.all() - t.right()));
    }
    if (errors) {
      scorer.errors().forEach(error -> out.println("  " + error));
    }
  }

  private static void line(PrintWriter out, String what, Tried tried) {
    double[] bounds = Wilson.bounds(tried.right(), tried.all());
    out.printf(
        Locale.ROOT,
        "  %-36s %3d of %3d  %5.1f %%  (95 %%: %.1f to %.1f)%n",
        what,
        tried.right(),
        tried.all(),
        100.0 * tried.right() / Math.max(1, tried.all()),
        100 * bounds[0],
        100 * bounds[1]);
  }

  private static double speed(PrintWriter out, List<AnnotatedText> texts, TextReader reader) {
    StringBuilder article = new StringBuilder();
    for (int i = 0; article.length() < USUAL_LENGTH; i++) {
      article.append(texts.get(i % texts.size()).text()).append('\n');
    }
    AnnotatedText first = texts.getFirst();
    List<Double> rates = new ArrayList<>();
    for (int run = -WARM_UPS; run < RUNS; run++) {
      long start = System.nanoTime();
      for (int i = 0; i < TEXTS_A_RUN; i++) {
        reader.read(article.toString(), first.language(), first.published());
      }
      if (run >= 0) {
        rates.add(TEXTS_A_RUN / ((System.nanoTime() - start) / 1e9));
      }
    }
    Measured measured = Measured.of(rates);
    lines(out, texts.getFirst(), reader);
    out.printf(
        Locale.ROOT,
        "  articles of %,d characters a second, one thread, warm: median %.0f of %d runs"
            + " (%.0f to %.0f)%n",
        article.length(),
        measured.median(),
        RUNS,
        measured.least(),
        measured.most());
    return measured.median();
  }

  /** Ten times the length may take ten times as long, and is read to its end. */
  private static void lines(PrintWriter out, AnnotatedText text, TextReader reader) {
    String words = text.text().replace('\n', ' ') + " ";
    for (int megabytes : new int[] {1, 10}) {
      int bytes = words.getBytes(StandardCharsets.UTF_8).length;
      String line = words.repeat(Math.ceilDiv(megabytes * 1_000_000, bytes));
      long start = System.nanoTime();
      int claims = reader.read(line, text.language(), text.published()).size();
      out.printf(
          Locale.ROOT,
          "  one line of %d MB: %.1f s, %,d claims%n",
          megabytes,
          (System.nanoTime() - start) / 1e9,
          claims);
    }
  }

  private static List<AnnotatedText> texts(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return AnnotatedText.read(file.toString(), lines);
    } catch (IOException e) {
      throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
    } catch (IllegalArgumentException e) {
      throw new UnusableInput(String.valueOf(e.getMessage()));
    }
  }
}
