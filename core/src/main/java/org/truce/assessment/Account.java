package org.truce.assessment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.truce.agreement.Roster;
import org.truce.incident.Incident;
import org.truce.place.Atlas;
import org.truce.provenance.Side;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.Happening;
import org.truce.time.TimeSpan;

/**
 * What one side, or the mission together with neutral sources, says of an incident.
 *
 * <p>Claims that agree are intersected: the account says what all of them say. Where claims of one
 * account exclude each other, what they agree on with everybody is kept and each disputed claim
 * makes a version of its own; only what all versions lead to counts. A claim that only adds doubt
 * therefore never makes an account say less than its sharper claims do.
 *
 * @param side a party, or {@link Side#NEUTRAL} for the mission and neutral sources together
 * @param versions at least one; several when the account contradicts itself
 * @param claims ids of the claims that it rests on
 * @param exceptions exception id, or id and condition ({@code return-fire/ordered-by}) → how far it
 *     has come in this account
 * @param notices clause id → when notice was given, according to this account
 */
public record Account(
    Side side,
    List<Facts> versions,
    List<ClaimId> claims,
    SortedMap<String, ExceptionState> exceptions,
    SortedMap<String, TimeSpan> notices) {

  /** Returns an account that speaks of no notice. */
  public Account(
      Side side,
      List<Facts> versions,
      List<ClaimId> claims,
      SortedMap<String, ExceptionState> exceptions) {
    this(side, versions, claims, exceptions, new TreeMap<>());
  }

  public Account {
    versions = List.copyOf(versions);
    claims = List.copyOf(claims);
    exceptions = Collections.unmodifiableSortedMap(new TreeMap<>(exceptions));
    notices = Collections.unmodifiableSortedMap(new TreeMap<>(notices));
  }

  /** Returns whether claims of the account exclude each other. */
  public boolean contradictsItself() {
    return versions.size() > 1;
  }

  /** Returns the accounts of an incident, sorted by side. Machine-read claims make none. */
  public static List<Account> of(Incident incident, Roster roster, Atlas atlas) {
    SortedMap<Side, List<Claim>> bySide = new TreeMap<>();
    for (Claim claim : incident.members()) {
      if (isReadByAPerson(claim)) {
        bySide.computeIfAbsent(sideOf(claim), side -> new ArrayList<>()).add(claim);
      }
    }
    List<Account> accounts = new ArrayList<>();
    bySide.forEach(
        (side, claims) ->
            accounts.add(
                new Account(
                    side,
                    versions(claims.stream().map(claim -> facts(claim, roster)).toList(), atlas),
                    claims.stream().map(Claim::id).toList(),
                    exceptions(incident, side),
                    notices(incident, side))));
    return accounts;
  }

  private static boolean isReadByAPerson(Claim claim) {
    return claim.statement().voice().isReadByAPerson();
  }

  private static Side sideOf(Claim claim) {
    return claim.statement().voice().side().account();
  }

  private static Facts facts(Claim claim, Roster roster) {
    return Facts.of(
        claim.statement().about(),
        claim.statement().where().place(),
        happening(claim).orElseThrow(),
        roster);
  }

  /** Returns what a member of an incident says was done. */
  public static Optional<Happening> happening(Claim claim) {
    return switch (claim) {
      case Claim.Event event -> Optional.of(event.happening());
      case Claim.Observation observation -> Optional.of(observation.assessed());
      case Claim.Tally t -> Optional.empty();
      case Claim.Pattern p -> Optional.empty();
      case Claim.Denial d -> Optional.empty();
      case Claim.Toll t -> Optional.empty();
      case Claim.Disruption d -> Optional.empty();
      case Claim.Alert a -> Optional.empty();
      case Claim.Position p -> Optional.empty();
      case Claim.Appointment a -> Optional.empty();
      case Claim.Commentary c -> Optional.empty();
      case Claim.Coverage c -> Optional.empty();
    };
  }

  /** Returns the intersection of facts that agree, or one version for each that is disputed. */
  static List<Facts> versions(List<Facts> said, Atlas atlas) {
    List<Facts> distinct = new ArrayList<>(new LinkedHashSet<>(said));
    if (distinct.size() == 1) {
      return distinct;
    }
    BitSet against = disputed(distinct, atlas);
    List<Facts> disputed = against.stream().mapToObj(distinct::get).toList();
    List<Facts> agreed =
        IntStream.range(0, distinct.size())
            .filter(i -> !against.get(i))
            .mapToObj(distinct::get)
            .toList();
    if (disputed.isEmpty()) {
      return List.of(intersection(agreed, atlas).orElse(agreed.getFirst()));
    }
    Set<Facts> versions = new LinkedHashSet<>();
    for (Facts one : disputed) {
      List<Facts> together = new ArrayList<>(agreed);
      together.add(one);
      versions.add(intersection(together, atlas).orElse(one));
    }
    return List.copyOf(versions);
  }

  /** Returns which facts some other excludes. */
  private static BitSet disputed(List<Facts> distinct, Atlas atlas) {
    BitSet disputed = new BitSet(distinct.size());
    for (int i = 0; i < distinct.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean known = disputed.get(i) && disputed.get(j);
        if (!known && !distinct.get(i).agreesWith(distinct.get(j), atlas)) {
          disputed.set(i);
          disputed.set(j);
        }
      }
    }
    return disputed;
  }

  /** Facts that agree pair by pair may still exclude each other together. */
  private static Optional<Facts> intersection(List<Facts> all, Atlas atlas) {
    Optional<Facts> common = Optional.of(all.getFirst());
    for (Facts facts : all) {
      common = common.flatMap(so -> so.and(facts, atlas));
    }
    return common;
  }

  /** Commentary counts in the account of whoever makes it; the mission's word comes last. */
  private static SortedMap<String, ExceptionState> exceptions(Incident incident, Side side) {
    Map<ExceptionState, Set<String>> said = new EnumMap<>(ExceptionState.class);
    for (Claim claim : incident.claims()) {
      if (claim instanceof Claim.Commentary commentary
          && isReadByAPerson(claim)
          && sideOf(claim).equals(side)) {
        state(commentary)
            .ifPresent(
                state ->
                    said.computeIfAbsent(state, s -> new LinkedHashSet<>())
                        .add(commentary.exception().orElseThrow()));
      }
    }
    SortedMap<String, ExceptionState> states = new TreeMap<>();
    said.forEach((state, ids) -> ids.forEach(id -> states.merge(id, state, Account::settled)));
    return states;
  }

  /**
   * What invokes a clause that asks for notice says when notice was given. Of several notices the
   * bounds of all count.
   */
  private static SortedMap<String, TimeSpan> notices(Incident incident, Side side) {
    SortedMap<String, TimeSpan> notices = new TreeMap<>();
    for (Claim claim : incident.claims()) {
      if (claim instanceof Claim.Commentary commentary
          && commentary.attitude() == Claim.Attitude.INVOKES
          && commentary.exception().isPresent()
          && isReadByAPerson(claim)
          && sideOf(claim).equals(side)) {
        notices.merge(commentary.exception().get(), claim.statement().about(), Account::covering);
      }
    }
    return notices;
  }

  private static TimeSpan covering(TimeSpan a, TimeSpan b) {
    return new TimeSpan(
        a.from().isBefore(b.from()) ? a.from() : b.from(),
        a.to().isAfter(b.to()) ? a.to() : b.to());
  }

  /** Returns the same account with an exception, or a condition of one, in that state. */
  Account with(String exception, ExceptionState state) {
    SortedMap<String, ExceptionState> states = new TreeMap<>(exceptions);
    states.put(exception, state);
    return new Account(side, versions, claims, states, notices);
  }

  /** Shown and refuted at once is open again. */
  private static ExceptionState settled(ExceptionState a, ExceptionState b) {
    boolean both =
        (a == ExceptionState.SHOWN && b == ExceptionState.REFUTED)
            || (a == ExceptionState.REFUTED && b == ExceptionState.SHOWN);
    return both ? ExceptionState.CLAIMED : a.compareTo(b) >= 0 ? a : b;
  }

  private static Optional<ExceptionState> state(Claim.Commentary commentary) {
    if (commentary.exception().isEmpty()) {
      return Optional.empty();
    }
    return switch (commentary.attitude()) {
      case INVOKES -> Optional.of(ExceptionState.CLAIMED);
      case SHOWS -> Optional.of(ExceptionState.SHOWN);
      case REFUTES -> Optional.of(ExceptionState.REFUTED);
      case SUPPORTS, DISPUTES, WITHDRAWS, RELAYS -> Optional.empty();
    };
  }
}
