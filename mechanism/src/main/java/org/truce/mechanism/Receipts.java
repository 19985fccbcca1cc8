package org.truce.mechanism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.truce.ledger.Publisher;
import org.truce.ledger.audit.PublishedFolder;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.tree.EntryBundle;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.Tile;
import org.truce.ledger.tree.TileTree;

/**
 * Receipts that single entries are in the record, for people who trust the record's key and nothing
 * else: a proof (C2SP tlog-proof), the entry it is for, and the policy that names the key.
 */
public final class Receipts {
  private Receipts() {}

  /** Returns the name of the receipt of an entry. */
  public static String name(long index) {
    return "entry-%d.tlog-proof".formatted(index);
  }

  /**
   * Writes receipts.
   *
   * @param data data folder; only what is public of its ledger and the log's public key is read
   * @param indices of the entries
   * @param out folder for {@code entry-N.tlog-proof}, {@code entry-N.entry} and {@code policy}
   * @throws MechanismException when one is not in the last published checkpoint yet
   */
  public static void write(Path data, Collection<Long> indices, Path out) {
    Folder folder = new Folder(data);
    if (!Files.exists(folder.keys().resolve("log.key"))) {
      throw new MechanismException(
          "%s holds no key of the record: the receipts could not be checked by anybody"
              .formatted(folder.keys()));
    }
    PublishedFolder log = new PublishedFolder(folder.ledger().resolve(Publisher.FOLDER));
    try {
      Files.createDirectories(out);
      SignedNote note = SignedNote.parse(log.get(LogFiles.CHECKPOINT, SignedNote.MAX_BYTES));
      long size = note.checkpoint().head().size();
      TileTree tree = new TileTree(log, size);
      for (long index : indices) {
        if (index >= size) {
          throw new MechanismException(
              "entry %d is not published yet; try again in a second".formatted(index));
        }
        Files.write(
            out.resolve(name(index)), new ProofFile(index, tree.inclusion(index), note).bytes());
        Files.write(out.resolve("entry-%d.entry".formatted(index)), entry(log, index, size));
      }
      Files.writeString(
          out.resolve("policy"),
          "log %s%nquorum none%n".formatted(new Keys(folder.keys()).log().verifier()));
    } catch (IOException | Malformed e) {
      throw new MechanismException("cannot write receipts: " + e.getMessage(), e);
    }
  }

  private static byte[] entry(PublishedFolder log, long index, long size)
      throws IOException, Malformed {
    Tile tile = Tile.holding(0, index, size);
    byte[] bundle = log.get(tile.entriesPath(), EntryBundle.MAX_BYTES);
    return EntryBundle.read(bundle, tile.width()).get((int) (index % Tile.FULL));
  }
}
