package org.truce.mechanism;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.truce.assessment.CaseAxes;
import org.truce.notation.JsonText;
import org.truce.notation.Node;
import org.truce.notation.Notation;
import org.truce.provenance.Handling;
import org.truce.provenance.Side;
import org.truce.report.ClaimId;

/** The one written form of an act: the bytes that a person signs. */
final class ActNotation {
  private ActNotation() {}

  /** Returns the bytes to sign: one JSON object, names in a fixed order, no blanks. */
  static byte[] bytes(Act act) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("act", kind(act));
    write(act, fields);
    fields.put("reason", act.reason());
    StringWriter text = new StringWriter();
    try (JsonText json = new JsonText(text)) {
      json.beginObject();
      fields.forEach(json::field);
      json.endObject();
    }
    return text.toString().strip().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the word for the kind of act. */
  static String kind(Act act) {
    return act.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  private static void write(Act act, Map<String, Object> to) {
    switch (act) {
      case Act.Grant grant -> {
        to.put("key", grant.key());
        to.put("role", grant.role().code());
        to.put("name", grant.name());
        to.put("side", grant.side().code());
      }
      case Act.Revoke revoke -> {
        to.put("key", revoke.key());
        to.put("role", revoke.role().code());
      }
      case Act.Verify verify -> move(to, verify.incident(), verify.value());
      case Act.Determine determine -> {
        move(to, determine.incident(), determine.value());
        to.put("reading", determine.reading());
      }
      case Act.Attribute attribute -> move(to, attribute.incident(), attribute.value());
      case Act.Disclose disclose -> move(to, disclose.incident(), disclose.value());
      case Act.Correct correct -> {
        to.put("report", correct.report());
        to.put("replacement", correct.replacement());
      }
      case Act.Retract retract -> to.put("report", retract.report());
      case Act.SetHandling set -> {
        to.put("report", set.report());
        to.put("handling", set.handling().code());
      }
      case Act.Merge merge -> {
        to.put("one", merge.one());
        to.put("other", merge.other());
      }
      case Act.Split split -> {
        to.put("incident", split.incident());
        to.put("apart", split.apart().stream().map(ClaimId::toString).toList());
      }
      case Act.Link link -> {
        to.put("one", link.one().toString());
        to.put("other", link.other().toString());
        to.put("verdict", code(link.verdict()));
      }
      case Act.Annotate annotate -> to.put("subject", annotate.subject());
      case Act.Undo undo -> to.put("undoes", undo.act());
    }
  }

  private static void move(Map<String, Object> to, long incident, Enum<?> value) {
    to.put("incident", incident);
    to.put("value", code(value));
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads an act.
   *
   * @throws org.truce.notation.NotationException when the bytes are not of the form
   */
  static Act read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Node.Mapping fields = Notation.json("act", new StringReader(text)).mapping();
    String kind = fields.get("act").text();
    String reason = fields.get("reason").text();
    return fields.checked(() -> read(kind, fields, reason));
  }

  private static Act read(String kind, Node.Mapping fields, String reason) {
    return switch (kind) {
      case "grant" ->
          new Act.Grant(
              fields.get("key").text(),
              fields.get("role").oneOf(Role.class),
              fields.get("name").text(),
              new Side(fields.get("side").text()),
              reason);
      case "revoke" ->
          new Act.Revoke(fields.get("key").text(), fields.get("role").oneOf(Role.class), reason);
      case "verify" ->
          new Act.Verify(incident(fields), value(fields, CaseAxes.Verification.class), reason);
      case "determine" ->
          new Act.Determine(
              incident(fields),
              fields.get("reading").text(),
              value(fields, CaseAxes.Qualification.class),
              reason);
      case "attribute" ->
          new Act.Attribute(incident(fields), value(fields, CaseAxes.Attribution.class), reason);
      case "disclose" ->
          new Act.Disclose(incident(fields), value(fields, CaseAxes.DisclosureState.class), reason);
      case "correct" ->
          new Act.Correct(
              fields.get("report").wholeNumber(), fields.get("replacement").text(), reason);
      case "retract" -> new Act.Retract(fields.get("report").wholeNumber(), reason);
      case "set-handling" ->
          new Act.SetHandling(
              fields.get("report").wholeNumber(),
              fields.get("handling").oneOf(Handling.class),
              reason);
      case "merge" ->
          new Act.Merge(fields.get("one").wholeNumber(), fields.get("other").wholeNumber(), reason);
      case "split" -> new Act.Split(incident(fields), claims(fields.get("apart")), reason);
      case "link" ->
          new Act.Link(
              ClaimId.parse(fields.get("one").text()),
              ClaimId.parse(fields.get("other").text()),
              fields.get("verdict").oneOf(Act.Verdict.class),
              reason);
      case "annotate" -> new Act.Annotate(fields.get("subject").text(), reason);
      case "undo" -> new Act.Undo(fields.get("undoes").wholeNumber(), reason);
      default -> throw new IllegalArgumentException("\"%s\" is no act".formatted(kind));
    };
  }

  private static long incident(Node.Mapping fields) {
    return fields.get("incident").wholeNumber();
  }

  private static <E extends Enum<E>> E value(Node.Mapping fields, Class<E> type) {
    return fields.get("value").oneOf(type);
  }

  private static List<ClaimId> claims(Node node) {
    return node.texts().stream().map(ClaimId::parse).toList();
  }
}
