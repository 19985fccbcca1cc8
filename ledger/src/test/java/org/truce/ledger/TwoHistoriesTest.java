package org.truce.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.ledger.audit.Monitor;
import org.truce.ledger.audit.PublishedFolder;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.ForkProof;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.TileTree;
import org.truce.ledger.witness.Witness;

/** An operator who rewrites an entry and signs again is refused, and convicted. */
class TwoHistoriesTest {
  private static final SigningKey LOG =
      SigningKey.generate("truce.example/two", false, new SecureRandom());
  private static final SigningKey STATE =
      SigningKey.generate("state.example/w", true, new SecureRandom());

  @TempDir private Path folder;

  private Path log(String name, int size, int rewritten) throws Exception {
    OsStorage data = new OsStorage(folder.resolve(name));
    LockFile lock = new LockFile(new OsStorage(folder.resolve(name + ".lock")), "last");
    try (Journal journal = Journal.open(data, 1 << 20, 0)) {
      Publisher publisher = new Publisher(journal, data, lock, LOG);
      List<Stored> batch = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        String fact = i == rewritten ? "rewritten" : "entry " + i;
        batch.add(Stored.of(Entry.of("exercise.entry", Instant.EPOCH, Map.of("n", fact)).bytes()));
      }
      journal.append(List.of(batch));
      publisher.publish();
    }
    return folder.resolve(name).resolve("public");
  }

  private static SignedNote checkpoint(Path log) throws Exception {
    return SignedNote.parse(Files.readAllBytes(log.resolve("checkpoint")));
  }

  private static byte[] request(Path log, long old) throws Exception {
    SignedNote note = checkpoint(log);
    StringBuilder body = new StringBuilder("old " + old + "\n");
    new TileTree(new PublishedFolder(log), note.checkpoint().head().size())
        .consistency(old)
        .forEach(hash -> body.append(hash).append('\n'));
    return body.append('\n').append(note).toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aWitnessCosignsGrowthAndRefusesARewrittenEntryUnderAFreshSignature() throws Exception {
    Policy policy = Policy.ofLog(LOG.verifier());
    Witness witness = new Witness(new OsStorage(folder.resolve("state")), policy, STATE);
    Path first = log("first", 201, -1);
    Path grown = log("grown", 600, -1);
    Path forged = log("forged", 700, 17);
    assertThat(witness.add(request(first, 0), Instant.EPOCH).status()).isEqualTo(200);
    assertThat(witness.add(request(first, 0), Instant.EPOCH).body()).isEqualTo("201\n");
    assertThat(witness.add(request(forged, 201), Instant.EPOCH).status()).isEqualTo(422);
    String line = witness.add(request(grown, 201), Instant.EPOCH).body();
    Policy quorum =
        Policy.parse("log " + LOG.verifier() + "\nwitness w " + STATE.verifier() + "\nquorum w\n");
    SignedNote cosigned =
        SignedNote.parse((checkpoint(grown) + line).getBytes(StandardCharsets.UTF_8));
    assertThat(quorum.check(cosigned).quorum()).isTrue();
    assertThat(quorum.check(checkpoint(grown)).quorum()).isFalse();
    Witness restarted = new Witness(new OsStorage(folder.resolve("state")), policy, STATE);
    assertThat(restarted.add(request(forged, 201), Instant.EPOCH).body()).isEqualTo("600\n");
    assertThat(restarted.add(request(forged, 600), Instant.EPOCH).status()).isEqualTo(422);
  }

  @Test
  void aMonitorMakesEvidenceThatConvictsTheLogAndNoEvidenceAgainstAnHonestOne() throws Exception {
    Policy policy = Policy.ofLog(LOG.verifier());
    SignedNote kept = checkpoint(log("first", 201, -1));
    Path grown = log("grown", 600, -1);
    assertThat(Monitor.compare(kept, new PublishedFolder(grown), policy)).isEmpty();
    for (int size : new int[] {201, 256, 700}) {
      Path forged = log("forged" + size, size, 17);
      byte[] file =
          Monitor.compare(kept, new PublishedFolder(forged), policy).orElseThrow().bytes();
      ForkProof proof = ForkProof.parse(file);
      assertThat(proof.convicts(policy)).isTrue();
      SigningKey other = SigningKey.generate("truce.example/two", false, new SecureRandom());
      assertThat(proof.convicts(Policy.ofLog(other.verifier()))).isFalse();
    }
  }
}
