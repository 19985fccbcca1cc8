package org.truce.ledger.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Serves a witness over HTTP, one request at a time: {@code POST /add-checkpoint} and its state.
 */
public final class WitnessServer implements AutoCloseable {
  private final HttpServer server;
  private final Witness witness;
  private final InstantSource clock;

  /** Starts serving; port 0 takes a free one. */
  public WitnessServer(Witness witness, InetSocketAddress address, InstantSource clock)
      throws IOException {
    this.witness = witness;
    this.clock = clock;
    server = HttpServer.create(address, 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Returns the port. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Witness.Answer answer;
      if (exchange.getRequestMethod().equals("POST") && path.equals("/add-checkpoint")) {
        byte[] request = exchange.getRequestBody().readNBytes(Witness.MAX_REQUEST + 1);
        answer = witness.add(request, clock.instant());
      } else {
        answer = state(exchange.getRequestMethod(), path);
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Witness.Answer state(String method, String path) throws IOException {
    Optional<byte[]> last = witness.last();
    boolean known = last.isPresent() && path.equals("/" + witness.statePath());
    return method.equals("GET") && known
        ? Witness.Answer.text(200, new String(last.get(), StandardCharsets.UTF_8))
        : Witness.Answer.text(404, "not found\n");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
