package org.truce.mechanism;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.truce.notation.JsonText;
import org.truce.notation.Node;
import org.truce.notation.Notation;

/**
 * The written form of what an entry commits to: one line of JSON that says what it is, a line feed,
 * and the text itself as it came.
 */
final class EntryNotation {
  private EntryNotation() {}

  static byte[] bytes(Entry entry) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("recorded-at", entry.recordedAt());
    head.put("reconstructed", entry.reconstructed());
    return switch (entry.content()) {
      case Content.Received received -> received(head, received.submission());
      case Content.Acted acted -> {
        head.put("content", "act");
        head.put("key", acted.key());
        head.put("signature", acted.signature());
        yield joined(head, Bytes.ofText(acted.act()));
      }
      case Content.MappingTaken taken -> {
        head.put("content", "mapping");
        yield joined(head, Bytes.ofText(taken.text()));
      }
      case Content.EpochOpened opened -> {
        Epoch epoch = opened.epoch();
        head.put("content", "epoch");
        head.put("projector", epoch.projector());
        head.put("reader", epoch.reader());
        head.put("model", epoch.model());
        head.put("zones", epoch.zones());
        head.put("agreement", epoch.agreement());
        yield joined(head, Bytes.ofText(""));
      }
    };
  }

  private static byte[] received(Map<String, Object> head, Submission submission) {
    head.put("content", "report");
    head.put("sender", submission.sender());
    submission.number().ifPresent(number -> head.put("number", number));
    head.put("form", ActNotation.code(submission.form()));
    submission.mapping().ifPresent(mapping -> head.put("mapping", mapping));
    head.put("file", submission.place().file());
    head.put("line", submission.place().line());
    return joined(head, submission.bytes());
  }

  private static byte[] joined(Map<String, Object> head, Bytes body) {
    StringWriter text = new StringWriter();
    try (JsonText json = new JsonText(text)) {
      json.beginObject();
      head.forEach(json::field);
      json.endObject();
    }
    byte[] first = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(first, first.length + body.length());
    System.arraycopy(body.toArray(), 0, all, first.length, body.length());
    return all;
  }

  /**
   * Reads what an entry commits to.
   *
   * @throws org.truce.notation.NotationException when it was not written here
   */
  static Entry read(byte[] bytes) {
    int end = 0;
    while (bytes[end] != '\n') {
      end++;
    }
    String first = new String(bytes, 0, end, StandardCharsets.UTF_8);
    Node.Mapping head = Notation.json("entry", new StringReader(first)).mapping();
    Bytes body = Bytes.of(Arrays.copyOfRange(bytes, end + 1, bytes.length));
    return new Entry(
        head.get("recorded-at").wholeNumber(),
        head.get("reconstructed").flag(),
        content(head, body));
  }

  private static Content content(Node.Mapping head, Bytes body) {
    String content = head.get("content").text();
    return switch (content) {
      case "report" -> new Content.Received(submission(head, body));
      case "act" ->
          new Content.Acted(head.get("key").text(), head.get("signature").text(), text(body));
      case "mapping" -> new Content.MappingTaken(text(body));
      case "epoch" -> new Content.EpochOpened(epoch(head));
      default ->
          throw head.error(
              "\"%s\" is no content of an entry".formatted(content), java.util.List.of());
    };
  }

  private static Submission submission(Node.Mapping head, Bytes body) {
    return new Submission(
        head.get("sender").text(),
        head.findText("number"),
        head.get("form").oneOf(Submission.Form.class),
        head.findText("mapping"),
        new Submission.Place(head.get("file").text(), head.get("line").wholeNumber()),
        body);
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.UTF_8);
  }

  private static Epoch epoch(Node.Mapping head) {
    SortedMap<String, String> files = new TreeMap<>();
    head.get("agreement").mapping().entries().forEach((name, node) -> files.put(name, node.text()));
    return new Epoch(
        head.get("projector").wholeNumber(),
        head.get("reader").text(),
        head.get("model").text(),
        head.get("zones").text(),
        files);
  }
}
