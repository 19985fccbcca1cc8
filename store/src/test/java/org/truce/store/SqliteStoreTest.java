package org.truce.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SQLite keeps the contract. */
class SqliteStoreTest extends StoreContract {
  @Override
  Store open(String name) {
    return required(SqliteStore.open(file(name)));
  }

  private Path file(String name) {
    return folder.resolve(name + ".db");
  }

  @Test
  void aFileOfAnotherFormIsNotOpenedButCanBeMadeAgain() throws Exception {
    open("a").close();
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file("a"));
        Statement statement = raw.createStatement()) {
      statement.execute("PRAGMA user_version = 999");
    }
    assertThat(SqliteStore.open(file("a"))).isEmpty();
    SqliteStore.delete(file("a"));
    open("a").close();
  }

  @Test
  void aReaderSeesTheLastCommitWhileAnotherConnectionWrites() {
    try (Store writer = open("a")) {
      writer.apply(new Store.Recorded(0, 1, new byte[0]), List.of());
      writer.commit();
      writer.apply(new Store.Recorded(1, 2, new byte[0]), List.of());
      try (Store reader = required(SqliteStore.openToRead(file("a")))) {
        assertThat(reader.progress().entries()).isEqualTo(1);
        assertThatThrownBy(() -> reader.apply(new Store.Recorded(1, 2, new byte[0]), List.of()))
            .isInstanceOf(StoreException.class);
      }
    }
  }
}
