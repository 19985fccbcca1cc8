package org.truce.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.note.Checkpoint;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.Storage;
import org.truce.ledger.storage.StoredFile;
import org.truce.ledger.tree.EntryBundle;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.Tile;
import org.truce.ledger.tree.TileStack;
import org.truce.ledger.tree.TreeHead;

/**
 * Writes tiles and checkpoint from the journal, in this order: tiles forced, checkpoint signed,
 * lock file advanced, checkpoint published. One thread at a time.
 */
public final class Publisher {
  /** The folder that anybody may copy. */
  public static final String FOLDER = "public/";

  private final Journal journal;
  private final Storage storage;
  private final LockFile lock;
  private final SigningKey key;
  private final TileStack stack;
  private TreeHead signed;
  private Optional<SignedNote> newest;

  /** The tree as it was where the last segment that was published begins. */
  private Optional<TileStack> beginning = Optional.empty();

  /**
   * Reads the journal and compares it with the last signed checkpoint.
   *
   * @throws OlderCopy if the journal is shorter than what was signed, or has other entries
   */
  public Publisher(Journal journal, Storage storage, LockFile lock, SigningKey key)
      throws IOException {
    this(journal, storage, lock, key, tree(journal, lock.head().size()));
  }

  private static TileStack tree(Journal journal, long size) throws IOException {
    TileStack tree = new TileStack();
    journal.read(0, size, (index, stored) -> add(tree, Hash.leaf(stored.entry()), (t, h) -> {}));
    return tree;
  }

  /**
   * Compares the journal with the last signed checkpoint.
   *
   * @param tree the tree over the journal's records up to the size last signed
   * @throws OlderCopy if the journal is shorter than what was signed, or has other entries
   */
  Publisher(Journal journal, Storage storage, LockFile lock, SigningKey key, TileStack tree)
      throws IOException {
    this.journal = journal;
    this.storage = storage;
    this.lock = lock;
    this.key = key;
    signed = lock.head();
    if (journal.size() < signed.size()) {
      throw new OlderCopy(
          "The journal has " + journal.size() + " records, " + signed.size() + " were signed.");
    }
    boolean republish = storage.find(FOLDER + LogFiles.CHECKPOINT, SignedNote.MAX_BYTES).isEmpty();
    stack = republish ? new TileStack() : tree;
    if (republish) {
      writeTiles(signed.size());
    }
    if (!stack.head().equals(signed)) {
      throw new OlderCopy(
          "The journal's first " + signed.size() + " records were not those signed.");
    }
    newest = lock.last();
    if (newest.isPresent()) {
      publish(newest.get());
    }
  }

  /** Returns the tree of the newest signed checkpoint. */
  public TreeHead signed() {
    return signed;
  }

  /** Publishes everything that is stored for good, if there is anything new. */
  public TreeHead publish() throws IOException {
    long size = journal.size();
    if (size == signed.size() && lock.last().isPresent()) {
      return signed;
    }
    writeTiles(size);
    TreeHead head = stack.head();
    Checkpoint checkpoint = new Checkpoint(key.verifier().name(), head);
    SignedNote note = new SignedNote(checkpoint.text(), List.of(key.signNote(checkpoint.text())));
    lock.advance(signed, note, head);
    signed = head;
    newest = Optional.of(note);
    publish(note);
    return head;
  }

  /** Returns the checkpoint signed last, without cosignatures, or nothing before the first. */
  Optional<SignedNote> newest() {
    return newest;
  }

  /** Returns the tree where a segment begins that was published since this was last asked. */
  Optional<TileStack> takeBeginning() {
    Optional<TileStack> taken = beginning;
    beginning = Optional.empty();
    return taken;
  }

  /** Returns the published files. */
  LogFiles files() {
    return (path, limit) -> storage.find(FOLDER + path, limit);
  }

  /**
   * Publishes a checkpoint again, now with cosignatures: as {@link LogFiles#WITNESSED}, and as the
   * newest if it still is.
   */
  void publishCosigned(SignedNote note) throws IOException {
    storage.replace(FOLDER + LogFiles.WITNESSED, note.bytes());
    if (newest.isPresent() && newest.get().text().equals(note.text())) {
      publish(note);
    }
  }

  private void publish(SignedNote note) throws IOException {
    storage.replace(FOLDER + LogFiles.CHECKPOINT, note.bytes());
  }

  private void writeTiles(long size) throws IOException {
    Set<String> folders = new TreeSet<>();
    long begins = journal.lastBegins();
    TileStack.Tiles write = (tile, hashes) -> put(tile.path(), hashes, folders);
    for (long start = stack.size() / Tile.FULL * Tile.FULL; start < size; start += Tile.FULL) {
      List<byte[]> entries = new ArrayList<>();
      journal.read(
          start,
          Math.min(size, start + Tile.FULL),
          (index, stored) -> {
            entries.add(stored.entry());
            if (index == stack.size()) {
              if (index == begins) {
                beginning = Optional.of(stack.copy());
              }
              add(stack, Hash.leaf(stored.entry()), write);
            }
          });
      put(Tile.holding(0, start, size).entriesPath(), EntryBundle.write(entries), folders);
    }
    try {
      stack.partials(write);
    } catch (Malformed e) {
      throw new IllegalStateException(e);
    }
    for (String folder : folders) {
      storage.forceFolder(folder);
    }
  }

  private static void add(TileStack tree, Hash leaf, TileStack.Tiles tiles) throws IOException {
    try {
      tree.add(leaf, tiles);
    } catch (Malformed e) {
      throw new IllegalStateException(e);
    }
  }

  private void put(String path, byte[] bytes, Set<String> folders) throws IOException {
    String full = FOLDER + path;
    try (StoredFile file = storage.create(full + ".new")) {
      file.append(ByteBuffer.wrap(bytes));
      file.force();
    }
    storage.rename(full + ".new", full);
    folders.add(Storage.folderOf(full));
  }
}
