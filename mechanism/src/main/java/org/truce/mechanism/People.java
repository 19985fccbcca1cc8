package org.truce.mechanism;

import java.util.Optional;
import org.truce.provenance.Side;
import org.truce.store.Row;
import org.truce.store.Table;

/** Which key may act in which role, by what acts granted and revoked. */
final class People {
  private final Standing<Key, Optional<Person>> granted = new Standing<>();

  /** A key in a role. */
  record Key(String key, Role role) {}

  /** Whose key it is. */
  record Person(String name, Side side) {}

  Standing<Key, Optional<Person>> granted() {
    return granted;
  }

  /** Returns who holds a key in a role, if an act granted it and none revoked it. */
  Optional<Person> find(String key, Role role) {
    return granted.of(new Key(key, role)).flatMap(Standing.Said::value);
  }

  /** Returns whether nobody can grant roles yet. */
  boolean isUnfounded() {
    return granted.all().entrySet().stream()
        .noneMatch(
            each -> each.getKey().role() == Role.CUSTODIAN && each.getValue().value().isPresent());
  }

  /** Writes the row of a key in a role as it is now. */
  void refresh(Key key, Effects effects) {
    Optional<Standing.Said<Optional<Person>>> said = granted.of(key);
    Optional<Person> person = said.flatMap(Standing.Said::value);
    if (person.isEmpty()) {
      effects.gone(Table.PERSON, java.util.List.of(key.key(), key.role().code()));
      return;
    }
    effects.put(
        Row.of(
            Table.PERSON,
            key.key(),
            key.role().code(),
            person.get().name(),
            person.get().side(),
            said.orElseThrow().act()));
  }
}
