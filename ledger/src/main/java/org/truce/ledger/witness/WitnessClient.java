package org.truce.ledger.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SignatureLine;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.Text;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.TileTree;

/**
 * Asks one witness over HTTP. What it answers is checked; a witness that does not answer within
 * five seconds, or answers anything that is not its valid cosignature, has not cosigned.
 */
public final class WitnessClient {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_TRIES = 3;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String name;
  private final String url;
  private long old;

  private WitnessClient(String name, String url) {
    this.name = name;
    this.url = url.endsWith("/") ? url : url + "/";
  }

  /** Returns one for each witness of a policy that has an address. */
  public static List<WitnessClient> of(Policy policy) {
    return policy.witnesses().stream()
        .filter(witness -> witness.url().isPresent())
        .map(w -> new WitnessClient(w.key().name(), w.url().orElseThrow()))
        .toList();
  }

  /** Returns the size of what the witness cosigned last, or nothing if it does not say. */
  public OptionalLong sizeSeen(Policy policy) {
    try {
      String path = Witness.file(policy.log().name());
      HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(url + path)).GET());
      return answer.statusCode() == 200
          ? OptionalLong.of(
              policy.check(SignedNote.parse(answer.body())).checkpoint().head().size())
          : OptionalLong.empty();
    } catch (IOException | Malformed | IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Asks for a cosignature.
   *
   * @param note a checkpoint that the log signed
   * @param log whose tiles the proof is made of
   */
  public synchronized Optional<SignatureLine> cosign(SignedNote note, LogFiles log, Policy policy) {
    try {
      for (int i = 0; i < MOST_TRIES; i++) {
        HttpResponse<byte[]> answer = send(request(note, log));
        String body = Text.decode(answer.body(), SignedNote.MAX_BYTES, "answer of " + name);
        if (answer.statusCode() == 200) {
          old = note.checkpoint().head().size();
          return valid(SignatureLine.parse(body.strip()), note, policy);
        }
        if (answer.statusCode() != 409) {
          return Optional.empty();
        }
        old = Text.decimal(body.strip(), "size of " + name);
      }
      return Optional.empty();
    } catch (IOException | Malformed | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private HttpRequest.Builder request(SignedNote note, LogFiles log) throws IOException, Malformed {
    StringBuilder body = new StringBuilder("old " + old + "\n");
    for (Hash hash : new TileTree(log, note.checkpoint().head().size()).consistency(old)) {
      body.append(hash).append('\n');
    }
    byte[] bytes = body.append('\n').append(note).toString().getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(url + "add-checkpoint"))
        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
  }

  private Optional<SignatureLine> valid(SignatureLine line, SignedNote note, Policy policy)
      throws Malformed {
    boolean own =
        policy.check(note.with(List.of(line))).cosignatures().stream()
            .anyMatch(c -> c.witness().equals(name));
    return own ? Optional.of(line) : Optional.empty();
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Returns the witness's name. */
  @Override
  public String toString() {
    return name;
  }
}
