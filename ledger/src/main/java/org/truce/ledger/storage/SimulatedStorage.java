package org.truce.ledger.storage;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Files in memory that behave as badly as disks may: a crash keeps any part of what was not forced,
 * in sectors of 512 bytes and any order; names that were not forced may be the old ones; a write
 * may fail or be cut short; a force may fail once, lose what it was asked to keep, and succeed
 * after that.
 *
 * <p>Deterministic: chance comes from the caller. For one thread.
 */
public final class SimulatedStorage implements Storage {
  private static final int SECTOR = 512;

  /** What may go wrong at one operation. */
  public enum Fault {
    /** The machine stops. */
    CRASH,
    /** The disk is full from here on, after half of what was to be written. */
    NO_SPACE,
    /** A write fails. */
    WRITE_ERROR,
    /** A force fails, what was not forced is lost, and the next one succeeds. */
    FORCE_ERROR
  }

  /** The machine stopped; nothing after it happened. */
  public static final class Crashed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** One file's content: what is seen, and what is on the disk for certain. */
  private static final class Content {
    private byte[] seen = new byte[0];
    private byte[] forced = new byte[0];
    private int lostFrom;
    private int lostTo;

    /** A failed force leaves pages that no later force of this file writes. */
    void lose() {
      lostFrom = Math.min(forced.length, seen.length);
      lostTo = seen.length;
    }

    void force() {
      byte[] kept = seen.clone();
      Arrays.fill(kept, Math.min(lostFrom, kept.length), Math.min(lostTo, kept.length), (byte) 0);
      forced = kept;
    }
  }

  private final TreeMap<String, Content> names = new TreeMap<>();
  private final List<TreeMap<String, Content>> nameHistory = new ArrayList<>();
  private @Nullable Fault fault;
  private int countdown = -1;
  private boolean full;
  private int operations;

  /** Creates an empty storage. */
  public SimulatedStorage() {
    nameHistory.add(new TreeMap<>());
  }

  /** Lets something go wrong at the operation with this number, counted from the next one as 0. */
  public void plan(Fault planned, int operation) {
    fault = planned;
    countdown = operation;
  }

  /** Lets nothing more go wrong, and makes room. */
  public void heal() {
    countdown = -1;
    full = false;
  }

  /** Returns the number of operations so far. */
  public int operations() {
    return operations;
  }

  /**
   * Returns what a new start finds after the power was lost now.
   *
   * @param chance gives a number from 0 to below its argument; called for each choice in turn
   */
  public SimulatedStorage afterPowerLoss(IntUnaryOperator chance) {
    SimulatedStorage after = new SimulatedStorage();
    TreeMap<String, Content> kept = nameHistory.get(chance.applyAsInt(nameHistory.size()));
    kept.forEach((name, content) -> after.names.put(name, survivor(content, chance)));
    after.nameHistory.set(0, new TreeMap<>(after.names));
    return after;
  }

  private static Content survivor(Content content, IntUnaryOperator chance) {
    Content survivor = new Content();
    byte[] seen = content.seen;
    byte[] result = content.forced.clone();
    if (!Arrays.equals(seen, result)) {
      int length = lengthAfter(seen.length, result.length, chance);
      result = Arrays.copyOf(result, length);
      for (int at = 0; at < length; at += SECTOR) {
        int end = Math.min(length, at + SECTOR);
        boolean differs = !Arrays.equals(part(seen, at, end), part(content.forced, at, end));
        if (differs && chance.applyAsInt(2) == 1) {
          System.arraycopy(part(seen, at, end), 0, result, at, end - at);
        }
      }
    }
    survivor.seen = result;
    survivor.forced = result.clone();
    return survivor;
  }

  private static int lengthAfter(int seen, int forced, IntUnaryOperator chance) {
    return switch (chance.applyAsInt(3)) {
      case 0 -> forced;
      case 1 -> seen;
      default -> Math.min(seen, forced) + chance.applyAsInt(Math.abs(seen - forced) + 1);
    };
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    byte[] part = new byte[to - from];
    int end = Math.min(to, bytes.length);
    if (end > from) {
      System.arraycopy(bytes, from, part, 0, end - from);
    }
    return part;
  }

  /** Flips one bit of a file, as rot would. */
  public void flip(String path, int bit) {
    Content content = content(path);
    content.seen[bit / 8] ^= (byte) (1 << bit % 8);
    content.forced = content.seen.clone();
  }

  /** Returns the length of a file. */
  public int length(String path) {
    return content(path).seen.length;
  }

  private Content content(String path) {
    return Objects.requireNonNull(names.get(path), path);
  }

  /** Counts an operation and says what goes wrong at it. */
  private @Nullable Fault strike() {
    operations++;
    if (countdown-- != 0) {
      return null;
    }
    Fault struck = fault;
    if (struck == Fault.CRASH) {
      throw new Crashed();
    }
    full |= struck == Fault.NO_SPACE;
    return struck;
  }

  private void named() {
    strike();
    nameHistory.add(new TreeMap<>(names));
  }

  @Override
  public List<String> list(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return names.keySet().stream()
        .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0)
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  @Override
  public StoredFile create(String path) {
    names.put(path, new Content());
    named();
    return new SimulatedFile(path, content(path));
  }

  @Override
  public StoredFile open(String path) throws IOException {
    if (!names.containsKey(path)) {
      throw new FileNotFoundException(path);
    }
    return new SimulatedFile(path, content(path));
  }

  @Override
  public void rename(String from, String to) {
    Content content = content(from);
    names.remove(from);
    names.put(to, content);
    named();
  }

  @Override
  public void delete(String path) {
    names.remove(path);
    named();
  }

  @Override
  public void forceFolder(String folder) throws IOException {
    if (strike() == Fault.FORCE_ERROR) {
      throw new IOException("simulated: the folder could not be forced");
    }
    nameHistory.clear();
    nameHistory.add(new TreeMap<>(names));
  }

  @Override
  public Optional<byte[]> find(String path, int limit) {
    return Optional.ofNullable(names.get(path)).map(content -> content.seen.clone());
  }

  @Override
  public Closeable hold(String path) {
    return () -> {}; // one thread, so nobody else
  }

  private final class SimulatedFile implements StoredFile {
    private final String path;
    private final Content content;

    SimulatedFile(String path, Content content) {
      this.path = path;
      this.content = content;
    }

    @Override
    public long size() {
      return content.seen.length;
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      Fault struck = strike();
      if (struck == Fault.WRITE_ERROR) {
        throw new IOException("simulated: a write failed");
      }
      byte[] written = new byte[full ? bytes.remaining() / 2 : bytes.remaining()];
      bytes.get(written);
      byte[] longer = Arrays.copyOf(content.seen, content.seen.length + written.length);
      System.arraycopy(written, 0, longer, content.seen.length, written.length);
      content.seen = longer;
      if (full) {
        throw new NoSpace(path);
      }
    }

    @Override
    public int read(ByteBuffer target, long position) {
      int count = (int) Math.max(0, Math.min(target.remaining(), content.seen.length - position));
      target.put(content.seen, (int) Math.min(position, content.seen.length), count);
      return count;
    }

    @Override
    public void force() throws IOException {
      if (strike() == Fault.FORCE_ERROR) {
        content.lose();
        throw new IOException("simulated: a force failed");
      }
      content.force();
    }

    @Override
    public void truncate(long size) {
      strike();
      content.seen = Arrays.copyOf(content.seen, (int) size);
    }

    @Override
    public void close() {}
  }
}
