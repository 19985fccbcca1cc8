package org.truce.text;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.truce.report.Count;
import org.truce.text.claims.TextClaim;

/** One claim read from a text in the fields of docs/report-format.md, kind by kind. */
final class ClaimFields {
  private final TextDocument document;
  private final TextClaim claim;

  ClaimFields(TextDocument document, TextClaim claim) {
    this.document = document;
    this.claim = claim;
  }

  /** Returns the claims of core that it becomes; none when core has no place for it. */
  List<Map<String, Object>> written() {
    return switch (claim.type()) {
      case MEETING -> one("event", "conduct", "meeting");
      case PARTICIPATION -> position(who(), field("meeting", "the meeting"), "takes-part");
      case OFFICE ->
          claim.find("kind").isPresent()
              ? List.of()
              : appointment(field("person", ""), field("office", ""), "holds");
      case APPOINTMENT -> appointment(field("who", "not said"), field("post", "not said"), "takes");
      case RESIGNATION -> appointment(field("who", "not said"), "not said", "leaves");
      case AGREEMENT -> position(speaker(), topic(), isAim() ? "states" : "accepts");
      case STATEMENT, QUOTE -> position(speaker(), topic(), field("stance", "states"));
      case PROPOSAL -> position(field("who", speaker()), topic(), "proposes");
      case PLEDGE -> position(speaker(), topic(), "pledges");
      case DENIAL -> denial();
      case ATTACK -> attack();
      case LAUNCH -> tally(field("unit", "munition") + " launched");
      case INTERCEPTION -> tally(field("unit", "munition") + " shot down or stopped");
      case CASUALTY, TOLL_REVISION -> toll(field("status", "killed"));
      case MISSING -> toll("missing");
      case NO_CASUALTY -> noCasualty();
      case DAMAGE -> tally(field("unit", "object") + " damaged");
      case DISRUPTION, DISRUPTION_END -> disruption();
      case AIR_ALERT -> one("alert", "kind", "air", "ended", claim.find("ended").isPresent());
      case EXCHANGE -> one("event", "conduct", "prisoner-exchange");
      case VIOLATION_COUNT -> tally(field("unit", "violation"));
      case ACCESS -> one("event", "conduct", "access-denied");
    };
  }

