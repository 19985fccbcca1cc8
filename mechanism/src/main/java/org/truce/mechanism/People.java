package org.truce.mechanism;

import java.io.IOException;
import java.util.Optional;
import org.truce.provenance.Side;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
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

  void write(SnapshotOutput out) throws IOException {
    granted.write(
        out,
        (to, key) -> {
          to.word(key.key());
          to.word(key.role().code());
        },
        (to, person) ->
            to.optional(
                person,
                (more, who) -> {
                  more.word(who.name());
                  more.word(who.side().code());
                }));
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    granted.read(
        in,
        from -> new Key(from.word(), Role.find(from.word()).orElseThrow()),
        (from, act) -> from.optional(more -> new Person(more.word(), new Side(more.word()))));
  }
}
