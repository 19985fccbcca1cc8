package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that takes reports in is killed at random moments. {@code -Dtruce.kills=500} runs the
 * long campaign: a fresh folder after every {@value #KILLS_OF_A_FOLDER} deaths.
 */
class KilledTest {
  private static final int KILLS = Integer.getInteger("truce.kills", 25);
  private static final int KILLS_OF_A_FOLDER = 25;
  private static final long SEED = 9;

  @TempDir private Path folder = Path.of("");

  /** Takes reports in until it is killed; says what was acknowledged, line by line. */
  static final class Importer {
    private Importer() {}

    public static void main(String[] arguments) throws IOException {
      Path data = Path.of(arguments[0]);
      int from = Integer.parseInt(arguments[1]);
      List<Submission> all = Desk.easter(60);
      try (Mechanism mechanism = Mechanism.open(data, Clock.systemUTC())) {
        System.out.println("open");
        for (int at = from; at < all.size(); at += 3) {
          List<Submission> group = all.subList(at, Math.min(all.size(), at + 3));
          List<Receipt> receipts = mechanism.receive(group);
          for (int i = 0; i < group.size(); i++) {
            System.out.println(
                receipts.get(i).index()
                    + " "
                    + HexFormat.of().formatHex(group.get(i).bytes().toArray()));
          }
          if (at % 2 == 0) {
            mechanism.project(7);
          }
        }
        System.out.println("done");
      }
    }
  }

  @Test
  void nothingAcknowledgedIsLostWheneverTheProcessIsKilled() throws Exception {
    Random random = new Random(SEED);
    int killed = 0;
    long acknowledged = 0;
    for (int first = 1; first <= KILLS; first += KILLS_OF_A_FOLDER) {
      Path data = folder.resolve("from-" + first);
      Map<Long, String> known = new LinkedHashMap<>();
      for (int cycle = first; cycle < first + KILLS_OF_A_FOLDER && cycle <= KILLS; cycle++) {
        killed += importAndKill(data, random, known) ? 1 : 0;
        check(data, cycle, known);
      }
      acknowledged += known.size();
    }
    assertThat(acknowledged).isGreaterThan(10L * KILLS);
    assertThat(killed).as("processes killed while they were at work").isGreaterThan(KILLS / 2);
    System.err.printf(
        "killed %d of %d processes at work; %d reports acknowledged, none lost%n",
        killed, KILLS, acknowledged);
  }

  private static void check(Path data, int cycle, Map<Long, String> known) {
    try (Mechanism mechanism = Desk.open(data)) {
      assertThat(missing(mechanism, known)).as("seed %d, cycle %d", SEED, cycle).isEmpty();
      if (cycle % 5 == 0) {
        String digest = mechanism.digest();
        assertThat(mechanism.rebuild()).as("seed %d, cycle %d", SEED, cycle).isEqualTo(digest);
      }
    }
  }

  private static List<Long> missing(Mechanism mechanism, Map<Long, String> acknowledged) {
    List<Long> missing = new ArrayList<>();
    acknowledged.forEach(
        (index, bytes) -> {
          if (!mechanism.holds(index, Bytes.of(HexFormat.of().parseHex(bytes)))) {
            missing.add(index);
          }
        });
    return missing;
  }

  /** Returns whether the process was killed before it had finished. */
  private static boolean importAndKill(Path data, Random random, Map<Long, String> acknowledged)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Importer.class.getName(),
                data.toString(),
                String.valueOf(acknowledged.size()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    boolean finished = false;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String first = String.valueOf(lines.readLine());
      assertThat(first).isEqualTo("open");
      Thread killer = Thread.ofPlatform().start(() -> killAfter(process, random.nextInt(400)));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        finished |= line.equals("done");
        String[] parts = line.split(" ", -1);
        // The last line may have been torn by the kill.
        if (parts.length == 2 && parts[0].matches("[0-9]+") && parts[1].endsWith("7d")) {
          acknowledged.put(Long.valueOf(parts[0]), parts[1]);
        }
      }
      killer.join();
    }
    return !finished;
  }

  private static void killAfter(Process process, int millis) {
    try {
      process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Not through the process itself, which would close what it has already said.
    process.toHandle().destroyForcibly();
  }

  @Test
  void aSecondProcessIsRefusedAndToldWhoHoldsTheFolder() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Importer.class.getName(),
                folder.toString(),
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = holder.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("open");
      assertThatThrownBy(() -> Desk.open(folder))
          .isInstanceOf(MechanismException.class)
          .hasMessageContaining("is held by process " + holder.pid());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    Optional<View> view = View.open(folder);
    assertThat(view).isPresent();
    view.orElseThrow().close();
  }
}
