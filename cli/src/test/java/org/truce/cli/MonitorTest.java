package org.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.ledger.Ledger;
import org.truce.ledger.Level;
import org.truce.ledger.LockFile;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;

/** {@code truce ledger monitor}, reading a log from a web server. */
class MonitorTest {
  private static final SigningKey LOG =
      SigningKey.generate("truce.example/web", false, new SecureRandom());

  @TempDir private Path folder = Path.of("");
  private HttpServer server;
  private Path served = Path.of("");

  @BeforeEach
  void serve() throws IOException {
    Files.writeString(folder.resolve("policy"), "log " + LOG.verifier() + "\nquorum none\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/log/",
        exchange -> {
          Path file =
              served.resolve(exchange.getRequestURI().getPath().substring("/log/".length()));
          boolean there = Files.isRegularFile(file);
          byte[] body = there ? Files.readAllBytes(file) : new byte[0];
          exchange.sendResponseHeaders(there ? 200 : 404, there ? body.length : -1);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/broken/",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Publishes a log of so many entries; one of them may be another. */
  private void publish(String name, int size, int rewritten) throws Exception {
    LockFile lock = new LockFile(new OsStorage(folder.resolve(name + ".lock")), "last");
    try (Ledger ledger = Ledger.open(new OsStorage(folder.resolve(name)), lock, LOG)) {
      for (int i = 0; i < size; i++) {
        Map<String, String> facts = Map.of("n", i == rewritten ? "rewritten" : "entry " + i);
        byte[] entry = Entry.of("exercise.entry", Instant.EPOCH, facts).bytes();
        ledger.appendNow(List.of(Stored.of(entry)), Level.DURABLE);
      }
    }
    served = folder.resolve(name).resolve("public");
  }

  private Ran monitored(String path) {
    return Ran.truce(
        "ledger",
        "monitor",
        "http://127.0.0.1:" + server.getAddress().getPort() + path,
        "--policy",
        folder.resolve("policy").toString(),
        "--state",
        folder.resolve("seen").toString(),
        "--evidence",
        folder.resolve("web.fork-proof").toString());
  }

  @Test
  void aLogThatGrewIsAcceptedAndOneThatWasRewrittenLeavesEvidence() throws Exception {
    publish("first", 5, -1);
    assertThat(monitored("/log").out()).contains("size     5");
    publish("grown", 300, -1);
    assertThat(monitored("/log/").out()).contains("size     300");
    publish("forged", 310, 3);
    Ran forged = monitored("/log/");
    assertThat(forged.code()).isEqualTo(1);
    assertThat(forged.out()).contains("TWO HISTORIES");
    assertThat(folder.resolve("web.fork-proof")).isNotEmptyFile();
    publish("shorter", 4, -1);
    assertThat(monitored("/log/").out()).contains("NOT VERIFIED", "300 were signed before");
  }

  @Test
  void aServerThatFailsIsNamedWithItsAddressAndNothingIsConcluded() throws Exception {
    publish("first", 5, -1);
    assertThat(monitored("/log/").code()).isZero();
    byte[] seen = Files.readAllBytes(folder.resolve("seen"));
    Ran broken = monitored("/broken/");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("/broken/checkpoint", "503");
    Ran missing = monitored("/elsewhere/");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.out()).contains("NOT VERIFIED", "checkpoint");
    assertThat(Files.readAllBytes(folder.resolve("seen"))).isEqualTo(seen);
  }
}
