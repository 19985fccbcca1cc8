package org.truce.publish.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Reading;
import org.truce.agreement.TermOfForce;
import org.truce.report.Claim;

/** What the page shows of the agreement: its readings, who asserts them, and its clauses. */
final class AgreementValues {
  private final Agreement agreement;

  AgreementValues(Agreement agreement) {
    this.agreement = agreement;
  }

  Map<String, Object> written() {
    Map<String, Object> written = new LinkedHashMap<>();
    Agreement.Heading heading = agreement.heading();
    written.put("title", heading.title());
    written.put("authenticity", Claim.code(heading.authenticity()));
    heading.note().ifPresent(note -> written.put("note", note));
    Map<String, Object> parties = new LinkedHashMap<>();
    agreement.roster().parties().forEach((code, party) -> parties.put(code, party.name()));
    written.put("parties", parties);
    written.put("readings", agreement.readings().stream().map(this::reading).toList());
    Map<String, Object> clauses = new LinkedHashMap<>();
    agreement.clauses().forEach((id, clause) -> clauses.put(id, clause(clause)));
    written.put("clauses", clauses);
    return written;
  }

  private Map<String, Object> reading(Reading reading) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("id", reading.id());
    written.put("by", reading.assertedBy().speaker());
    written.put("date", reading.assertedBy().date());
    Agreement.Citation source = agreement.sources().get(reading.assertedBy().source());
    if (source != null) {
      written.put("source", source.publisher() + ": " + source.title());
      source.address().ifPresent(address -> written.put("address", address));
    }
    written.put("zone", reading.inForce().start().zone().getId());
    written.put("start", bound(reading.inForce().start()));
    reading.inForce().end().ifPresent(end -> written.put("end", bound(end)));
    reading.note().ifPresent(note -> written.put("note", note));
    return written;
  }

  /** Returns the earliest and the latest instant that the text allows, in seconds since 1970. */
  private static List<Object> bound(TermOfForce.Bound bound) {
    return new ArrayList<>(
        List.of(bound.earliest().getEpochSecond(), bound.latest().getEpochSecond()));
  }

  private static Map<String, Object> clause(Clause clause) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("article", clause.text().article());
    clause.text().wording().ifPresent(wording -> written.put("wording", wording));
    return written;
  }
}
