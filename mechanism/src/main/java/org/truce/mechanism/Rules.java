package org.truce.mechanism;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.truce.assessment.CaseAxes.Qualification;
import org.truce.incident.Incident;
import org.truce.mechanism.People.Person;
import org.truce.provenance.Handling;
import org.truce.report.ClaimId;

/**
 * Who may do what, and which acts make no sense. An act that is refused stays in the ledger with
 * the reason and changes nothing.
 */
final class Rules {
  private final Situation now;

  /**
   * What the rules look at.
   *
   * @param people who may act
   * @param reports what was received
   * @param incidents how claims are sorted
   * @param acts earlier acts
   * @param judging the agreement in force here
   */
  record Situation(
      People people, Reports reports, Incidents incidents, Acts acts, Judging judging) {}

  Rules(Situation now) {
    this.now = now;
  }

  /** Returns the role in which an act is done. */
  static Role role(Act act) {
    return switch (act) {
      case Act.Grant a -> Role.CUSTODIAN;
      case Act.Revoke a -> Role.CUSTODIAN;
      case Act.Verify a -> Role.VERIFIER;
      case Act.Determine a -> Role.ADJUDICATOR;
      case Act.Attribute a -> Role.ADJUDICATOR;
      case Act.Disclose a -> Role.RELEASER;
      case Act.SetHandling a -> Role.ANALYST;
      case Act.Correct a -> Role.ANALYST;
      case Act.Retract a -> Role.ANALYST;
      case Act.Merge a -> Role.ANALYST;
      case Act.Split a -> Role.ANALYST;
      case Act.Link a -> Role.ANALYST;
      case Act.Annotate a -> Role.ANALYST;
      case Act.Undo a -> Role.ANALYST;
    };
  }

  /** Returns why an act is refused, if it is. */
  Optional<String> refusal(String key, Act act) {
    if (act instanceof Act.Undo undo) {
      return undo(key, undo);
    }
    Optional<String> byRole = byRole(key, act);
    return byRole.isPresent() ? byRole : bySubject(key, act);
  }

  private Optional<String> byRole(String key, Act act) {
    Role role = role(act);
    if (now.people().find(key, role).isPresent()) {
      return Optional.empty();
    }
    boolean founds =
        act instanceof Act.Grant grant
            && grant.role() == Role.CUSTODIAN
            && grant.key().equals(key)
            && now.people().isUnfounded();
    return founds ? Optional.empty() : Optional.of("the key does not have the role " + role.code());
  }

  private Optional<String> undo(String key, Act.Undo undo) {
    Optional<Acts.Done> done = now.acts().find(undo.act());
    if (done.isEmpty()) {
      return Optional.of("entry %d is no act that counts".formatted(undo.act()));
    }
    if (now.acts().undoneBy(undo.act()) != 0) {
      return Optional.of("entry %d is undone already".formatted(undo.act()));
    }
    return byRole(key, roleOf(done.get().act()));
  }

  private Act roleOf(Act act) {
    return act instanceof Act.Undo undo
        ? now.acts().find(undo.act()).map(done -> roleOf(done.act())).orElse(act)
        : act;
  }

  private Optional<String> bySubject(String key, Act act) {
    return switch (act) {
      case Act.Grant grant -> Optional.empty();
      case Act.Revoke revoke -> Optional.empty();
      case Act.Annotate annotate -> Optional.empty();
      case Act.Undo undo -> Optional.empty();
      case Act.Verify verify -> verify(key, verify.incident());
      case Act.Determine determine -> determine(key, determine);
      case Act.Attribute attribute -> ownSide(key, Role.ADJUDICATOR, attribute.incident());
      case Act.Disclose disclose -> known(disclose.incident());
      case Act.Correct correct -> correct(correct);
      case Act.Retract retract -> report(retract.report());
      case Act.SetHandling set -> tighter(set);
      case Act.Merge merge -> merge(merge);
      case Act.Split split -> split(split);
      case Act.Link link -> link(link);
    };
  }

  private Optional<String> known(long incident) {
    return now.incidents().find(incident).isPresent()
        ? Optional.empty()
        : Optional.of("there is no incident I-%04d".formatted(incident));
  }

