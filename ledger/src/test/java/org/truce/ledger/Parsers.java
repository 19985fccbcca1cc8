package org.truce.ledger;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.truce.ledger.audit.Audit;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.note.ForkProof;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.note.Text;
import org.truce.ledger.note.VerifierKey;
import org.truce.ledger.storage.SimulatedStorage;
import org.truce.ledger.tree.EntryBundle;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.StrictBase64;
import org.truce.ledger.witness.Witness;

/**
 * Every reader of bytes that somebody else wrote. Each may refuse with its declared exception; any
 * other exception, and a text that is read but would be written differently, is a fault.
 */
final class Parsers {
  private static final SigningKey STATE;
  private static final Policy POLICY;

  static {
    try {
      SigningKey log =
          SigningKey.generate("truce.example/p", false, new java.security.SecureRandom());
      STATE = SigningKey.generate("state.example/p", true, new java.security.SecureRandom());
      POLICY = Policy.ofLog(log.verifier());
    } catch (RuntimeException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Parsers() {}

  interface Reader {
    void read(byte[] bytes) throws Malformed, IOException;
  }

  private static final Map<String, Reader> READERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("entry", bytes -> same(bytes, Entry.parse(bytes).bytes())),
              Map.entry("note", bytes -> same(bytes, SignedNote.parse(bytes).bytes())),
              Map.entry("checkpoint", Parsers::checkpoint),
              Map.entry("receipt", bytes -> same(bytes, ProofFile.parse(bytes).bytes())),
              Map.entry("forkProof", bytes -> same(bytes, ForkProof.parse(bytes).bytes())),
              Map.entry("policy", bytes -> Policy.parse(text(bytes)).log()),
              Map.entry("vkey", bytes -> same(bytes, VerifierKey.parse(text(bytes)))),
              Map.entry("keyFile", bytes -> SigningKey.parse(text(bytes))),
              Map.entry("base64", bytes -> StrictBase64.decode(text(bytes))),
              Map.entry("hash", bytes -> same(bytes, Hash.parse(text(bytes)))),
              Map.entry("bundle", Parsers::bundle),
              Map.entry("addCheckpoint", Parsers::addCheckpoint),
              Map.entry("log", Parsers::log)));

  static List<String> names() {
    return List.copyOf(READERS.keySet());
  }

  /** Reads; returns whether it was accepted. */
  static boolean read(String name, byte[] bytes) {
    try {
      java.util.Objects.requireNonNull(READERS.get(name), name).read(bytes);
      return true;
    } catch (Malformed | IOException e) {
      return false;
    }
  }

  private static String text(byte[] bytes) throws Malformed {
    return Text.decode(bytes, 1 << 16, "text");
  }

  private static void same(byte[] read, Object written) {
    byte[] bytes =
        written instanceof byte[] raw
            ? raw
            : written.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (!Arrays.equals(read, bytes)) {
      throw new IllegalStateException("two texts with one meaning");
    }
  }

  private static void checkpoint(byte[] bytes) throws Malformed {
    SignedNote note = SignedNote.parse(bytes);
    same(note.text().getBytes(java.nio.charset.StandardCharsets.UTF_8), note.checkpoint().text());
    POLICY.check(note);
  }

  private static void bundle(byte[] bytes) throws Malformed {
    int count = bytes.length == 0 ? 0 : bytes[0] & 0xff;
    byte[] rest = Arrays.copyOfRange(bytes, Math.min(1, bytes.length), bytes.length);
    same(rest, EntryBundle.write(EntryBundle.read(rest, count)));
  }

  private static void addCheckpoint(byte[] bytes) throws Malformed, IOException {
    Witness witness = new Witness(new SimulatedStorage(), POLICY, STATE);
    if (witness.add(bytes, java.time.Instant.EPOCH).status() != 200) {
      throw new Malformed("refused");
    }
  }

  /** A published log in which every file has the same bytes. */
  private static void log(byte[] bytes) throws Malformed, IOException {
    LogFiles files = (path, limit) -> Optional.of(bytes);
    Audit.of(files, POLICY);
  }
}
