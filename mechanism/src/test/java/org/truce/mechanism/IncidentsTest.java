package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.truce.incident.Decisions;
import org.truce.incident.Decisions.Pair;
import org.truce.incident.Fusion;
import org.truce.incident.Incident;
import org.truce.incident.Model;
import org.truce.report.Claim;
import org.truce.report.ClaimId;

/** Claims that come, go, are corrected and decided on, sorted step by step. */
class IncidentsTest {
  private static final List<Claim> CLAIMS = claims();
  private static final Map<ClaimId, Claim> BY_ID =
      CLAIMS.stream().collect(Collectors.toMap(Claim::id, claim -> claim));

  private static List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (Submission each : Desk.easter(4)) {
      Reading.Of of = (Reading.Of) Reading.read(each, Readers.OWN_FORM);
      claims.addAll(of.report().claims());
    }
    return claims;
  }

  @Test
  void sortingWhatIsTouchedGivesTheSameAsSortingEverything() {
    for (long seed = 1; seed <= 10; seed++) {
      Random random = new Random(seed);
      Incidents incidents = new Incidents(id -> java.util.Objects.requireNonNull(BY_ID.get(id)));
      Set<Claim> standing = new HashSet<>();
      Decisions decisions = Decisions.NONE;
      for (int step = 0; step < 120; step++) {
        List<Claim> come = new ArrayList<>();
        List<ClaimId> gone = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
          come.add(CLAIMS.get(random.nextInt(CLAIMS.size())));
        }
        if (random.nextInt(3) == 0 && !standing.isEmpty()) {
          gone.add(new ArrayList<>(standing).get(random.nextInt(standing.size())).id());
          come.removeIf(claim -> gone.contains(claim.id()));
        }
        if (random.nextInt(5) == 0) {
          decisions = decided(decisions, random);
        }
        come = new ArrayList<>(new HashSet<>(come));
        standing.addAll(come);
        standing.removeIf(claim -> gone.contains(claim.id()));
        incidents.change(gone, come, decisions);
        assertThat(contents(all(incidents)))
            .as("seed %d, step %d", seed, step)
            .isEqualTo(contents(Fusion.partition(standing, Model.BY_HAND, decisions).incidents()));
      }
    }
  }

  private static List<Incident> all(Incidents incidents) {
    List<Incident> all = new ArrayList<>();
    incidents.each(all::add);
    return all;
  }

  private static Decisions decided(Decisions before, Random random) {
    Set<Pair> together = new HashSet<>(before.together());
    Set<Pair> apart = new HashSet<>(before.apart());
    if (random.nextInt(3) == 0) {
      together.removeIf(pair -> random.nextBoolean());
      apart.removeIf(pair -> random.nextBoolean());
    }
    Claim one = CLAIMS.get(random.nextInt(CLAIMS.size()));
    Claim other = CLAIMS.get(random.nextInt(CLAIMS.size()));
    if (!one.id().equals(other.id())) {
      (random.nextBoolean() ? together : apart).add(Pair.of(one.id(), other.id()));
    }
    return new Decisions(together, apart);
  }

  private static Set<String> contents(Iterable<Incident> incidents) {
    Set<String> contents = new TreeSet<>();
    incidents.forEach(
        incident -> contents.add(incident.claims().stream().map(Claim::id).toList().toString()));
    return contents;
  }
}
