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
import org.truce.report.Claim;
import org.truce.report.ClaimId;

/** Sorts claims into incidents. Holds no state; the order of the claims never matters. */
public final class Fusion {
  /** Larger connected groups are first cut by asking for more weight, step by step. */
  static final int LARGEST_GROUP = 300;

  private static final int STEP = 500;

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
    List<List<Integer>> clusters = new ArrayList<>();
    AverageLink link = new AverageLink(weights, model.other().unseen());
    for (List<Integer> group : groups(members.size(), weights, 0)) {
      clusters.addAll(link.clusters(group));
    }
    return incidents(members, clusters, claims);
  }

  /** Returns what was compared between two members and what each comparison weighs. */
  public static Map<String, Integer> explain(Claim a, Claim b, Model model, Decisions decisions) {
    Map<String, Integer> contributions = new LinkedHashMap<>();
    new PairWeight(model, decisions)
        .explain(a, b)
        .forEach(c -> contributions.put(c.what() + ": " + c.found(), c.weight()));
    return contributions;
  }

  private static boolean isMember(Claim claim) {
    return claim instanceof Claim.Event || claim instanceof Claim.Observation;
  }

  /** Connected groups of pairs above a weight; a group that is too large is cut at a higher one. */
  private static List<List<Integer>> groups(int size, Map<Long, Integer> weights, int above) {
    int[] roots = new int[size];
    for (int i = 0; i < size; i++) {
      roots[i] = i;
    }
    weights.forEach(
        (pair, weight) -> {
          if (weight > above) {
            join(roots, (int) (pair >>> 32), pair.intValue());
          }
        });
    Map<Integer, List<Integer>> byRoot = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      byRoot.computeIfAbsent(root(roots, i), r -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> groups = new ArrayList<>();
    for (List<Integer> group : byRoot.values()) {
      groups.addAll(group.size() <= LARGEST_GROUP ? List.of(group) : cut(group, weights, above));
    }
    return groups;
  }

  /**
   * Cuts by weight; a group that no weight cuts is cut by order, so that the work stays bounded.
   */
  private static List<List<Integer>> cut(
      List<Integer> group, Map<Long, Integer> weights, int above) {
    if (above > PairWeight.CERTAIN) {
      List<List<Integer>> pieces = new ArrayList<>();
      for (int from = 0; from < group.size(); from += LARGEST_GROUP) {
        pieces.add(group.subList(from, Math.min(group.size(), from + LARGEST_GROUP)));
      }
      return pieces;
    }
    Map<Integer, Integer> renumbered = new HashMap<>();
    for (int i = 0; i < group.size(); i++) {
      renumbered.put(group.get(i), i);
    }
    Map<Long, Integer> inside = new HashMap<>();
    weights.forEach(
        (pair, weight) -> {
          Integer one = renumbered.get((int) (pair >>> 32));
          Integer other = renumbered.get(pair.intValue());
          if (one != null && other != null) {
            inside.put(((long) one << 32) | other, weight);
          }
        });
    int heaviest = inside.values().stream().max(Integer::compare).orElse(0);
    int next = above + STEP > heaviest ? PairWeight.CERTAIN + 1 : above + STEP;
    return next > PairWeight.CERTAIN
        ? cut(group, weights, next)
        : groups(group.size(), inside, next).stream()
            .map(piece -> piece.stream().map(group::get).toList())
            .toList();
  }

  private static void join(int[] roots, int a, int b) {
    int one = root(roots, a);
    int other = root(roots, b);
    roots[Math.max(one, other)] = Math.min(one, other);
  }

  private static int root(int[] roots, int node) {
    int at = node;
    while (roots[at] != at) {
      roots[at] = roots[roots[at]];
      at = roots[at];
    }
    return at;
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
