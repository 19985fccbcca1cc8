package org.truce.ledger.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.truce.ledger.LockFile;
import org.truce.ledger.Publisher;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.Hash;

/**
 * Kills a real process that appends, or cuts its power, again and again, and looks what is left.
 */
public final class CrashCampaign {
  private static final int MAX_DELAY_MILLIS = 60;
  private static final String IMAGE_MEGABYTES = "48";
  private static final String DISK_MEGABYTES = "400";

  /** So many deaths, then a new ledger: the file system of a power cut is small. */
  private static final int DEATHS_OF_ONE_LEDGER = 100;

  /**
   * What a campaign saw.
   *
   * @param cycles how many deaths
   * @param acknowledged records that the process had acknowledged
   * @param losses one line for each death after which an acknowledged record was not there, or no
   *     start was possible
   */
  public record Outcome(int cycles, long acknowledged, List<String> losses) {
    /** Copies the list. */
    public Outcome {
      losses = List.copyOf(losses);
    }
  }

  private final Path folder;
  private final SplittableRandom random;
  private final Map<Long, String> promised = new HashMap<>();
  private final SigningKey key =
      SigningKey.generate("truce.example/crash", false, new SecureRandom());
  private long acknowledged;
  private final List<String> losses = new ArrayList<>();

  private CrashCampaign(Path folder, long seed) throws IOException {
    this.folder = folder;
    random = new SplittableRandom(seed);
    Files.writeString(folder.resolve("key"), key.toFile());
  }

  /** Kills with signal 9, a hundred times on the same ledger before a new one. */
  public static Outcome kill9(Path folder, int cycles, long seed)
      throws IOException, InterruptedException {
    CrashCampaign campaign = new CrashCampaign(folder, seed);
    for (int i = 0; i < cycles; i++) {
      Process child = campaign.child(folder.resolve("ledger"), true);
      BufferedReader out = campaign.untilReady(child);
      Thread.sleep(campaign.random.nextInt(MAX_DELAY_MILLIS));
      child.toHandle().destroyForcibly(); // unlike Process, leaves the pipe readable
      campaign.collect(out);
      child.waitFor();
      boolean whole = campaign.look(i, folder.resolve("ledger"));
      if (!whole || isLastOfLedger(i)) {
        campaign.promised.clear();
        delete(folder.resolve("ledger"));
      }
    }
    return new Outcome(cycles, campaign.acknowledged, campaign.losses);
  }

  /**
   * Cuts the power: an ext4 file system in a file is copied while the process is stopped, and the
   * copy is mounted. What the system itself still writes then goes on, so the file stands on XFS,
   * whose copy is of one moment: a copy block by block would show states that no disk ever had.
   *
   * @param forced false for the seeded bug
   */
  public static Outcome powerCut(Path folder, int cycles, long seed, boolean forced)
      throws IOException, InterruptedException {
    CrashCampaign campaign = new CrashCampaign(folder, seed);
    Path disk = mountDisk(folder);
    try {
      Path image = disk.resolve("image");
      Path mount = Files.createDirectories(folder.resolve("mount"));
      format(image);
      for (int i = 0; i < cycles; i++) {
        campaign.cutPower(image, mount, forced);
        mount(image, mount);
        boolean whole;
        try {
          whole = campaign.look(i, mount);
        } finally {
          run("umount", mount.toString());
        }
        if (!whole || isLastOfLedger(i)) {
          campaign.promised.clear();
          format(image);
        }
      }
    } finally {
      run("umount", disk.toString());
    }
    return new Outcome(cycles, campaign.acknowledged, campaign.losses);
  }

