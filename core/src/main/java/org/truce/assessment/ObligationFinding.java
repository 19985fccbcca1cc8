package org.truce.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause.Obligation;
import org.truce.agreement.Clause.Obligation.Phase;
import org.truce.agreement.Reading;
import org.truce.assessment.Fulfilment.Question;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.time.TimeSpan;

/**
 * What one obligation of one reading says of one party at an instant, by what was reported of it.
 *
 * <p>A commentary that {@code shows} the clause says when it was done: within its about-time. One
 * that {@code refutes} it says that it had not been done at some time within its about-time. Where
 * nobody says anything, it may have been done at any time, or never. What only a machine read does
 * not count.
 *
 * @param reading id of the reading
 * @param clause id of the obligation
 * @param party code of the party that is bound
 * @param phase whether its beginning or its end was due
 * @param accounts what it comes to by what each side says; the neutral side alone when nobody
 *     speaks of it
 */
public record ObligationFinding(
    String reading,
    String clause,
    String party,
    Phase phase,
    SortedMap<Side, Fulfilment> accounts) {
  public ObligationFinding {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
  }

  /** Returns the outcome that all accounts share, or that they differ. */
  public Fulfilment common() {
    return Fulfilment.common(List.copyOf(accounts.values()));
  }

  /**
   * Returns one finding for each obligation of each reading that has a deadline, for each party
   * bound and each of its phases, in the order of the text.
   *
   * @param claims what was reported
   * @param asOf the instant
   */
  public static List<ObligationFinding> of(
      Agreement agreement, Collection<Claim> claims, Instant asOf) {
    List<ObligationFinding> findings = new ArrayList<>();
    for (Reading reading : agreement.readings()) {
      for (String id : reading.clauses()) {
        if (agreement.clause(id) instanceof Obligation obligation) {
          for (Phase phase : Phase.values()) {
            if (obligation.deadline(phase).isPresent()) {
              for (String party : obligation.by()) {
                Spoken spoken = new Spoken(obligation, party, phase);
                findings.add(of(agreement, reading, spoken, claims, asOf));
              }
            }
          }
        }
      }
    }
    return findings;
  }

  private static ObligationFinding of(
      Agreement agreement, Reading reading, Spoken spoken, Collection<Claim> claims, Instant asOf) {
    Question question = new Question(spoken.obligation().id(), spoken.phase());
    SortedMap<Side, Fulfilment> accounts = new TreeMap<>();
    spoken
        .done(claims)
        .forEach(
            (side, done) ->
                accounts.put(side, Fulfilment.of(agreement, reading, question, done, asOf)));
    return new ObligationFinding(
        reading.id(), question.clause(), spoken.party(), spoken.phase(), accounts);
  }

  /** Of what is spoken. */
  private record Spoken(Obligation obligation, String party, Phase phase) {

    /**
     * Returns whether a commentary names it: {@code clause}, {@code clause/PARTY}, {@code
     * clause/starts} or {@code clause/PARTY/completes}. The party may be left out when the clause
     * binds one, the phase when only one has a deadline.
     */
    boolean isNamedBy(String name) {
      SortedSet<String> names = new TreeSet<>();
      for (String of :
          obligation.by().size() == 1 ? List.of("", "/" + party) : List.of("/" + party)) {
        names.add(obligation.id() + of + "/" + Claim.code(phase));
        if (obligation.starts().isEmpty() || obligation.completes().isEmpty()) {
          names.add(obligation.id() + of);
        }
      }
      return names.contains(name);
    }

    /** Returns when each side says that it can have been done. */
    SortedMap<Side, TimeSpan> done(Collection<Claim> claims) {
      SortedMap<Side, TimeSpan> done = new TreeMap<>();
      for (Claim claim : claims) {
        if (claim instanceof Claim.Commentary commentary
            && claim.statement().voice().isReadByAPerson()
            && commentary.exception().filter(this::isNamedBy).isPresent()) {
          Side side = claim.statement().voice().side().account();
          possible(commentary).ifPresent(span -> done.merge(side, span, Spoken::both));
        }
      }
      if (done.isEmpty()) {
        done.put(Side.NEUTRAL, TimeSpan.ANY);
      }
      return done;
    }

    private static Optional<TimeSpan> possible(Claim.Commentary commentary) {
      TimeSpan about = commentary.statement().about();
      return switch (commentary.attitude()) {
        case SHOWS -> Optional.of(about);
        case REFUTES -> Optional.of(new TimeSpan(about.from(), TimeSpan.END));
        case INVOKES, SUPPORTS, DISPUTES, WITHDRAWS, RELAYS -> Optional.empty();
      };
    }

    /** What excludes each other leaves all open that either says. */
    private static TimeSpan both(TimeSpan a, TimeSpan b) {
      return a.intersection(b)
          .orElseGet(
              () ->
                  new TimeSpan(
                      a.from().isBefore(b.from()) ? a.from() : b.from(),
                      a.to().isAfter(b.to()) ? a.to() : b.to()));
    }
  }
}
