package org.truce.ledger;

import java.io.IOException;
import java.util.Optional;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.storage.Storage;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.TreeHead;

/**
 * The last checkpoint that this log signed, in a place that is not restored together with the data
 * folder. Signing goes through it, so that an older copy of the data cannot sign a second history.
 *
 * @param place a storage outside the data folder
 * @param name of the file
 */
public record LockFile(Storage place, String name) {

  /** Returns the last signed checkpoint, or nothing before the first. */
  public Optional<SignedNote> last() throws IOException {
    Optional<byte[]> bytes = place.find(name, SignedNote.MAX_BYTES);
    try {
      return bytes.isEmpty() ? Optional.empty() : Optional.of(SignedNote.parse(bytes.get()));
    } catch (Malformed e) {
      throw new OlderCopy("The lock file " + name + " is unreadable: " + e.getMessage() + ".");
    }
  }

  /** Returns the size and root last signed. */
  TreeHead head() throws IOException {
    Optional<SignedNote> note = last();
    try {
      return note.isEmpty() ? TreeHead.EMPTY : note.get().checkpoint().head();
    } catch (Malformed e) {
      throw new OlderCopy("The lock file " + name + " is unreadable: " + e.getMessage() + ".");
    }
  }

  /** Replaces the checkpoint if it is still the expected one and does not become smaller. */
  void advance(TreeHead expected, SignedNote next, TreeHead nextHead) throws IOException {
    if (!head().equals(expected) || nextHead.size() < expected.size()) {
      throw new OlderCopy("Another process has signed checkpoints of this log.");
    }
    place.replace(name, next.bytes());
  }
}
