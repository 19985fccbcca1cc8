package org.truce.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.ledger.audit.Audit;
import org.truce.ledger.audit.Monitor;
import org.truce.ledger.audit.PublishedFolder;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.Checkpoint;
import org.truce.ledger.note.ForkProof;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.EntryBundle;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.Tile;
import org.truce.ledger.tree.TileStack;
import org.truce.ledger.tree.TileTree;
import org.truce.ledger.tree.TreeHead;
import org.truce.ledger.witness.Witness;

/** The ledger's files are accepted, and forged ones refused, by code that nobody here wrote. */
class ForeignVerifierTest {
  private static final int ENTRIES = 70_000;
  private static final int[] PUBLISHED_AT = {1, 255, 256, 23_334, 65_536, ENTRIES};
  private static final SigningKey KEY =
      SigningKey.generate("truce.example/foreign", false, new SecureRandom());
  private static final SigningKey STATE =
      SigningKey.generate("state.example/foreign", true, new SecureRandom());

  @TempDir private Path folder;

  private final List<byte[]> leaves = new ArrayList<>();
  private final List<String> older = new ArrayList<>();

  @Test
  void aWholeLogIsAcceptedAndARewrittenEntryRefusedByGoAndByWitnessAndMonitor() throws Exception {
    Path published = log();
    Path receipts = Files.createDirectory(folder.resolve("receipts"));
    List<String> command = new ArrayList<>(List.of(published.toString()));
    command.addAll(List.of(KEY.verifier().toString(), STATE.verifier().toString()));
    command.add(folder.resolve("older").toString());
    command.addAll(receipts(receipts));
    if (Go.isThere()) {
      command.addFirst(Go.build(folder, resource("main.go")).toString());
      assertThat(Go.run(command))
          .isEqualTo("ACCEPTED: 70000 entries, 20 receipts, 5 older checkpoints");
    }
    SignedNote kept = SignedNote.parse(Files.readAllBytes(published.resolve("checkpoint")));
    rewriteAndSignAfresh(published);
    aWitnessAndAMonitorRefuse(published, kept);
    if (Go.isThere()) {
      assertThat(Go.run(command)).startsWith("REFUSED");
    }
  }

  private void aWitnessAndAMonitorRefuse(Path forged, SignedNote kept) throws Exception {
    Policy policy = Policy.ofLog(KEY.verifier());
    PublishedFolder files = new PublishedFolder(forged);
    Audit audit = Audit.of(files, policy);
    assertThat(audit.attested().checkpoint().head().size()).isEqualTo(ENTRIES);
    ForkProof evidence = Monitor.compare(kept, files, policy).orElseThrow();
    assertThat(ForkProof.parse(evidence.bytes()).convicts(policy)).isTrue();
    SignedNote before = SignedNote.parse(older.getLast().getBytes(StandardCharsets.UTF_8));
    SignedNote shown = SignedNote.parse(Files.readAllBytes(forged.resolve("checkpoint")));
    Witness witness = new Witness(new OsStorage(folder.resolve("state")), policy, STATE);
    assertThat(ask(witness, 0, List.of(), before).status()).isEqualTo(200);
    List<Hash> proof = new TileTree(files, ENTRIES).consistency(65_536);
    assertThat(ask(witness, 65_536, proof, shown).status()).isEqualTo(422);
  }

  private static Witness.Answer ask(Witness witness, long old, List<Hash> proof, SignedNote note)
      throws IOException {
    StringBuilder request = new StringBuilder("old " + old + "\n");
    proof.forEach(hash -> request.append(hash).append('\n'));
    request.append('\n').append(note);
    return witness.add(request.toString().getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
  }

  @Test
  void bouncyCastleVerifiesWhatTheJdkSignsAndRefusesItWithOneBitChanged() {
    for (int length = 0; length < 50; length++) {
      byte[] message = new byte[length];
      byte[] signature = KEY.sign(message);
      assertThat(bouncyCastleAccepts(KEY, message, signature)).isTrue();
      signature[length] ^= 1;
      assertThat(bouncyCastleAccepts(KEY, message, signature)).isFalse();
    }
  }

  @Test
  void bouncyCastleVerifiesACosignatureOverTheMessageThatTheFormatDefines() throws Exception {
    Checkpoint checkpoint = new Checkpoint(KEY.verifier().name(), TreeHead.EMPTY);
    String line = STATE.cosign(checkpoint, Instant.ofEpochSecond(1_764_000_000L)).toString();
    byte[] signed = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
    byte[] message =
        ("cosignature/v1\ntime 1764000000\n" + checkpoint.text()).getBytes(StandardCharsets.UTF_8);
    byte[] signature = Arrays.copyOfRange(signed, 12, signed.length);
    assertThat(bouncyCastleAccepts(STATE, message, signature)).isTrue();
    message[message.length - 1] ^= 1;
    assertThat(bouncyCastleAccepts(STATE, message, signature)).isFalse();
  }

  private static boolean bouncyCastleAccepts(SigningKey key, byte[] message, byte[] signature) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(false, new Ed25519PublicKeyParameters(key.verifier().key(), 0));
    signer.update(message, 0, message.length);
    return signer.verifySignature(signature);
  }

