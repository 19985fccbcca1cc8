package org.truce.ledger.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.truce.ledger.audit.Monitor;
import org.truce.ledger.note.Attested;
import org.truce.ledger.note.ForkProof;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;

/**
 * Changes honest logs, receipts and evidence in small ways, and looks whether the verifier reports
 * anything as true that is not.
 *
 * <p>A change is missed if the verifier accepts it and then reports an origin, size, root, entry,
 * index, cosignature, time or conviction that the honest files do not give. A change that leaves
 * every reported statement true (a cosignature less than the quorum could spare; a line of a key
 * that nobody knows) is counted apart. The signatures of a checkpoint that was not changed are
 * checked once a log.
 */
public final class TamperCampaign {
  private static final int LOGS = 64;
  private static final int SMALL = 60;
  private static final int LARGE = 900;

  /**
   * What a campaign saw.
   *
   * @param changes how many changes were made
   * @param detected refused, or reported as short of the quorum
   * @param harmless accepted, and everything reported is still true
   * @param missed a line for each change that made the verifier report something false
   */
  public record Outcome(long changes, long detected, long harmless, List<String> missed) {
    /** Copies the list. */
    public Outcome {
      missed = List.copyOf(missed);
    }
  }

  private record Subject(HonestLog log, Attested attested) {}

  private enum Verdict {
    DETECTED,
    HARMLESS,
    MISSED,
    /** The change happened to change nothing: another one is made. */
    NONE
  }

  private final Cast cast;
  private final Policy policy;
  private final Checks checks;
  private final List<Subject> subjects = new ArrayList<>();

