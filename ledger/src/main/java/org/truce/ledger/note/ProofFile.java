package org.truce.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.Proofs;

/**
 * A receipt that stands alone: the entry with this index is in the tree of this checkpoint (C2SP
 * tlog-proof, without "extra", which nobody signs).
 *
 * @param index of the entry, from 0
 * @param proof the inclusion proof, from the leaf's sibling up
 * @param checkpoint with all its signatures
 */
public record ProofFile(long index, List<Hash> proof, SignedNote checkpoint) {
  private static final String HEAD = "c2sp.org/tlog-proof@v1";

  /** The most hashes on any way up. */
  public static final int MAX_HASHES = 63;

  /** Copies the proof. */
  public ProofFile {
    proof = List.copyOf(proof);
  }

  /** Reads a proof file. */
  public static ProofFile parse(byte[] bytes) throws Malformed {
    String text = Text.decode(bytes, SignedNote.MAX_BYTES, "proof");
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw new Malformed("proof: no blank line before the checkpoint");
    }
    String[] lines = text.substring(0, blank).split("\n", -1);
    if (lines.length < 2 || !lines[0].equals(HEAD) || !lines[1].startsWith("index ")) {
      throw new Malformed("proof: expected the lines \"" + HEAD + "\" and \"index N\"");
    }
    long index = Text.decimal(lines[1].substring("index ".length()), "proof index");
    List<Hash> proof = hashes(lines, 2);
    return new ProofFile(index, proof, SignedNote.parse(text.substring(blank + 2)));
  }

  /** Reads the lines from an index as hashes, at most 63. */
  static List<Hash> hashes(String[] lines, int from) throws Malformed {
    if (lines.length - from > MAX_HASHES) {
      throw new Malformed("proof: more than " + MAX_HASHES + " hashes");
    }
    List<Hash> hashes = new ArrayList<>();
    for (int i = from; i < lines.length; i++) {
      hashes.add(Hash.parse(lines[i]));
    }
    return hashes;
  }

  /** Checks the signatures and that exactly this entry is at the index; returns who attests it. */
  public Attested check(byte[] entry, Policy policy) throws Malformed {
    if (!Proofs.includes(index, Hash.leaf(entry), checkpoint.checkpoint().head(), proof)) {
      throw new Malformed("proof: the entry is not at index " + index + " of this checkpoint");
    }
    return policy.check(checkpoint);
  }

  /** Returns the bytes of the file. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEAD + "\nindex " + index + "\n");
    proof.forEach(hash -> text.append(hash).append('\n'));
    return text.append('\n').append(checkpoint).toString();
  }
}