  /** Nobody verifies what they reported, and nobody verifies a case of their own side. */
  private Optional<String> verify(String key, long number) {
    Optional<String> own = ownSide(key, Role.VERIFIER, number);
    if (own.isPresent()) {
      return own;
    }
    boolean reported =
        now.incidents().find(number).orElseThrow().claims().stream()
            .anyMatch(claim -> sentBy(key, claim.id()));
    return reported ? Optional.of("who reported an incident does not verify it") : Optional.empty();
  }

  private boolean sentBy(String key, ClaimId claim) {
    return now.reports().senders(claim.report()).contains(key);
  }

  private Optional<String> ownSide(String key, Role role, long number) {
    Optional<String> unknown = known(number);
    if (unknown.isPresent()) {
      return unknown;
    }
    Incident incident = now.incidents().find(number).orElseThrow();
    SortedSet<String> parties = now.judging().parties(incident);
    Person person = now.people().find(key, role).orElseThrow();
    return person.side().isParty() && parties.contains(person.side().code())
        ? Optional.of(
            "I-%04d is a case of %s, the person's own side".formatted(number, person.side()))
        : Optional.empty();
  }

  private Optional<String> determine(String key, Act.Determine determine) {
    if (determine.value().compareTo(Qualification.DETERMINED_NO_VIOLATION) < 0) {
      return Optional.of("only what the commission determined is recorded by people");
    }
    boolean known =
        now.judging()
            .agreement()
            .flatMap(agreement -> agreement.findReading(determine.reading()))
            .isPresent();
    return known
        ? ownSide(key, Role.ADJUDICATOR, determine.incident())
        : Optional.of("there is no reading \"%s\"".formatted(determine.reading()));
  }

  private Optional<String> report(long index) {
    return now.reports().find(index).isPresent()
        ? Optional.empty()
        : Optional.of("entry %d is no report that was read first there".formatted(index));
  }

  private Optional<String> correct(Act.Correct correct) {
    Optional<String> unknown = report(correct.report());
    if (unknown.isPresent()) {
      return unknown;
    }
    return switch (Reading.replacement(correct.replacement())) {
      case Reading.Not not -> Optional.of("the replacement cannot be read: " + not.why().reason());
      case Reading.LeftOut left -> Optional.of("the replacement says nothing");
      case Reading.Of of ->
          of.report().id().equals(now.reports().find(correct.report()).orElseThrow().report().id())
              ? Optional.empty()
              : Optional.of("the replacement is of another report: " + of.report().id());
    };
  }

  /** Opening a report to more people than its source allowed is not a matter of one analyst. */
  private Optional<String> tighter(Act.SetHandling set) {
    Optional<String> unknown = report(set.report());
    if (unknown.isPresent()) {
      return unknown;
    }
    Handling read =
        now.reports().find(set.report()).orElseThrow().report().voice().disclosure().effective();
    return set.handling().compareTo(read) < 0
        ? Optional.of("the source allowed %s at most".formatted(read.code()))
        : Optional.empty();
  }

  private Optional<String> merge(Act.Merge merge) {
    for (long number : List.of(merge.one(), merge.other())) {
      Optional<String> unknown = known(number);
      if (unknown.isPresent()) {
        return unknown;
      }
    }
    return now.incidents().find(merge.one()).equals(now.incidents().find(merge.other()))
        ? Optional.of("both are one incident already")
        : Optional.empty();
  }

  private Optional<String> split(Act.Split split) {
    Optional<String> unknown = known(split.incident());
    if (unknown.isPresent()) {
      return unknown;
    }
    List<ClaimId> members =
        now.incidents().find(split.incident()).orElseThrow().members().stream()
            .map(claim -> claim.id())
            .toList();
    return split.apart().isEmpty() || !members.containsAll(split.apart())
        ? Optional.of("name claims that are members of I-%04d".formatted(split.incident()))
        : Optional.empty();
  }

  private Optional<String> link(Act.Link link) {
    if (link.one().equals(link.other())) {
      return Optional.of("a claim is not linked to itself");
    }
    for (ClaimId id : List.of(link.one(), link.other())) {
      if (!now.incidents().stands(id)) {
        return Optional.of("there is no claim " + id);
      }
    }
    return Optional.empty();
  }
}
