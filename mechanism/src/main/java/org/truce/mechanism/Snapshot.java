package org.truce.mechanism;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
import org.truce.store.Progress;

/**
 * What intake and projector held after an entry, kept in a file beside the projection, so that a
 * start works out only the entries after it.
 *
 * <p>It is used only by the same versions, and only when the chain of digests in the projection has
 * at that entry the value that stands in the file. It is never needed: without it, or when it is
 * damaged, a start works through the ledger from the first entry. Rebuilding and checking never
 * look at it.
 */
final class Snapshot {
  private static final byte[] FORM = "truce snapshot 6\n".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 1 << 16;

  private Snapshot() {}

  /**
   * Of what it is.
   *
   * @param versions under which it was worked out
   * @param progress the entries that it holds
   * @param lastRecorded when the last of them was recorded, microseconds since 1970 UTC
   * @param lastReported when the last report among them was
   */
  record Head(Epoch versions, Progress progress, long lastRecorded, long lastReported) {
    private void write(SnapshotOutput out) throws IOException {
      out.number(versions.projector());
      out.text(versions.reader());
      out.text(versions.model());
      out.text(versions.zones());
      out.number(progress.entries());
      out.text(progress.chain());
      out.number(lastRecorded);
      out.number(lastReported);
    }

    private static Head read(SnapshotInput in) throws IOException {
      return new Head(
          new Epoch(in.number(), in.text(), in.text(), in.text(), new TreeMap<>()),
          new Progress(in.number(), in.text()),
          in.number(),
          in.number());
    }
  }

  /** Writes what stands behind the head. */
  interface Writing {
    void write(SnapshotOutput out) throws IOException;
  }

  /** Reads what stands behind the head. */
  interface Reading {
    void read(SnapshotInput in) throws IOException;
  }

  /** Writes a snapshot in place of the one before; after a crash one of the two is there. */
  static void write(Path file, Head head, Writing body) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        CheckedOutputStream checked =
            new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32C());
        checked.write(FORM);
        SnapshotOutput to = new SnapshotOutput(checked);
        head.write(to);
        body.write(to);
        to.flush();
        channel.write(
            ByteBuffer.allocate(Long.BYTES).putLong(checked.getChecksum().getValue()).flip());
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Reads a snapshot.
   *
   * @param fits whether what is of that head can be used
   * @param body called when it is; what it has filled is worth nothing when nothing is returned
   * @return nothing when there is none, when it does not fit, or when it is damaged
   */
  static Optional<Head> read(Path file, Predicate<Head> fits, Reading body) {
    try (InputStream in = Files.newInputStream(file)) {
      if (!isWhole(file) || !Arrays.equals(in.readNBytes(FORM.length), FORM)) {
        return Optional.empty();
      }
      SnapshotInput from = new SnapshotInput(in);
      Head head = Head.read(from);
      if (!fits.test(head)) {
        return Optional.empty();
      }
      body.read(from);
      return Optional.of(head);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns whether a file ends with the sum over everything before it. */
  private static boolean isWhole(Path file) throws IOException {
    long left = Files.size(file) - Long.BYTES;
    if (left < 0) {
      return false;
    }
    CRC32C sum = new CRC32C();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      while (left > 0) {
        int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
        if (read == 0) {
          return false;
        }
        sum.update(buffer, 0, read);
        left -= read;
      }
      byte[] last = in.readNBytes(Long.BYTES);
      return last.length == Long.BYTES && ByteBuffer.wrap(last).getLong() == sum.getValue();
    }
  }
}
