package org.truce.ledger.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truce.ledger.note.Checkpoint;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SignatureLine;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.note.Text;
import org.truce.ledger.storage.Storage;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.Proofs;
import org.truce.ledger.tree.TreeHead;

/**
 * One witness of one log. What it cosigned last is on its disk before its answer leaves; checking
 * and storing are one step.
 */
public final class Witness {
  /** The longest request that is read, in bytes. */
  public static final int MAX_REQUEST = SignedNote.MAX_BYTES + 4_096;

  private static final int MAX_PROOF = 63;

  private final Storage storage;
  private final Policy policy;
  private final SigningKey key;

  /**
   * An answer, as the protocol has it.
   *
   * @param status the HTTP status
   * @param type the content type
   * @param body the text
   */
  public record Answer(int status, String type, String body) {
    static Answer text(int status, String body) {
      return new Answer(status, "text/plain; charset=utf-8", body);
    }
  }

  /**
   * Creates a witness.
   *
   * @param storage where it keeps what it cosigned last
   * @param policy names the log
   * @param key of a witness
   */
  public Witness(Storage storage, Policy policy, SigningKey key) {
    if (!key.verifier().isWitness()) {
      throw new IllegalArgumentException(
          "the key of " + key.verifier().name() + " is not a witness's");
    }
    this.storage = storage;
    this.policy = policy;
    this.key = key;
  }

  /** Returns the name of the file of a log: SHA-256 of its origin in hexadecimal. */
  public static String file(String origin) {
    return Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex() + "/checkpoint";
  }

  String statePath() {
    return file(policy.log().name());
  }

  /** Returns what it cosigned last, with its cosignature, for monitors. */
  public Optional<byte[]> last() throws IOException {
    return storage.find(file(policy.log().name()), SignedNote.MAX_BYTES);
  }

  /** Answers a request to cosign ("add-checkpoint"). */
  public synchronized Answer add(byte[] request, Instant now) throws IOException {
    String text;
    SignedNote note;
    Checkpoint checkpoint;
    List<Hash> proof = new ArrayList<>();
    long old;
    try {
      text = Text.decode(request, MAX_REQUEST, "request");
      int blank = text.indexOf("\n\n");
      String[] lines = text.substring(0, Math.max(blank, 0)).split("\n", -1);
      if (!lines[0].startsWith("old ") || lines.length > 1 + MAX_PROOF) {
        return Answer.text(400, "expected: old N, at most 63 hashes, a blank line, a checkpoint\n");
      }
      old = Text.decimal(lines[0].substring("old ".length()), "old size");
      for (int i = 1; i < lines.length; i++) {
        proof.add(Hash.parse(lines[i]));
      }
      note = SignedNote.parse(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
      checkpoint = note.checkpoint();
    } catch (Malformed e) {
      return Answer.text(400, e.getMessage() + "\n");
    }
    if (!checkpoint.origin().equals(policy.log().name())) {
      return Answer.text(404, "this witness does not know the log\n");
    }
    try {
      policy.check(note);
    } catch (Malformed e) {
      return Answer.text(403, e.getMessage() + "\n");
    }
    return old > checkpoint.head().size()
        ? Answer.text(400, "the old size is larger than the checkpoint's\n")
        : decide(old, proof, note, checkpoint, now);
  }

  private Answer decide(
      long old, List<Hash> proof, SignedNote note, Checkpoint checkpoint, Instant now)
      throws IOException {
    TreeHead seen = seen();
    if (old != seen.size()) {
      return conflict(seen);
    }
    if (seen.size() == checkpoint.head().size() && !seen.equals(checkpoint.head())) {
      return conflict(seen);
    }
    if (!Proofs.consistent(seen, checkpoint.head(), proof)) {
      return Answer.text(422, "the proof does not show that the log only grew\n");
    }
    SignatureLine line = key.cosign(checkpoint, now);
    byte[] cosigned = note.with(List.of(line)).bytes();
    if (cosigned.length > SignedNote.MAX_BYTES) {
      return Answer.text(400, "too many signatures\n");
    }
    storage.replace(file(checkpoint.origin()), cosigned);
    return Answer.text(200, line + "\n");
  }

  private static Answer conflict(TreeHead seen) {
    return new Answer(409, "text/x.tlog.size", seen.size() + "\n");
  }

  private TreeHead seen() throws IOException {
    Optional<byte[]> last = last();
    try {
      return last.isEmpty() ? TreeHead.EMPTY : SignedNote.parse(last.get()).checkpoint().head();
    } catch (Malformed e) {
      throw new IOException("the witness's own file is damaged: " + e.getMessage(), e);
    }
  }
}
