package org.truce.publish.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.truce.assessment.Account;
import org.truce.conduct.Parties;
import org.truce.conduct.Taxonomy;
import org.truce.place.Place;
import org.truce.provenance.ReadBy;
import org.truce.provenance.Speaker;
import org.truce.report.Claim;
import org.truce.report.Count;
import org.truce.report.Happening;
import org.truce.report.Statement;
import org.truce.report.Voice;
import org.truce.tally.PartsCheck;
import org.truce.time.TimeSpan;

/** What the page shows of released claims. */
final class ClaimValues {
  private ClaimValues() {}

  /**
   * Returns one claim; what was not said is left out.
   *
   * @param report the position of its report among those that are shown
   */
  static Map<String, Object> of(Claim claim, int report) {
    Map<String, Object> written = new LinkedHashMap<>();
    Statement statement = claim.statement();
    written.put("report", report);
    written.put("id", claim.id().name());
    written.put("kind", claim.kind());
    written.put("side", statement.voice().side().code());
    written.put("by", speaker(statement.voice()));
    span(written, "said", statement.voice().said());
    span(written, "about", statement.about());
    List<Object> place = place(statement.where().place());
    if (!place.isEmpty()) {
      written.put("place", place);
    }
    put(written, "name", statement.where().name());
    put(written, "gist", statement.words().gist());
    put(written, "quote", statement.words().quote());
    if (statement.voice().readBy() == ReadBy.MACHINE) {
      written.put("machine", true);
    }
    Account.happening(claim).ifPresent(happening -> happening(written, happening));
    particulars(written, claim);
    return written;
  }

  private static String speaker(Voice voice) {
    String office =
        voice.speakers().isEmpty()
            ? ""
            : voice.speakers().getLast().office().map(held -> ", " + held).orElse("");
    return voice.name() + office;
  }

  /** Returns who passes the words on, outermost first, ending before the speaker. */
  static List<String> relays(Voice voice) {
    if (voice.speakers().isEmpty()) {
      return List.of();
    }
    List<String> relays = new ArrayList<>(List.of(voice.source().name()));
    voice.speakers().stream().map(Speaker::name).forEach(relays::add);
    return relays.subList(0, relays.size() - 1);
  }

  private static void happening(Map<String, Object> written, Happening happening) {
    if (!happening.conduct().equals("conduct")) {
      written.put("conduct", happening.conduct());
    }
    put(written, "target", happening.target());
    switch (happening.parties()) {
      case Parties.Named named -> {
        names(written, "author", named.by());
        names(written, "against", named.against());
      }
      case Parties.Clash clash -> {
        names(written, "clash", clash.one());
        names(written, "clash-with", clash.other());
      }
    }
    names(written, "not-by", happening.notBy());
    put(written, "effects", happening.effects());
  }

  private static void names(
      Map<String, Object> written, String name, java.util.Collection<?> actors) {
    if (!actors.isEmpty()) {
      written.put(name, actors.stream().map(Object::toString).toList());
    }
  }

  private static void particulars(Map<String, Object> written, Claim claim) {
    switch (claim) {
      case Claim.Tally tally -> written.put("tally", tally(tally));
      case Claim.Toll toll -> {
        written.put("category", Claim.code(toll.category()));
        written.put("status", Claim.code(toll.status()));
        written.put("count", toll.count().toString());
      }
      case Claim.Denial denial -> written.put("denies", Claim.code(denial.denies()));
      case Claim.Commentary commentary -> {
        written.put("attitude", Claim.code(commentary.attitude()));
        put(written, "exception", commentary.exception());
      }
      case Claim.Observation seen -> {
        written.put("method", Claim.code(seen.observer().method()));
        written.put(
            "counts",
            seen.counts().stream().map(each -> each.count() + " " + each.what()).toList());
      }
      case Claim.Coverage coverage -> {
        written.put("method", Claim.code(coverage.method()));
        written.put("restriction", Claim.code(coverage.restriction()));
      }
      case Claim.Event event -> {}
      case Claim.Pattern pattern -> {}
      case Claim.Disruption disruption -> {}
      case Claim.Alert alert -> {}
      case Claim.Position position -> {}
      case Claim.Appointment appointment -> {}
    }
  }

  private static Map<String, Object> tally(Claim.Tally tally) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("unit", tally.unit());
    names(written, "by", tally.by());
    put(written, "total", tally.total().map(Count::toString));
    List<Object> parts = new ArrayList<>();
    for (Claim.Part part : tally.parts()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("what", part.what());
      entry.put("count", part.count().toString());
      put(entry, "of", part.of());
      parts.add(entry);
    }
    written.put("parts", parts);
    PartsCheck check = PartsCheck.of(tally);
    written.put("check", Claim.code(check.verdict()));
    put(written, "sum", check.sum().map(Count::toString));
    check.unexplained().ifPresent(rest -> written.put("rest", List.of(rest.least(), rest.most())));
    return written;
  }

  private static void put(Map<String, Object> written, String name, Optional<String> value) {
    value.ifPresent(text -> written.put(name, text));
  }

  /**
   * Writes a span as when it begins, in seconds since 1970, UTC, and its length in seconds: {@code
   * about} and {@code about-for}. An end that is open is left out: without a beginning, {@code
   * about-by} is the end.
   */
  static void span(Map<String, Object> written, String name, TimeSpan span) {
    boolean begins = !span.from().equals(TimeSpan.BEGINNING);
    boolean ends = !span.to().equals(TimeSpan.END);
    if (begins) {
      written.put(name, span.from().getEpochSecond());
    }
    if (ends && begins) {
      written.put(name + "-for", span.to().getEpochSecond() - span.from().getEpochSecond());
    } else if (ends) {
      written.put(name + "-by", span.to().getEpochSecond());
    }
  }

  /**
   * Returns circles as latitude, longitude (to 1e-5 degrees, about a metre), metres, and 1 where
   * these are assumed; regions by code.
   */
  static List<Object> place(Place place) {
    List<Object> parts = new ArrayList<>();
    for (Place part : place.parts()) {
      if (part instanceof Place.Circle circle) {
        List<Object> written = new ArrayList<>();
        written.add(shown(circle.centre().lat()));
        written.add(shown(circle.centre().lon()));
        written.add(circle.radiusMm() / 1_000);
        if (circle.bound() == Place.Bound.ASSUMED) {
          written.add(1);
        }
        parts.add(written);
      } else if (part instanceof Place.InRegions regions) {
        parts.add(regions.codes().stream().map(Object::toString).toList());
      }
    }
    return parts;
  }

  private static double shown(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }

  /** Returns code → language → name of all kinds of conduct and targets. */
  static Map<String, Object> names() {
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("conduct", names(Taxonomy.CONDUCT));
    names.put("target", names(Taxonomy.TARGETS));
    return names;
  }

  private static Map<String, Object> names(Taxonomy taxonomy) {
    Map<String, Object> names = new LinkedHashMap<>();
    taxonomy
        .codes()
        .forEach(
            code ->
                taxonomy
                    .find(code)
                    .ifPresent(kind -> names.put(code, new TreeMap<>(kind.names()))));
    return names;
  }
}
