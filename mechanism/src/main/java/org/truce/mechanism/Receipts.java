package org.truce.mechanism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.ledger.Level;
import org.truce.ledger.Publisher;
import org.truce.ledger.audit.Checkpoints;
import org.truce.ledger.audit.PublishedFolder;
import org.truce.ledger.note.Attested;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.tree.EntryBundle;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.Tile;

/**
 * Receipts that single entries are in the record, for people who trust the record's key, or its
 * witnesses, and nothing else: a proof (C2SP tlog-proof), the entry it is for, and the policy that
 * names the keys.
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
   * @param data data folder; only what is public of its ledger, the log's public key and the policy
   *     are read
   * @param indices of the entries
   * @param out folder for {@code entry-N.tlog-proof}, {@code entry-N.entry} and {@code policy}
   * @return the level of each: witnessed when the quorum of the policy has cosigned its checkpoint,
   *     else checkpointed
   * @throws MechanismException when one is not in the last published checkpoint yet
   */
  public static SortedMap<Long, Level> write(Path data, Collection<Long> indices, Path out) {
    String policy = Witnesses.forReaders(data);
    PublishedFolder log = new PublishedFolder(new Folder(data).ledger().resolve(Publisher.FOLDER));
    SortedMap<Long, Level> levels = new TreeMap<>();
    try {
      Files.createDirectories(out);
      Policy trusted = Policy.parse(policy);
      for (long index : indices) {
        levels.put(index, write(log, index, out, trusted));
      }
      Files.writeString(out.resolve("policy"), policy);
      return levels;
    } catch (IOException | Malformed e) {
      throw new MechanismException("cannot write receipts: " + e.getMessage(), e);
    }
  }

  private static Level write(PublishedFolder log, long index, Path out, Policy policy)
      throws IOException, Malformed {
    Optional<ProofFile> receipt = Checkpoints.receipt(log, index);
    if (receipt.isEmpty()) {
      throw new MechanismException(
          "entry %d is not published yet; try again in a second".formatted(index));
    }
    long size = receipt.get().checkpoint().checkpoint().head().size();
    byte[] entry = entry(log, index, size);
    Attested attested = receipt.get().check(entry, policy);
    Files.write(out.resolve(name(index)), receipt.get().bytes());
    Files.write(out.resolve("entry-%d.entry".formatted(index)), entry);
    return attested.quorum() && !attested.cosignatures().isEmpty()
        ? Level.WITNESSED
        : Level.CHECKPOINTED;
  }

  private static byte[] entry(PublishedFolder log, long index, long size)
      throws IOException, Malformed {
    Tile tile = Tile.holding(0, index, size);
    byte[] bundle = log.get(tile.entriesPath(), EntryBundle.MAX_BYTES);
    return EntryBundle.read(bundle, tile.width()).get((int) (index % Tile.FULL));
  }
}
