package org.truce.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.ClaimId;

/**
 * Sorts claims into incidents. Holds no state; the order of the claims never matters.
 *
 * <p>Claims of one account are sorted among themselves first; then the happenings of which one
 * account speaks are put beside those of the others, and two happenings of one account never come
 * into one incident. So nothing that one side sends, however much, changes what another account
 * says of its own happenings (docs/decisions/0004-own-words-first.md).
 */
public final class Fusion {
  private Fusion() {}

  /** Returns the incidents that the claims speak of. */
  public static Partition partition(Collection<Claim> claims, Model model, Decisions decisions) {
    LiveFusion fusion = new LiveFusion(model);
    fusion.change(List.of(), claims, decisions);
    Map<ClaimId, Claim> byId = new HashMap<>();
    claims.forEach(claim -> byId.put(claim.id(), claim));
    List<List<Claim>> contents = new ArrayList<>();
    Set<ClaimId> attached = new HashSet<>();
    for (Gathering gathering : fusion.all()) {
      List<ClaimId> content = fusion.claims(gathering);
      attached.addAll(content);
      contents.add(content.stream().map(byId::get).map(Objects::requireNonNull).toList());
    }
    List<Claim> unattached =
        claims.stream()
            .filter(
                claim -> LiveFusion.refersTo(claim).isPresent() || claim instanceof Claim.Denial)
            .filter(claim -> !attached.contains(claim.id()))
            .sorted(Comparator.comparing(Claim::id))
            .toList();
    return new Partition(numbered(contents), unattached);
  }

  /** Returns what was compared between two members and what each comparison weighs. */
  public static Map<String, Integer> explain(Claim a, Claim b, Model model, Decisions decisions) {
    Map<String, Integer> contributions = new LinkedHashMap<>();
    new PairWeight(model, decisions)
        .explain(a, b)
        .forEach(c -> contributions.put(c.what() + ": " + c.found(), c.weight()));
    return contributions;
  }

  /** Returns whether a claim can be of an incident: it says that something happened. */
  public static boolean isMember(Claim claim) {
    return claim instanceof Claim.Event || claim instanceof Claim.Observation;
  }

  static Side account(Claim claim) {
    return claim.statement().voice().side().account();
  }

  private static List<Incident> numbered(List<List<Claim>> contents) {
    List<Incident> unnumbered = new ArrayList<>();
    for (List<Claim> content : contents) {
      unnumbered.add(incident(1, content));
    }
    unnumbered.sort(Comparator.comparing(Incident::about).thenComparing(Incident::key));
    List<Incident> numbered = new ArrayList<>();
    for (Incident incident : unnumbered) {
      numbered.add(new Incident(numbered.size() + 1, incident.key(), incident.claims()));
    }
    return numbered;
  }

  /**
   * Returns the incident of these claims.
   *
   * @param claims sorted by id
   */
  public static Incident incident(int number, List<Claim> claims) {
    return new Incident(number, key(claims), claims);
  }

  private static String key(List<Claim> content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Claim claim : content) {
        if (isMember(claim)) {
          digest.update((claim.id() + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
