package org.truce.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.gazetteer.Gazetteer;
import org.truce.place.Atlas;
import org.truce.store.Row;
import org.truce.store.SqliteStore;
import org.truce.store.Store;
import org.truce.store.StoreException;
import org.truce.store.Table;
import org.truce.store.Version;

class WritingTest {
  @TempDir private Path folder = Path.of("");

  private static final Atlas ATLAS = Gazetteer.load().atlas();

  /** An effect that writes one row. */
  private static Unjudged change(String mapping) {
    Effects effects = new Effects();
    effects.put(Row.of(Table.MAPPING, mapping, 0L, "exercise"));
    return new Unjudged(effects, List.of(), Set.of(), Optional.empty(), Judging.byNothing(), false);
  }

  @SuppressWarnings("NullAway") // an entry without content fails once its rows are written
  private static Store.Recorded withoutContent(long index) {
    return new Store.Recorded(index, 0, null);
  }

  @Test
  void halfAnEntryIsNeverCommittedWhateverIsHandedOverAfterAFailure() {
    Path file = folder.resolve("projection.db");
    try (Store store = SqliteStore.open(file).orElseThrow()) {
      Projector projector =
          new Projector(
              new Projector.Places(() -> ATLAS, name -> Optional.empty()), at -> null, 10);
      Writing writing = new Writing(store, projector);
      try (writing) {
        for (int i = 0; i < 64; i++) {
          writing.write(withoutContent(i), change("mapping " + i));
        }
        writing.commit();
        assertThatThrownBy(writing::settle)
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("cannot write the effect of entry 0");
        assertThatThrownBy(writing::settle).hasMessageContaining("start again");
      }
    }
    try (Store store = SqliteStore.openToRead(file).orElseThrow()) {
      assertThat(store.progress().entries()).isZero();
      store.history(Table.MAPPING, WritingTest::unexpected);
    }
  }

  private static void unexpected(Version version) {
    throw new AssertionError(version + " was committed");
  }
}
