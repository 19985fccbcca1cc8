package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.truce.ledger.audit.Audit;
import org.truce.ledger.audit.PublishedFolder;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.trial.AppendTrial;
import org.truce.ledger.trial.CrashCampaign;
import org.truce.ledger.trial.LargeLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce bench ledger}: durable appends beside a bare file and SQLite; a full audit. */
@Command(
    name = "ledger",
    description = "Durable appends of 1 KB against a bare file and SQLite; CPU time of an audit.")
final class BenchLedgerCommand implements Callable<Integer> {
  private static final int CALLERS = 64;

  /** Runs that are not counted: the first two are up to half as slow. */
  private static final int WARM_UP = 2;

  private static final double SHARE_OF_FILE = 0.6;
  private static final double TIMES_SQLITE = 5;
  private static final double AUDIT_CPU_SECONDS_A_MILLION = 10;
  private static final long FLAT_BYTES = 16L << 20;

  @Option(names = "--runs", defaultValue = "5", description = "of each; the median counts")
  private int runs;

  @Option(names = "--millis", defaultValue = "2000", description = "of each run")
  private long millis;

  @Option(names = "--entries", defaultValue = "1000000", description = "of the audited log")
  private long entries;

  @Option(names = "--check", description = "exit code 1 when a stored goal is missed")
  private boolean check;

  @Spec private CommandSpec spec = CommandSpec.create();
  private boolean missed;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("truce-bench-ledger");
    try {
      appends(folder);
      audit(Files.createDirectory(folder.resolve("log")));
    } finally {
      CrashCampaign.delete(folder);
    }
    spec.commandLine().getOut().println(Measured.machine());
    return check && missed ? 1 : 0;
  }

  private void appends(Path folder) throws Exception {
    List<AppendTrial.Outcome> file = new ArrayList<>();
    List<AppendTrial.Outcome> ledger = new ArrayList<>();
    List<AppendTrial.Outcome> sqlite = new ArrayList<>();
    for (int run = -WARM_UP; run < runs; run++) {
      Path place = Files.createDirectory(folder.resolve("run" + run));
      file.add(outcome(AppendTrial.file(place.resolve("file"))));
      ledger.add(outcome(AppendTrial.ledger(place)));
      sqlite.add(outcome(new Sqlite(place.resolve("db"))));
    }
    print("bare file, forced in groups", file);
    print("ledger", ledger);
    print("SQLite, a commit each", sqlite);
    double share = ratio(ledger, file);
    double times = ratio(ledger, sqlite);
    goal("share of the bare file", share, SHARE_OF_FILE, share >= SHARE_OF_FILE);
    goal("times SQLite", times, TIMES_SQLITE, times >= TIMES_SQLITE);
  }

  /**
   * The median of the ratios within each run: what else the machine does changes from run to run.
   */
  private static double ratio(List<AppendTrial.Outcome> one, List<AppendTrial.Outcome> other) {
    List<Double> ratios = new ArrayList<>();
    for (int run = WARM_UP; run < one.size(); run++) {
      ratios.add(one.get(run).perSecond() / other.get(run).perSecond());
    }
    return Measured.of(ratios).median();
  }

  private AppendTrial.Outcome outcome(AppendTrial.Target opened) throws Exception {
    try (AppendTrial.Target target = opened) {
      return AppendTrial.run(target, CALLERS, millis);
    }
  }

  private void print(String what, List<AppendTrial.Outcome> all) {
    List<AppendTrial.Outcome> counted = all.subList(WARM_UP, all.size());
    Measured rate = Measured.of(counted.stream().map(AppendTrial.Outcome::perSecond).toList());
    out()
        .printf(
            Locale.ROOT,
            "%-28s %,9.0f a second (%,.0f to %,.0f), p50 %.2f ms, p99 %.2f ms%n",
            what,
            rate.median(),
            rate.least(),
            rate.most(),
            Measured.of(counted.stream().map(o -> o.p50Micros() / 1e3).toList()).median(),
            Measured.of(counted.stream().map(o -> o.p99Micros() / 1e3).toList()).median());
  }

  private void goal(String what, double value, double goal, boolean met) {
    missed |= !met;
    out()
        .printf(
            Locale.ROOT, "%s: %.2f (goal %.2f): %s%n", what, value, goal, met ? "met" : "missed");
  }

  private void audit(Path folder) throws Exception {
    SigningKey key = SigningKey.generate("truce.example/bench", false, new SecureRandom());
    LargeLog.write(folder, key, entries);
    Heap heap = new Heap(new PublishedFolder(folder));
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Audit.of(heap, Policy.ofLog(key.verifier()));
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    long growth = heap.last() - heap.first();
    out()
        .printf(
            Locale.ROOT,
            "audit of %,d entries: %.2f CPU seconds; heap after collection %.1f MiB early, %.1f"
                + " late%n",
            entries,
            seconds,
            heap.first() / 1048576.0,
            heap.last() / 1048576.0);
    double goal = AUDIT_CPU_SECONDS_A_MILLION * entries / 1e6;
    goal("CPU seconds of the audit", seconds, goal, seconds <= goal);
    goal("growth of the heap, MiB", growth / 1048576.0, FLAT_BYTES >> 20, growth <= FLAT_BYTES);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Looks at the heap after a collection, early in an audit and late. */
  private static final class Heap implements LogFiles {
    private static final int EVERY = 1_000;
    private final LogFiles files;
    private final List<Long> used = new ArrayList<>();
    private int read;

    Heap(LogFiles files) {
      this.files = files;
    }

    @Override
    public java.util.Optional<byte[]> find(String path, int limit) throws IOException {
      if (read++ % EVERY == 10) {
        System.gc();
        used.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      }
      return files.find(path, limit);
    }

    long first() {
      return used.getFirst();
    }

    long last() {
      return used.getLast();
    }
  }

  /** One table, write-ahead log, forced at every commit. */
  private static final class Sqlite implements AppendTrial.Target {
    private final Connection connection;
    private final PreparedStatement insert;

    Sqlite(Path file) throws SQLException {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("CREATE TABLE record (n INTEGER PRIMARY KEY, entry BLOB, payload BLOB)");
      }
      insert = connection.prepareStatement("INSERT INTO record (entry, payload) VALUES (?, ?)");
    }

    @Override
    public synchronized void append(byte[] entry, byte[] payload) throws SQLException {
      insert.setBytes(1, entry);
      insert.setBytes(2, payload);
      insert.executeUpdate(); // commits by itself
    }

    @Override
    public void close() throws IOException {
      try {
        insert.close();
        connection.close();
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }
}