  private Path log() throws Exception {
    OsStorage data = new OsStorage(folder.resolve("data"));
    LockFile lock = new LockFile(new OsStorage(folder.resolve("lock")), "last");
    Path published = folder.resolve("data/public");
    try (Journal journal = Journal.open(data, 1 << 22, 0)) {
      Publisher publisher = new Publisher(journal, data, lock, KEY);
      for (int size : PUBLISHED_AT) {
        List<Stored> batch = new ArrayList<>();
        for (long i = journal.size(); i < size; i++) {
          leaves.add(entry(i).bytes());
          batch.add(Stored.of(leaves.getLast()));
        }
        journal.append(List.of(batch));
        publisher.publish();
        older.add(cosigned(published.resolve("checkpoint")));
      }
    }
    older.removeLast();
    Files.writeString(folder.resolve("older"), String.join("---\n", older));
    Audit audit = Audit.of(new PublishedFolder(published), Policy.ofLog(KEY.verifier()));
    assertThat(audit.attested().checkpoint().head().size()).isEqualTo(ENTRIES);
    return published;
  }

  /** Adds the witness's signature to a published checkpoint. */
  private static String cosigned(Path file) throws Exception {
    SignedNote note = SignedNote.parse(Files.readAllBytes(file));
    Instant now = Instant.ofEpochSecond(1_764_000_000L);
    String cosigned = note.with(List.of(STATE.cosign(note.checkpoint(), now))).toString();
    Files.writeString(file, cosigned);
    return cosigned;
  }

  private static Entry entry(long index) {
    return Entry.of("exercise.entry", Instant.EPOCH, Map.of("n", "" + index));
  }

  private List<String> receipts(Path to) throws Exception {
    Path published = folder.resolve("data/public");
    SignedNote note = SignedNote.parse(Files.readAllBytes(published.resolve("checkpoint")));
    TileTree tree = new TileTree(new PublishedFolder(published), ENTRIES);
    List<String> files = new ArrayList<>();
    for (long i = 0; i < 20; i++) {
      long index = i * 3_684;
      ProofFile proof = new ProofFile(index, tree.inclusion(index), note);
      ProofFile.parse(proof.bytes()).check(entry(index).bytes(), Policy.ofLog(KEY.verifier()));
      Path file = to.resolve(index + ".tlog-proof");
      Files.write(file, proof.bytes());
      files.add(file.toString());
    }
    return files;
  }

  /** What an operator would do: another entry 17, all tiles and the checkpoint to match it. */
  private void rewriteAndSignAfresh(Path published) throws Exception {
    leaves.set(17, entry(-17).bytes());
    TileStack stack = new TileStack();
    TileStack.Tiles write = (tile, hashes) -> Files.write(published.resolve(tile.path()), hashes);
    for (byte[] leaf : leaves) {
      stack.add(Hash.leaf(leaf), write);
    }
    stack.partials(write);
    byte[] bundle = EntryBundle.write(leaves.subList(0, Tile.FULL));
    Files.write(published.resolve("tile/entries/000"), bundle);
    String text = new Checkpoint(KEY.verifier().name(), stack.head()).text();
    Files.write(
        published.resolve("checkpoint"), new SignedNote(text, List.of(KEY.signNote(text))).bytes());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ForeignVerifierTest.class.getResourceAsStream("go/" + name)) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    }
  }
}
