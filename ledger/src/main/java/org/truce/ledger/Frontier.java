package org.truce.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.truce.ledger.journal.Closed;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.Storage;
import org.truce.ledger.tree.TileStack;

/**
 * What a ledger knew where its last segment begins, kept in a file, so that a start reads that
 * segment alone. It is never needed: without it a start reads everything. It is sealed with the
 * log's key, which lies outside the data folder, so that whoever can write there cannot make one.
 *
 * @param closed the segments before the last
 * @param tree over the records in them
 * @param deciding the entries among them that decide who may do what, by index
 */
record Frontier(Closed closed, TileStack tree, SortedMap<Long, byte[]> deciding) {
  private static final String FILE = "frontier";
  private static final String PURPOSE = "truce frontier 1";
  private static final int SEAL = 32;

  /** Of ten million records the file has about 1.5 MB. */
  private static final int MOST_BYTES = 256 << 20;

  /** Puts it in the place of the one before; after a crash one of the two is there. */
  void keep(Storage data, SigningKey key) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    closed.write(out);
    tree.write(out);
    out.writeInt(deciding.size());
    for (Map.Entry<Long, byte[]> each : deciding.entrySet()) {
      out.writeLong(each.getKey());
      out.writeInt(each.getValue().length);
      out.write(each.getValue());
    }
    out.write(key.seal(PURPOSE, bytes.toByteArray()));
    data.replace(FILE, bytes.toByteArray());
  }

  /**
   * Returns the one that was kept; nothing when there is none, when it is not whole, or when it
   * does not fit.
   *
   * @param signed size of the tree that was signed last
   */
  static Optional<Frontier> find(Storage data, SigningKey key, long signed) throws IOException {
    byte[] bytes = data.find(FILE, MOST_BYTES).orElse(new byte[0]);
    int end = bytes.length - SEAL;
    if (end < 0
        || !MessageDigest.isEqual(
            key.seal(PURPOSE, Arrays.copyOf(bytes, end)),
            Arrays.copyOfRange(bytes, end, bytes.length))) {
      return Optional.empty();
    }
    Frontier found = read(new DataInputStream(new ByteArrayInputStream(bytes, 0, end)));
    return found.tree.size() == found.closed.nextIndex()
            && found.tree.size() <= signed
            && Journal.fits(data, found.closed)
        ? Optional.of(found)
        : Optional.empty();
  }

  private static Frontier read(DataInputStream in) throws IOException {
    Closed closed = Closed.read(in);
    TileStack tree = TileStack.read(in);
    SortedMap<Long, byte[]> deciding = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      long index = in.readLong();
      byte[] entry = new byte[in.readInt()];
      in.readFully(entry);
      deciding.put(index, entry);
    }
    return new Frontier(closed, tree, deciding);
  }

  /**
   * Reads the segments and compares them with what was known of them.
   *
   * @param isOver whether nobody waits for the answer any more
   * @throws IOException when they are not those that were written
   */
  void check(Storage data, BooleanSupplier isOver) throws IOException {
    TileStack again = new TileStack();
    boolean whole =
        Journal.check(data, closed, (index, entry) -> Replay.add(again, index, entry), isOver);
    if (whole && !again.head().equals(tree.head())) {
      throw new IOException(
          "the records before %d are not those that were signed; restore the journal from a copy"
              .formatted(tree.size()));
    }
  }
}