  /** Lets a process append for a while; leaves the image as it was at one moment of that. */
  private void cutPower(Path image, Path mount, boolean forced)
      throws IOException, InterruptedException {
    Path copy = image.resolveSibling("copy");
    mount(image, mount);
    try {
      Process child = child(mount, forced);
      try {
        BufferedReader out = untilReady(child);
        Thread.sleep(random.nextInt(MAX_DELAY_MILLIS));
        stop(child.pid());
        snapshot(image, copy);
        child.toHandle().destroyForcibly();
        collect(out);
      } finally {
        child.destroyForcibly().waitFor();
      }
    } finally {
      run("umount", mount.toString());
    }
    Files.move(copy, image, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Stops a process and waits until no thread of it runs: on a busy machine they run on for a while
   * after the signal was sent, and what they acknowledge then is not on the copy.
   */
  private static void stop(long process) throws IOException, InterruptedException {
    run("kill", "-STOP", "" + process);
    while (!isStopped(Path.of("/proc", "" + process, "task"))) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private static boolean isStopped(Path threads) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
      for (Path thread : all) {
        String stat = Files.readString(thread.resolve("stat"), StandardCharsets.ISO_8859_1);
        if (!stat.startsWith("T", stat.lastIndexOf(')') + 2)) { // proc(5): "id (name) state ..."
          return false;
        }
      }
    }
    return true;
  }

  private static Path mountDisk(Path folder) throws IOException, InterruptedException {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    Path file = folder.resolve("disk.image");
    run("truncate", "-s", DISK_MEGABYTES + "M", file.toString());
    run("mkfs.xfs", "-q", "-f", "-m", "reflink=1", file.toString());
    mount(file, disk);
    return disk;
  }

  private static void mount(Path image, Path mount) throws IOException, InterruptedException {
    run("mount", "-o", "loop", image.toString(), mount.toString());
  }

  private static void snapshot(Path image, Path copy) throws IOException, InterruptedException {
    run("cp", "--reflink=always", image.toString(), copy.toString());
  }

  private static boolean isLastOfLedger(int cycle) {
    return cycle % DEATHS_OF_ONE_LEDGER == DEATHS_OF_ONE_LEDGER - 1;
  }

  /** Says whether power can be cut here: root, and XFS and ext4 can be mounted from files. */
  public static boolean canCutPower(Path folder) throws IOException, InterruptedException {
    Path probe = Files.createDirectories(folder.resolve("probe"));
    try {
      Path disk = mountDisk(probe);
      try {
        format(disk.resolve("image"));
        snapshot(disk.resolve("image"), disk.resolve("copy"));
        mount(disk.resolve("copy"), Files.createDirectories(probe.resolve("mount")));
        run("umount", probe.resolve("mount").toString());
      } finally {
        run("umount", disk.toString());
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void format(Path image) throws IOException, InterruptedException {
    Files.deleteIfExists(image);
    run("truncate", "-s", IMAGE_MEGABYTES + "M", image.toString());
    run("mkfs.ext4", "-q", "-F", image.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output.strip());
    }
  }

  private Process child(Path place, boolean forced) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                place.toString(),
                folder.resolve("key").toString()));
    if (!forced) {
      command.add("unforced");
    }
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private BufferedReader untilReady(Process child) throws IOException {
    BufferedReader out = child.inputReader(StandardCharsets.US_ASCII);
    String line = out.readLine();
    if (!"ready".equals(line)) {
      child.destroyForcibly();
      throw new IOException("the process to kill did not start: " + line);
    }
    if (random.nextInt(4) > 0) { // in the rest it may die before its first acknowledgement
      note(out.readLine());
    }
    return out;
  }

  private void collect(BufferedReader out) {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        note(line);
      }
    } catch (IOException e) {
      // the pipe of a killed process: what was read until here counts
    }
  }

  /** Takes one line of the process; the last one of a killed process may be cut. */
  private void note(@Nullable String line) {
    String[] words = line == null ? new String[0] : line.split(" ", -1);
    if (words.length == 3 && words[0].equals("ack") && words[2].length() == 44) {
      promised.put(Long.parseLong(words[1]), words[2]);
      acknowledged++;
    }
  }

  /** Starts on what is left; returns whether everything promised is there. */
  private boolean look(int cycle, Path place) throws IOException {
    Map<Long, String> there = new HashMap<>();
    OsStorage data = new OsStorage(place.resolve("data"));
    Optional<String> refusal = Optional.empty();
    try (Journal journal = Journal.open(data, 64L << 20, 0)) {
      journal.read(0, journal.size(), (i, stored) -> there.put(i, "" + Hash.leaf(stored.entry())));
      LockFile lock = new LockFile(new OsStorage(place.resolve("lock")), "last");
      new Publisher(journal, data, lock, key).publish();
    } catch (IOException e) {
      refusal = Optional.of("no start: " + e);
    }
    long missing =
        promised.entrySet().stream()
            .filter(p -> !p.getValue().equals(there.get(p.getKey())))
            .count();
    if (refusal.isPresent() || missing > 0) {
      losses.add(
          "death %d: %d of %d acknowledged records are missing, %d are there; %s"
              .formatted(
                  cycle, missing, promised.size(), there.size(), refusal.orElse("it starts")));
    }
    return refusal.isEmpty() && missing == 0;
  }

  /** Deletes a campaign's folder. */
  public static void delete(Path folder) throws IOException, InterruptedException {
    run("rm", "-rf", folder.toString());
    TimeUnit.MILLISECONDS.sleep(1);
  }
}