  TamperCampaign(long seed, Checks checks) throws IOException, Malformed {
    cast = Cast.of(seed);
    policy = cast.policy();
    this.checks = checks;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < LOGS; i++) {
      HonestLog log = HonestLog.of(cast, size(i, random), random);
      subjects.add(new Subject(log, checks.checkpoint(new HonestLog.Files(log.files()), policy)));
    }
  }

  private static int size(long number, SplittableRandom random) {
    return number % 8 == 0 ? random.nextInt(SMALL, LARGE) : 1 + random.nextInt(SMALL);
  }

  /** Makes so many changes; the same seed makes the same ones. */
  public static Outcome run(long changes, long seed) throws IOException, Malformed {
    return new TamperCampaign(seed, new Checks()).make(changes, seed);
  }

  /**
   * Writes honest logs and looks for false alarms: a log, a receipt or an older checkpoint refused.
   *
   * @return a line for each
   */
  public static List<String> falseAlarms(int logs, long seed) {
    Cast cast = Cast.of(seed);
    return LongStream.range(seed, seed + logs)
        .parallel()
        .mapToObj(number -> falseAlarm(cast, number))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> falseAlarm(Cast cast, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try {
      HonestLog log = HonestLog.of(cast, size(seed, random), random);
      new HonestReader(cast.policy(), new Checks()).accepts(log);
      return Optional.empty();
    } catch (Malformed | IOException e) {
      return Optional.of("seed " + seed + ": " + e.getMessage());
    }
  }

  Outcome make(long changes, long seed) {
    LongAdder detected = new LongAdder();
    LongAdder harmless = new LongAdder();
    Queue<String> missed = new ConcurrentLinkedQueue<>();
    LongStream.range(0, changes)
        .parallel()
        .forEach(
            number -> {
              switch (one(seed, number)) {
                case DETECTED -> detected.increment();
                case HARMLESS -> harmless.increment();
                case MISSED, NONE -> missed.add("seed " + seed + ", change " + number);
              }
            });
    return new Outcome(changes, detected.sum(), harmless.sum(), List.copyOf(missed));
  }

  private Verdict one(long seed, long number) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E37_79B9L + number);
    Verdict verdict = Verdict.NONE;
    while (verdict == Verdict.NONE) {
      Subject subject = subjects.get(random.nextInt(subjects.size()));
      verdict = tried(subject, random);
    }
    return verdict;
  }

  private Verdict tried(Subject subject, SplittableRandom random) {
    int kind = random.nextInt(100);
    try {
      if (kind < 50) {
        return file(subject, random);
      }
      if (kind < 92) {
        return receipt(subject, random);
      }
      return kind < 96 ? otherHistory(subject, random) : evidence(subject, random);
    } catch (Malformed | IOException e) {
      return Verdict.DETECTED;
    }
  }

  private Mutation mutation(SplittableRandom random) {
    Mutation[] all = Mutation.values();
    return random.nextInt(3) == 0 ? Mutation.FLIP : all[random.nextInt(all.length)];
  }

  /** Changes the checkpoint, a tile or a bundle of entries, or leaves the file out. */
  private Verdict file(Subject subject, SplittableRandom random) throws IOException, Malformed {
    SortedMap<String, byte[]> honest = subject.log().files();
    List<String> paths = List.copyOf(honest.keySet());
    String path =
        random.nextInt(5) < 2 ? LogFiles.CHECKPOINT : paths.get(random.nextInt(paths.size()));
    byte[] bytes = Objects.requireNonNull(honest.get(path));
    byte[] changed = mutation(random).of(bytes, likeIt(subject, path, random), random);
    if (Arrays.equals(bytes, changed)) {
      return Verdict.NONE;
    }
    Map<String, byte[]> files = new TreeMap<>(honest);
    files.put(path, changed);
    if (random.nextInt(50) == 0) {
      files.remove(path);
    }
    LogFiles shown = new HonestLog.Files(files);
    boolean signed = path.equals(LogFiles.CHECKPOINT);
    Attested attested = signed ? checks.checkpoint(shown, policy) : subject.attested();
    if (!signed || !attested.checkpoint().equals(subject.attested().checkpoint())) {
      checks.contents(shown, attested);
      return Verdict.MISSED;
    }
    return verdict(attested, subject.attested());
  }

  /** Returns another log's file of the same kind, or an older checkpoint's of this log. */
  private byte[] likeIt(Subject subject, String path, SplittableRandom random) {
    List<SignedNote> older = subject.log().older();
    if (path.equals(LogFiles.CHECKPOINT) && !older.isEmpty() && random.nextBoolean()) {
      return older.get(random.nextInt(older.size())).bytes();
    }
    SortedMap<String, byte[]> files = subjects.get(random.nextInt(LOGS)).log().files();
    SortedMap<String, byte[]> from = files.tailMap(path);
    String like = from.isEmpty() ? files.lastKey() : from.firstKey();
    return Objects.requireNonNull(files.get(like));
  }

  private static Verdict verdict(Attested reported, Attested honest) {
    if (!reported.checkpoint().equals(honest.checkpoint())
        || !new HashSet<>(honest.cosignatures()).containsAll(reported.cosignatures())) {
      return Verdict.MISSED;
    }
    return reported.quorum() ? Verdict.HARMLESS : Verdict.DETECTED;
  }

  /** Changes a receipt or the entry that it is for. */
  private Verdict receipt(Subject subject, SplittableRandom random) throws Malformed {
    HonestLog log = subject.log();
    ProofFile receipt = log.receipts().get(random.nextInt(log.receipts().size()));
    byte[] entry = log.entries().get((int) receipt.index());
    byte[] file = receipt.bytes();
    HonestLog other = subjects.get(random.nextInt(LOGS)).log();
    if (random.nextInt(4) == 0) {
      byte[] like = other.entries().get(random.nextInt(other.entries().size()));
      byte[] changed = mutation(random).of(entry, like, random);
      if (Arrays.equals(entry, changed)) {
        return Verdict.NONE;
      }
      checks.receipt(file, changed, policy);
      return Verdict.MISSED;
    }
    byte[] like = other.receipts().get(random.nextInt(other.receipts().size())).bytes();
    byte[] changed = mutation(random).of(file, like, random);
    if (Arrays.equals(file, changed)) {
      return Verdict.NONE;
    }
    Attested reported = checks.receipt(changed, entry, policy);
    boolean sameIndex = ProofFile.parse(changed).index() == receipt.index();
    return sameIndex ? verdict(reported, subject.attested()) : Verdict.MISSED;
  }

  /** Shows a rewritten or shorter log that its operator signed, to a reader who kept the newest. */
  private Verdict otherHistory(Subject subject, SplittableRandom random)
      throws IOException, Malformed {
    List<byte[]> entries =
        random.nextBoolean()
            ? subject.log().rewritten(random)
            : subject.log().entries().subList(0, random.nextInt(subject.log().entries().size()));
    LogFiles shown = new HonestLog.Files(HonestLog.forged(cast, entries));
    Policy noQuorum = Policy.ofLog(cast.log().verifier());
    Attested now = checks.checkpoint(shown, noQuorum);
    checks.continues(shown, now, subject.attested());
    return Verdict.MISSED;
  }

  /** Changes evidence against a log that signed two histories, or makes some up. */
  private Verdict evidence(Subject subject, SplittableRandom random) throws IOException, Malformed {
    Policy noQuorum = Policy.ofLog(cast.log().verifier());
    SignedNote kept = subject.log().newest();
    List<byte[]> entries = subject.log().rewritten(random);
    LogFiles shown = new HonestLog.Files(HonestLog.forged(cast, entries));
    ForkProof proof = Monitor.compare(kept, shown, noQuorum).orElseThrow();
    if (!proof.convicts(noQuorum)) {
      return Verdict.MISSED;
    }
    if (random.nextInt(4) == 0) {
      Hash implied = Hash.leaf(entries.getFirst());
      return new ForkProof(kept, kept, implied, proof.proof()).convicts(noQuorum)
          ? Verdict.MISSED
          : Verdict.DETECTED;
    }
    byte[] changed = mutation(random).of(proof.bytes(), kept.bytes(), random);
    ForkProof read = ForkProof.parse(changed);
    if (!read.convicts(noQuorum)) {
      return Verdict.DETECTED;
    }
    boolean same =
        read.older().text().equals(proof.older().text())
            && read.newer().text().equals(proof.newer().text());
    return same ? Verdict.HARMLESS : Verdict.MISSED;
  }
}
