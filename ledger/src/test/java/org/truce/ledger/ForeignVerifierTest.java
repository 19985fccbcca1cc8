package org.truce.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.ledger.audit.Audit;
import org.truce.ledger.audit.PublishedFolder;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.TileTree;

/** The ledger's files are accepted, and forged ones refused, by code that nobody here wrote. */
class ForeignVerifierTest {
  private static final int ENTRIES = 70_000;
  private static final int[] PUBLISHED_AT = {1, 255, 256, 23_334, 65_536, ENTRIES};
  private static final SigningKey KEY =
      SigningKey.generate("truce.example/foreign", false, new SecureRandom());

  @TempDir private Path folder;

  @Test
  void goAcceptsAWholeLogItsReceiptsAndItsOlderCheckpointsAndRefusesARewrittenEntry()
      throws Exception {
    if (!Go.isThere()) {
      return;
    }
    Path verifier = Go.build(folder, resource("main.go"));
    List<String> command = new ArrayList<>(List.of(verifier.toString(), log().toString()));
    command.add(KEY.verifier().toString());
    command.add(folder.resolve("older").toString());
    command.addAll(receipts());
    assertThat(Go.run(command))
        .isEqualTo("ACCEPTED: 70000 entries, 20 receipts, 5 older checkpoints");
    rewrite();
    assertThat(Go.run(command)).startsWith("REFUSED");
  }

  @Test
  void bouncyCastleVerifiesWhatTheJdkSignsAndRefusesItWithOneBitChanged() {
    for (int length = 0; length < 50; length++) {
      byte[] message = new byte[length];
      byte[] signature = KEY.sign(message);
      assertThat(bouncyCastleAccepts(message, signature)).isTrue();
      signature[length] ^= 1;
      assertThat(bouncyCastleAccepts(message, signature)).isFalse();
    }
  }

  private static boolean bouncyCastleAccepts(byte[] message, byte[] signature) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(false, new Ed25519PublicKeyParameters(KEY.verifier().key(), 0));
    signer.update(message, 0, message.length);
    return signer.verifySignature(signature);
  }

  private Path log() throws Exception {
    OsStorage data = new OsStorage(folder.resolve("data"));
    LockFile lock = new LockFile(new OsStorage(folder.resolve("lock")), "last");
    Path published = folder.resolve("data/public");
    List<String> older = new ArrayList<>();
    try (Journal journal = Journal.open(data, 1 << 22, 0)) {
      Publisher publisher = new Publisher(journal, data, lock, KEY);
      for (int size : PUBLISHED_AT) {
        List<Stored> batch = new ArrayList<>();
        for (long i = journal.size(); i < size; i++) {
          batch.add(Stored.of(entry(i).bytes()));
        }
        journal.append(List.of(batch));
        publisher.publish();
        older.add(Files.readString(published.resolve("checkpoint")));
      }
    }
    older.removeLast();
    Files.writeString(folder.resolve("older"), String.join("---\n", older));
    Audit audit = Audit.of(new PublishedFolder(published), Policy.ofLog(KEY.verifier()));
    assertThat(audit.attested().checkpoint().head().size()).isEqualTo(ENTRIES);
    return published;
  }

  private static Entry entry(long index) {
    return Entry.of("exercise.entry", Instant.EPOCH, Map.of("n", "" + index));
  }

  private List<String> receipts() throws Exception {
    Path published = folder.resolve("data/public");
    SignedNote note = SignedNote.parse(Files.readAllBytes(published.resolve("checkpoint")));
    TileTree tree = new TileTree(new PublishedFolder(published), ENTRIES);
    List<String> files = new ArrayList<>();
    for (long i = 0; i < 20; i++) {
      long index = i * 3_684;
      ProofFile proof = new ProofFile(index, tree.inclusion(index), note);
      ProofFile.parse(proof.bytes()).check(entry(index).bytes(), Policy.ofLog(KEY.verifier()));
      Path file = folder.resolve(index + ".tlog-proof");
      Files.write(file, proof.bytes());
      files.add(file.toString());
    }
    return files;
  }

  private void rewrite() throws IOException {
    Path bundle = folder.resolve("data/public/tile/entries/000");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length - 20] ^= 1;
    Files.write(bundle, bytes);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ForeignVerifierTest.class.getResourceAsStream("go/" + name)) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    }
  }
}
