package org.truce.ledger.audit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.truce.ledger.tree.LogFiles;

/** A log's published files on a web server, below an address. */
public final class PublishedSite implements LogFiles {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI base;

  /**
   * Reads below an address.
   *
   * @param base http or https
   * @throws IllegalArgumentException if it is anything else
   */
  public PublishedSite(String base) {
    if (!isAddress(base)) {
      throw new IllegalArgumentException("\"" + base + "\" is no address of http or https");
    }
    this.base = URI.create(base.endsWith("/") ? base : base + "/");
  }

  /** Says whether it is meant as an address, not as a folder. */
  public static boolean isAddress(String place) {
    return place.startsWith("http://") || place.startsWith("https://");
  }

  @Override
  public Optional<byte[]> find(String path, int limit) throws IOException {
    URI file = base.resolve(path);
    HttpRequest request = HttpRequest.newBuilder(file).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return answer.statusCode() == 404 ? Optional.empty() : body(file, answer, body, limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(file + ": interrupted", e);
    }
  }

  private static Optional<byte[]> body(
      URI file, HttpResponse<InputStream> answer, InputStream body, int limit) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(file + ": the server answers " + answer.statusCode());
    }
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new IOException(file + ": longer than " + limit + " bytes");
    }
    return Optional.of(bytes);
  }
}