  private List<Map<String, Object>> one(String kind, Object... fields) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("claim", kind);
    written.put("gist", gist());
    written.put("quote", claim.evidence().of(document.text()));
    about().ifPresent(about -> written.put("about", about));
    place().ifPresent(place -> written.put("place", place));
    for (int i = 0; i < fields.length; i += 2) {
      written.put(String.valueOf(fields[i]), fields[i + 1]);
    }
    return List.of(written);
  }

  private List<Map<String, Object>> position(String actor, String on, String stance) {
    return one("position", "actor", actor, "on", on, "stance", stance);
  }

  private List<Map<String, Object>> appointment(String person, String office, String change) {
    return person.isBlank() || office.isBlank()
        ? List.of()
        : one("appointment", "person", person, "office", office, "change", change);
  }

  private List<Map<String, Object>> attack() {
    String conduct = field("weapon", "attack");
    Object[] fields =
        claim.find("actor-code").isPresent()
            ? new Object[] {"conduct", known(conduct), "by", List.of(field("actor-code", ""))}
            : new Object[] {"conduct", known(conduct)};
    if (claim.find("every").isEmpty()) {
      return one("event", fields);
    }
    List<Object> more = new ArrayList<>(List.of(fields));
    more.addAll(List.of("every", field("every", "P1D")));
    return one("pattern", more.toArray());
  }

  private static String known(String conduct) {
    return org.truce.conduct.Taxonomy.CONDUCT.find(conduct).isPresent() ? conduct : "attack";
  }

  private List<Map<String, Object>> denial() {
    boolean accused = claim.find("source-code").isPresent() && claim.find("by-self").isPresent();
    return one(
        "denial",
        "denies",
        field("facet", "OCCURRENCE").toLowerCase(Locale.ROOT),
        "conduct",
        "conduct",
        "denier",
        accused ? "accused" : "third");
  }

  private List<Map<String, Object>> tally(String unit) {
    return claim.amounts().count().isEmpty()
        ? List.of()
        : one("tally", "unit", unit, "total", count(claim.amounts().count().get()));
  }

  /** "Dozens" makes no number: it stays an event without one. */
  private List<Map<String, Object>> toll(String category) {
    Optional<Count> count = claim.amounts().count();
    if (count.isEmpty()) {
      return one("event", "conduct", "conduct");
    }
    return one("toll", "category", category, "count", count(count.get()), "status", status());
  }

  private String status() {
    return switch (field("victims", "")) {
      case "civilian", "child" -> "civilian";
      case "soldier" -> "combatant";
      default -> "unknown";
    };
  }

  private List<Map<String, Object>> noCasualty() {
    String words = claim.evidence().of(document.text()).toLowerCase(Locale.ROOT);
    boolean hurtOnly = words.matches("(?s).*(injur|hurt|wound|إصاب|جرح|يصب).*");
    boolean deadOnly = words.matches("(?s).*(death|dead|kill|قتل|يقتل).*");
    List<Map<String, Object>> written = new ArrayList<>();
    if (!hurtOnly || deadOnly) {
      written.addAll(one("toll", "category", "killed", "count", 0));
    }
    if (!deadOnly || hurtOnly) {
      written.addAll(one("toll", "category", "injured", "count", 0));
    }
    return written;
  }

  private List<Map<String, Object>> disruption() {
    String service = field("service", "airport");
    return one(
        "disruption",
        "what",
        service.equals("flights") ? "airport" : service,
        "ended",
        claim.find("ended").isPresent());
  }

  private static Object count(Count count) {
    if (count.isExact()) {
      return count.said();
    }
    if (count.most() == Long.MAX_VALUE) {
      return Map.of("count", count.said(), "more-than", true);
    }
    Map<String, Object> bounds = new LinkedHashMap<>();
    bounds.put("low", count.least());
    bounds.put("best", count.said());
    bounds.put("high", count.most());
    return bounds;
  }

  private boolean isAim() {
    return claim.find("kind").filter("aims"::equals).isPresent();
  }

  private String field(String name, String otherwise) {
    return claim.find(name).orElse(otherwise);
  }

  private String speaker() {
    return field("source-code", field("source", "not said"));
  }

  private String who() {
    return claim
        .find("who")
        .map(name -> field("from-code", field("who-code", name)))
        .orElseGet(() -> field("count", "some") + " " + field("unit", "participants"));
  }

  private String topic() {
    return field("topic", claim.evidence().of(document.text()));
  }

  /** What no field carries; shown and never judged. */
  private String gist() {
    List<String> parts = new ArrayList<>();
    parts.add(claim.type().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    claim
        .fields()
        .forEach(
            (name, value) -> {
              if (!name.endsWith("-code") && !"list total".contains(name)) {
                parts.add(name + ": " + value);
              }
            });
    parts.add("rule: " + claim.reading().rule());
    return String.join("; ", parts);
  }

  private Optional<Map<String, Object>> place() {
    return claim
        .find("region")
        .map(
            region -> {
              Map<String, Object> place = new LinkedHashMap<>();
              place.put("region", region);
              claim.find("place").ifPresent(name -> place.put("name", name));
              return place;
            });
  }

  private Optional<Map<String, Object>> about() {
    Map<String, Object> about = new LinkedHashMap<>();
    claim
        .amounts()
        .when()
        .ifPresent(
            when -> {
              about.put("from", earliest(when.from(), zone()));
              about.put("to", latest(when.to(), zone()));
            });
    boolean happened =
        "ATTACK LAUNCH INTERCEPTION CASUALTY MISSING DAMAGE".contains(claim.type().name());
    if (about.isEmpty() && happened) {
      about.put("to", latest(document.published().plusDays(1).atStartOfDay(), document.zone()));
    }
    return about.isEmpty() ? Optional.empty() : Optional.of(about);
  }

  private Optional<ZoneId> zone() {
    return switch (field("region", "  ").substring(0, 2)) {
      case "UA" -> Optional.of(ZoneId.of("Europe/Kyiv"));
      case "RU" -> Optional.of(ZoneId.of("Europe/Moscow"));
      case "SY" -> Optional.of(ZoneId.of("Asia/Damascus"));
      default -> document.zone();
    };
  }

  /** Returns the first instant that can be meant: where clocks are not known, anywhere on earth. */
  static String earliest(LocalDateTime time, Optional<ZoneId> zone) {
    return zone.map(z -> time.atZone(z).toOffsetDateTime())
        .orElseGet(() -> OffsetDateTime.of(time, ZoneOffset.ofHours(14)))
        .toString();
  }

  /** Returns the last instant that can be meant. */
  static String latest(LocalDateTime time, Optional<ZoneId> zone) {
    return zone.map(z -> time.atZone(z).toOffsetDateTime())
        .orElseGet(() -> OffsetDateTime.of(time, ZoneOffset.ofHours(-12)))
        .toString();
  }
}
