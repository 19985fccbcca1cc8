package org.truce.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    List<Claim> members =
        claims.stream().filter(Fusion::isMember).sorted(Comparator.comparing(Claim::id)).toList();
    PairWeight weigh = new PairWeight(model, decisions);
    Map<Long, Integer> weights = new HashMap<>();
    for (long pair : new Candidates(members, decisions).pairs()) {
      weights.put(pair, weigh.weight(members.get((int) (pair >>> 32)), members.get((int) pair)));
    }
    List<Side> sides = members.stream().map(Fusion::account).toList();
    AverageLink link = new AverageLink(weights, model.other().unseen());
    return incidents(members, across(within(sides, weights, link), sides, weights, link), claims);
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

  /** The happenings of which each account speaks; their claims are all of one side. */
  private static List<List<Integer>> within(
      List<Side> sides, Map<Long, Integer> weights, AverageLink link) {
    SortedMap<Side, List<Integer>> bySide = new TreeMap<>();
    for (int i = 0; i < sides.size(); i++) {
      bySide.computeIfAbsent(sides.get(i), side -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> happenings = new ArrayList<>();
    for (List<Integer> own : bySide.values()) {
      Map<Long, Integer> inside = Groups.renumbered(own, weights);
      for (List<Integer> group : Groups.of(own.size(), inside)) {
        List<List<Integer>> single = group.stream().map(at -> List.of(own.get(at))).toList();
        happenings.addAll(link.clusters(single, (a, b) -> true));
      }
    }
    happenings.sort(Comparator.comparingInt(List::getFirst));
    return happenings;
  }

  /** Happenings of different accounts put together, no two of one account. */
  private static List<List<Integer>> across(
      List<List<Integer>> happenings,
      List<Side> sides,
      Map<Long, Integer> weights,
      AverageLink link) {
    List<List<Integer>> incidents = new ArrayList<>();
    Map<Long, Integer> strongest = strongest(happenings, weights);
    for (List<Integer> group : Groups.of(happenings.size(), strongest)) {
      List<List<Integer>> apart = group.stream().map(happenings::get).toList();
      incidents.addAll(
          link.clusters(
              apart, (a, b) -> a.stream().map(sides::get).noneMatch(sidesOf(b, sides)::contains)));
    }
    return incidents;
  }

  private static List<Side> sidesOf(List<Integer> members, List<Side> sides) {
    return members.stream().map(sides::get).distinct().toList();
  }

  private static Map<Long, Integer> strongest(
      List<List<Integer>> happenings, Map<Long, Integer> weights) {
    Map<Integer, Integer> happeningOf = new HashMap<>();
    for (int i = 0; i < happenings.size(); i++) {
      for (int member : happenings.get(i)) {
        happeningOf.put(member, i);
      }
    }
    Map<Long, Integer> strongest = new HashMap<>();
    weights.forEach(
        (pair, weight) -> {
          int one = happeningOf.getOrDefault((int) (pair >>> 32), -1);
          int other = happeningOf.getOrDefault(pair.intValue(), -1);
          if (one != other) {
            strongest.merge(
                Candidates.pack(Math.min(one, other), Math.max(one, other)), weight, Math::max);
          }
        });
    return strongest;
  }

  private static Partition incidents(
      List<Claim> members, List<List<Integer>> clusters, Collection<Claim> claims) {
    Map<ClaimId, List<Claim>> belongs = new HashMap<>();
    List<List<Claim>> contents = new ArrayList<>();
    for (List<Integer> cluster : clusters) {
      List<Claim> content = new ArrayList<>();
      cluster.forEach(at -> content.add(members.get(at)));
      content.forEach(claim -> belongs.put(claim.id(), content));
      contents.add(content);
    }
    List<Claim> unattached = attach(claims, belongs);
    return new Partition(numbered(contents), unattached);
  }

  /** Adds what refers to a member, also through another claim that does. */
  private static List<Claim> attach(Collection<Claim> claims, Map<ClaimId, List<Claim>> belongs) {
    List<Claim> open =
        new ArrayList<>(
            claims.stream()
                .filter(claim -> refersTo(claim).isPresent() || claim instanceof Claim.Denial)
                .sorted(Comparator.comparing(Claim::id))
                .toList());
    boolean found = true;
    while (found) {
      found =
          open.removeIf(
              claim -> {
                Optional<List<Claim>> content =
                    refersTo(claim).flatMap(of -> Optional.ofNullable(belongs.get(of)));
                content.ifPresent(
                    members -> {
                      members.add(claim);
                      belongs.put(claim.id(), members);
                    });
                return content.isPresent();
              });
    }
    return open;
  }

  private static Optional<ClaimId> refersTo(Claim claim) {
    return switch (claim) {
      case Claim.Denial denial -> denial.of();
      case Claim.Toll toll -> toll.of();
      case Claim.Commentary commentary -> Optional.of(commentary.of());
      default -> Optional.empty();
    };
  }

  private static List<Incident> numbered(List<List<Claim>> contents) {
    List<Incident> unnumbered = new ArrayList<>();
    for (List<Claim> content : contents) {
      content.sort(Comparator.comparing(Claim::id));
      unnumbered.add(new Incident(1, key(content), content));
    }
    unnumbered.sort(Comparator.comparing(Incident::about).thenComparing(Incident::key));
    List<Incident> numbered = new ArrayList<>();
    for (Incident incident : unnumbered) {
      numbered.add(new Incident(numbered.size() + 1, incident.key(), incident.claims()));
    }
    return numbered;
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
