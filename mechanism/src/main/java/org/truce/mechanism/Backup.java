package org.truce.mechanism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.truce.ledger.LockFile;
import org.truce.ledger.Publisher;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.TileStack;
import org.truce.ledger.tree.TreeHead;

/**
 * Copies of the record of a data folder, made also while another process writes, and put back only
 * where nothing newer was signed.
 *
 * <p>A copy holds the ledger, sealed; the projection is made again from it. The keys are not in it:
 * keep {@code DIR.keys} in another place, for without them no copy opens.
 */
public final class Backup {
  private static final long SEGMENT_BYTES = 64L << 20;

  private Backup() {}

  /**
   * What a copy holds.
   *
   * @param entries how many
   * @param signed size and root of the newest checkpoint in it
   */
  public record Kept(long entries, TreeHead signed) {}

  /**
   * Copies the record of a data folder and checks the copy.
   *
   * <p>The checkpoint is taken first and the journal last, so what the checkpoint commits to is in
   * the journal whatever is written meanwhile.
   *
   * @param out a folder that is empty or not there
   * @throws MechanismException when there is no record, or the copy is not whole
   */
  public static Kept write(Path data, Path out) {
    Path from = new Folder(data).ledger();
    Path checkpoint = from.resolve(Publisher.FOLDER + LogFiles.CHECKPOINT);
    try {
      if (!Files.exists(checkpoint)) {
        throw new MechanismException("there is no record in %s to copy".formatted(data));
      }
      requireEmpty(out);
      byte[] note = Files.readAllBytes(checkpoint);
      Files.createDirectories(out.resolve(Publisher.FOLDER));
      copyTree(from.resolve(Publisher.FOLDER + "tile"), out.resolve(Publisher.FOLDER + "tile"));
      copyTree(from.resolve("journal"), out.resolve("journal"));
      Files.write(out.resolve(Publisher.FOLDER + LogFiles.CHECKPOINT), note);
      return checked(out);
    } catch (IOException e) {
      throw new MechanismException(
          "cannot copy %s to %s: %s".formatted(data, out, e.getMessage()), e);
    }
  }

  /**
   * Puts a copy back.
   *
   * @param data a folder without a record; its keys stand beside it
   * @throws MechanismException when more was signed than the copy holds, or something else: to go
   *     on from there would make a second history
   */
  @SuppressWarnings("try") // The lock is held for its time only.
  public static Kept restore(Path backup, Path data) {
    Folder folder = new Folder(data);
    try (Folder.Lock lock = folder.lock()) {
      Kept kept = checked(backup);
      requireEmpty(folder.ledger());
      requireKeys(folder);
      requireNoFork(folder, backup, kept);
      copyTree(backup, folder.ledger());
      return kept;
    } catch (IOException e) {
      throw new MechanismException(
          "cannot restore %s to %s: %s".formatted(backup, data, e.getMessage()), e);
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new MechanismException(
              "%s holds something already; name a folder that is empty".formatted(folder));
        }
      }
    }
  }

  private static void requireKeys(Folder folder) {
    for (String name : List.of("log.key", "payloads.key", "intake.key")) {
      Path key = folder.keys().resolve(name);
      if (!Files.exists(key)) {
        throw new MechanismException(
            "%s is missing: put the mission's keys there first, for without them nothing opens"
                .formatted(key));
      }
    }
  }

  private static void requireNoFork(Folder folder, Path backup, Kept kept) throws IOException {
    try {
      byte[] note = Files.readAllBytes(backup.resolve(Publisher.FOLDER + LogFiles.CHECKPOINT));
      Policy.ofLog(new Keys(folder.keys()).log().verifier()).check(SignedNote.parse(note));
    } catch (Malformed e) {
      throw new MechanismException(
          "%s was not signed by the key in %s: %s".formatted(backup, folder.keys(), e.getMessage()),
          e);
    }
    Optional<TreeHead> last = lastSigned(folder);
    if (last.isEmpty()) {
      return;
    }
    if (last.get().size() > kept.entries()) {
      throw new MechanismException(
          "a fork is refused: %,d entries were signed, %s holds only %,d; restore a newer copy"
              .formatted(last.get().size(), backup, kept.entries()));
    }
    if (!head(backup, last.get().size()).equals(last.get())) {
      throw new MechanismException(
          "a fork is refused: the first %,d entries of %s are not those that were signed"
              .formatted(last.get().size(), backup));
    }
  }

  private static Optional<TreeHead> lastSigned(Folder folder) throws IOException {
    Optional<SignedNote> note =
        new LockFile(new OsStorage(folder.keys()), SealedLog.LAST_SIGNED).last();
    try {
      return note.isEmpty() ? Optional.empty() : Optional.of(note.get().checkpoint().head());
    } catch (Malformed e) {
      throw new MechanismException("the last signed checkpoint is unreadable", e);
    }
  }

  /** Returns what a copy holds; the entries must give the root that its checkpoint names. */
  private static Kept checked(Path backup) throws IOException {
    Path note = backup.resolve(Publisher.FOLDER + LogFiles.CHECKPOINT);
    if (!Files.exists(note)) {
      throw new MechanismException("%s is no copy of a record".formatted(backup));
    }
    try {
      TreeHead signed = SignedNote.parse(Files.readAllBytes(note)).checkpoint().head();
      try (Journal journal = Journal.open(new OsStorage(backup), SEGMENT_BYTES, 0)) {
        if (journal.size() < signed.size() || !head(journal, signed.size()).equals(signed)) {
          throw new MechanismException("%s is not whole: copy it again".formatted(backup));
        }
        return new Kept(journal.size(), signed);
      }
    } catch (Malformed e) {
      throw new MechanismException("%s: %s".formatted(note, e.getMessage()), e);
    }
  }

  private static TreeHead head(Path backup, long size) throws IOException {
    try (Journal journal = Journal.open(new OsStorage(backup), SEGMENT_BYTES, 0)) {
      return head(journal, size);
    }
  }

  private static TreeHead head(Journal journal, long size) throws IOException {
    TileStack stack = new TileStack();
    journal.read(
        0,
        size,
        (index, stored) -> {
          try {
            stack.add(Hash.leaf(stored.entry()), (tile, hashes) -> {});
          } catch (Malformed e) {
            throw new IOException(e);
          }
        });
    return stack.head();
  }

  /** Copies files in the order of their names; unfinished ones ({@code .new}) are left out. */
  private static void copyTree(Path from, Path to) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(from)) {
      try (Stream<Path> all = Files.walk(from)) {
        all.filter(file -> !file.toString().endsWith(".new"))
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(files::add);
      }
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(java.util.Objects.requireNonNull(copy.getParent()));
      Files.copy(file, copy);
    }
  }
}
