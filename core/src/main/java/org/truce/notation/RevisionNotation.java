package org.truce.notation;

import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.truce.report.Claim;
import org.truce.revision.Change;
import org.truce.revision.Renamed;
import org.truce.revision.Revision;
import org.truce.revision.Revisions;

/** Writes what changed between two versions of data as JSON (docs/tallies.md). */
public final class RevisionNotation {
  private RevisionNotation() {}

  /** Writes one JSON object; the caller closes {@code out}. */
  public static void write(Writer out, Revisions revisions, int unreadBefore, int unreadNow) {
    try (JsonText json = new JsonText(out)) {
      json.beginObject();
      json.field("in-both", revisions.both());
      json.field("rejected-earlier", unreadBefore);
      json.field("rejected-later", unreadNow);
      json.field("written-otherwise", revisions.rewritten());
      json.beginList("renamed");
      revisions.renamed().forEach(each -> json.item(renamed(each)));
      json.endList();
      json.field("revisions-by-kind", revisions.byKind());
      json.beginList("revisions");
      revisions.revisions().forEach(each -> json.item(revision(each)));
      json.endList();
      json.field("added", revisions.added().stream().map(Object::toString).toList());
      json.field("withdrawn", revisions.withdrawn().stream().map(Object::toString).toList());
      json.endObject();
    }
  }

  private static Map<String, Object> renamed(Renamed each) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("of", Claim.code(each.aspect()));
    written.put("before", each.before());
    written.put("now", each.now());
    written.put("claims", each.claims());
    return written;
  }

  private static Map<String, Object> revision(Revision each) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("claim", each.claim().toString());
    written.put("kind", Revisions.kind(each.change()));
    switch (each.change()) {
      case Change.Added added -> written.put("now", added.kind());
      case Change.Withdrawn withdrawn -> written.put("before", withdrawn.kind());
      case Change.Value value -> {
        written.put("before", value.before());
        written.put("now", value.now());
      }
      case Change.Toll toll -> {
        written.put("people", Claim.code(toll.category()));
        written.put("before", CountNotation.write(toll.before()));
        written.put("now", CountNotation.write(toll.now()));
        toll.reason().ifPresent(reason -> written.put("reason-stated", toll.stated()));
      }
    }
    return written;
  }
}
