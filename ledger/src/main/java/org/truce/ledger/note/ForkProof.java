package org.truce.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.Proofs;
import org.truce.ledger.tree.TreeHead;

/**
 * Evidence, for anybody who has the log's public key, that the log signed two histories: the newer
 * checkpoint commits to a root at the older one's size that is not the older one's.
 *
 * @param older a signed checkpoint
 * @param newer one of the same log and at least that size
 * @param implied the root that the newer tree has at the older one's size
 * @param proof that it does (RFC 6962, 2.1.2); empty if the sizes are equal
 */
public record ForkProof(SignedNote older, SignedNote newer, Hash implied, List<Hash> proof) {
  private static final String HEAD = "truce/fork-proof@v1";
  private static final String IMPLIED = "implied ";

  /** Copies the proof. */
  public ForkProof {
    proof = List.copyOf(proof);
  }

  /** Reads a fork proof. */
  public static ForkProof parse(byte[] bytes) throws Malformed {
    String text = Text.decode(bytes, 2 * SignedNote.MAX_BYTES, "fork proof");
    String[] parts = text.split("\n\n", -1);
    if (parts.length != 5) {
      throw new Malformed("fork proof: expected a head and two checkpoints between blank lines");
    }
    String[] lines = parts[0].split("\n", -1);
    if (lines.length < 2 || !lines[0].equals(HEAD) || !lines[1].startsWith(IMPLIED)) {
      throw new Malformed("fork proof: expected the lines \"" + HEAD + "\" and \"implied HASH\"");
    }
    return new ForkProof(
        SignedNote.parse(parts[1] + "\n\n" + parts[2] + "\n"),
        SignedNote.parse(parts[3] + "\n\n" + parts[4]),
        Hash.parse(lines[1].substring(IMPLIED.length())),
        ProofFile.hashes(lines, 2));
  }

  /** Says whether it convicts the log that the policy names. */
  public boolean convicts(Policy policy) {
    try {
      TreeHead old = policy.check(older).checkpoint().head();
      TreeHead late = policy.check(newer).checkpoint().head();
      return !implied.equals(old.root())
          && Proofs.consistent(new TreeHead(old.size(), implied), late, proof);
    } catch (Malformed e) {
      return false;
    }
  }

  /** Returns the bytes of the file. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEAD + "\n" + IMPLIED + implied + "\n");
    proof.forEach(hash -> text.append(hash).append('\n'));
    return text.append('\n').append(older).append('\n').append(newer).toString();
  }
}
