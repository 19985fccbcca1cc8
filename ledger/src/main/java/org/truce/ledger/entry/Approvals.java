package org.truce.ledger.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.ledger.note.VerifierKey;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.StrictBase64;

/**
 * Who holds which role at this point of the log, and whether an entry has the two people it needs.
 *
 * <p>Everything it knows stands in the log. The first entry, {@code log.opened}, names founders
 * ({@code founder.1} = "role holder key") and rules ({@code rule.KIND} = "role role"). Roles are
 * granted and revoked by {@code role.granted} and {@code role.revoked} (facts role, holder, key);
 * both need two founders unless a rule says otherwise. One statement counts once.
 */
public final class Approvals {
  private static final String OPENED = "log.opened";
  private static final Set<String> ALWAYS = Set.of("role.granted", "role.revoked");
  private static final List<String> FOUNDERS = List.of("founder", "founder");

  private record Grant(String role, String holder, String key) {}

  private final String origin;
  private final Set<Grant> grants = new HashSet<>();
  private final Map<String, List<String>> rules = new HashMap<>();
  private final Set<Hash> used = new HashSet<>();
  private long twoPerson;

  /** Starts before the first entry of a log. */
  public Approvals(String origin) {
    this.origin = origin;
  }

  /** Returns how many entries had the two people that they needed. */
  public long twoPersonEntries() {
    return twoPerson;
  }

  /** Returns whether an entry of a kind can change anything here or be refused. */
  public boolean concerns(String kind) {
    return kind.equals(OPENED) || ALWAYS.contains(kind) || rules.containsKey(kind);
  }

  /** Takes a batch as a whole: if one entry is refused, none changes anything. */
  public Optional<String> takeAll(long first, List<Entry> batch) {
    Approvals trial = batch.size() == 1 ? this : copy();
    for (int i = 0; i < batch.size(); i++) {
      Optional<String> objection = trial.take(first + i, batch.get(i));
      if (objection.isPresent()) {
        return objection;
      }
    }
    if (trial != this) {
      for (int i = 0; i < batch.size(); i++) {
        take(first + i, batch.get(i));
      }
    }
    return Optional.empty();
  }

  private Approvals copy() {
    Approvals copy = new Approvals(origin);
    copy.grants.addAll(grants);
    copy.rules.putAll(rules);
    copy.used.addAll(used);
    return copy;
  }

  /**
   * Takes the next entry; returns why it must not stand, or nothing. A refused one changes nothing.
   */
  public Optional<String> take(long index, Entry entry) {
    if (entry.kind().equals(OPENED)) {
      return index == 0 ? open(entry) : Optional.of("log.opened is only the first entry");
    }
    List<String> roles =
        rules.getOrDefault(entry.kind(), ALWAYS.contains(entry.kind()) ? FOUNDERS : List.of());
    if (roles.isEmpty()) {
      return Optional.empty();
    }
    Hash statement = Hash.sha256(entry.statement(origin));
    if (used.contains(statement)) {
      return Optional.of(entry.kind() + ": the same statement was entered before");
    }
    if (!isApproved(entry, roles)) {
      return Optional.of(
          entry.kind()
              + ": needs valid signatures of two people, roles "
              + String.join(" and ", roles));
    }
    used.add(statement);
    twoPerson++;
    change(entry);
    return Optional.empty();
  }

  private Optional<String> open(Entry entry) {
    grants.clear();
    rules.clear();
    for (Map.Entry<String, String> fact : entry.facts().entrySet()) {
      String[] words = fact.getValue().split(" ", -1);
      if (fact.getKey().startsWith("founder.") && words.length == 3) {
        grants.add(new Grant(words[0], words[1], words[2]));
      } else if (fact.getKey().startsWith("rule.") && words.length == 2) {
        rules.put(fact.getKey().substring("rule.".length()), List.of(words));
      } else if (!fact.getKey().equals("origin") && !fact.getKey().equals("predecessor")) {
        return Optional.of("log.opened: \"" + fact.getKey() + "\" is not a founder or rule");
      }
    }
    return Optional.empty();
  }

  private void change(Entry entry) {
    Map<String, String> facts = entry.facts();
    Grant named =
        new Grant(
            facts.getOrDefault("role", ""),
            facts.getOrDefault("holder", ""),
            facts.getOrDefault("key", ""));
    if (entry.kind().equals("role.granted")) {
      grants.add(named);
    } else if (entry.kind().equals("role.revoked")) {
      grants.remove(named);
    }
  }

  private boolean isApproved(Entry entry, List<String> roles) {
    List<Grant> first = new ArrayList<>();
    List<Grant> second = new ArrayList<>();
    for (Grant grant : grants) {
      if (entry.approvals().containsKey(grant.key()) && isSigned(entry, grant.key())) {
        if (grant.role().equals(roles.get(0))) {
          first.add(grant);
        }
        if (grant.role().equals(roles.get(1))) {
          second.add(grant);
        }
      }
    }
    return first.stream()
        .anyMatch(
            a ->
                second.stream()
                    .anyMatch(b -> !a.key().equals(b.key()) && !a.holder().equals(b.holder())));
  }

  private boolean isSigned(Entry entry, String key) {
    try {
      byte[] signature = StrictBase64.decode(entry.approvals().getOrDefault(key, ""));
      return VerifierKey.ofPerson(StrictBase64.decode(key))
          .verifies(entry.statement(origin), signature);
    } catch (Malformed e) {
      return false;
    }
  }
}
