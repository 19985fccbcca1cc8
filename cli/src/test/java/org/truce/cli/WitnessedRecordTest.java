package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.witness.Witness;
import org.truce.ledger.witness.WitnessServer;

/** A mission whose record a guarantor state cosigns, by the command line. */
class WitnessedRecordTest {
  @TempDir private Path folder = Path.of("");
  private String data = "";
  private String witnessKey = "";

  @BeforeEach
  void found() {
    data = path("mission");
    done("found", Ran.EASTER + "/agreement.yaml", "--data", data, "--key", path("custodian.key"));
    witnessKey = done("ledger", "keygen", "state.example/w", "--witness", "--out", path("w.key"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static String done(String... command) {
    Ran ran = Ran.truce(command);
    assertThat(ran.code()).as("%s: %s", java.util.List.of(command), ran.err()).isZero();
    return ran.out();
  }

  private WitnessServer witness() throws IOException, Malformed {
    Policy policy = Policy.parse(done("ledger", "policy", data));
    SigningKey key = SigningKey.parse(Files.readString(folder.resolve("w.key")));
    Witness witness = new Witness(new OsStorage(folder.resolve("state")), policy, key);
    return new WitnessServer(
        witness,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        InstantSource.system());
  }

  private String name(int port) throws IOException {
    Path lines = folder.resolve("witnesses");
    Files.writeString(
        lines, "witness w %s http://127.0.0.1:%d\nquorum w\n".formatted(witnessKey.strip(), port));
    return done("ledger", "policy", data, "--witnesses", lines.toString());
  }

  private String imported(String file, String receipts) {
    done("import", "jsonl", Ran.EASTER + "/reports/" + file + ".jsonl", "--data", data);
    return done("show", "tallies", "--data", data, "--receipts", path(receipts));
  }

  private static String entry(String shown) {
    return shown.replaceAll("(?s).*receipt of entry (\\d+).*", "$1");
  }

  private Ran verified(String receipts, String shown) {
    String stem = path(receipts) + "/entry-" + entry(shown);
    return Ran.truce(
        "ledger",
        "verify",
        stem + ".tlog-proof",
        "--policy",
        path(receipts) + "/policy",
        "--entry",
        stem + ".entry");
  }

  @Test
  void receiptsSayThatTheWitnessCosignedAndAReaderSeesWhoDidAndWhen() throws Exception {
    try (WitnessServer server = witness()) {
      String policy = name(server.port());
      assertThat(policy.lines().toList()).hasSize(3).last().isEqualTo("quorum w");
      String shown = imported("ukraine", "receipts");
      assertThat(shown).contains(", witnessed: ").doesNotContain(", checkpointed: ");
      Ran verified = verified("receipts", shown);
      assertThat(verified.code()).isZero();
      assertThat(verified.out()).contains("witness  state.example/w at 20", "quorum   met");
    }
  }

  @Test
  void withoutItsWitnessTheMissionWorksOnAndItsReceiptsDoNotClaimMore() throws Exception {
    WitnessServer server = witness();
    name(server.port());
    server.close();
    String shown = imported("ukraine", "receipts");
    assertThat(shown).contains(", checkpointed: ").doesNotContain(", witnessed: ");
    Ran verified = verified("receipts", shown);
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains("quorum   NOT met");
  }

  @Test
  void anExportedFolderKeepsWhatTheWitnessCosignedWhenThereIsMoreSince() throws Exception {
    String shown;
    try (WitnessServer server = witness()) {
      name(server.port());
      shown = imported("ukraine", "receipts");
    }
    imported("russia", "later");
    String export = path("export");
    done("ledger", "export", data + "/ledger", export);
    Files.writeString(folder.resolve("policy"), done("ledger", "policy", data));
    String receipt = path("one.tlog-proof");
    done("ledger", "prove", export, entry(shown), "--out", receipt);
    Ran verified =
        Ran.truce(
            "ledger",
            "verify",
            receipt,
            "--policy",
            path("policy"),
            "--entry",
            path("receipts") + "/entry-" + entry(shown) + ".entry");
    assertThat(verified.out()).contains("quorum   met");
    Ran whole = Ran.truce("ledger", "verify", export, "--policy", path("policy"));
    assertThat(whole.out()).contains("quorum   NOT met");
  }

  @Test
  void namesThatAreNoPolicyAreRefusedWithTheLine() throws IOException {
    Path lines = Files.writeString(folder.resolve("witnesses"), "quorum w\n");
    Ran ran = Ran.truce("ledger", "policy", data, "--witnesses", lines.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("line 2", "w is not defined");
    Files.writeString(lines, "witness w " + witnessKey + "quorum w\n");
    Ran without = Ran.truce("ledger", "policy", data, "--witnesses", lines.toString());
    assertThat(without.code()).isEqualTo(2);
    assertThat(without.err()).contains("no witness has an address");
    assertThat(done("ledger", "policy", data)).endsWith("quorum none\n");
    assertThat(Ran.truce("ledger", "policy", path("nowhere")).err()).contains("holds no key");
  }
}
