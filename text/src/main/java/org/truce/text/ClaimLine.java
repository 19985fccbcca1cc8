package org.truce.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.truce.text.claims.TextClaim;
import org.truce.text.words.Span;

/** One claim with its spans, as a line of {@code truce extract} and of the review queue. */
final class ClaimLine {
  private ClaimLine() {}

  static Map<String, Object> of(TextDocument document, TextClaim claim, int number, String rules) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("claim", document.origin().report() + "#" + number);
    line.put("type", claim.type().name());
    line.put("quote", claim.evidence().of(document.text()));
    line.put("start", claim.evidence().start());
    line.put("end", claim.evidence().end());
    line.put("fields", claim.fields());
    Map<String, Object> spans = new LinkedHashMap<>();
    claim.spans().forEach((name, span) -> spans.put(name, span(span)));
    line.put("spans", spans);
    line.put("rule", claim.reading().rule());
    line.put("rules", rules);
    line.put("confidence", claim.reading().confidence());
    line.put("read-by", "machine");
    line.put("review", "open");
    return line;
  }

  private static java.util.List<Integer> span(Span span) {
    return java.util.List.of(span.start(), span.end());
  }
}
