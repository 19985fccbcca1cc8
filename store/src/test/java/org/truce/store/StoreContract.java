package org.truce.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.store.Query.Box;
import org.truce.store.Query.Comparison;

/** What every store keeps. */
abstract class StoreContract {
  private static final long LATER = 1_745_136_000_000_000L;

  @TempDir Path folder = Path.of("");

  /** Opens the store of that name, making it when there is none. */
  abstract Store open(String name);

  private static Row member(String claim, long incident) {
    return Row.of(Table.MEMBER, claim, incident);
  }

  private static void apply(Store store, long index, long at, List<Change> changes) {
    store.apply(new Store.Recorded(index, at, new byte[] {(byte) index}), changes);
  }

  private static Change put(Row row) {
    return new Change.Put(row);
  }

  private static List<Object> key(String claim) {
    return List.of(claim);
  }

  private static Row claim(String id, long lat, long lon, String text) {
    return Row.of(
        Table.CLAIM,
        id,
        0,
        "event",
        "s",
        "neutral",
        "public",
        0,
        1,
        1,
        lat,
        lon,
        lat,
        lon,
        "x",
        text);
  }

  @Test
  void aRowIsKnownFromItsEntryUntilTheEntryThatChangesIt() {
    try (Store store = open("a")) {
      apply(store, 0, LATER, List.of(put(member("a/1/1", 1))));
      apply(store, 1, LATER, List.of());
      apply(store, 2, LATER, List.of(put(member("a/1/1", 7))));
      apply(store, 3, LATER, List.of(new Change.Gone(Table.MEMBER, key("a/1/1"))));
      store.commit();
      assertThat(store.find(Table.MEMBER, key("a/1/1"), 1)).contains(member("a/1/1", 1));
      assertThat(store.find(Table.MEMBER, key("a/1/1"), 2)).contains(member("a/1/1", 7));
      assertThat(store.find(Table.MEMBER, key("a/1/1"), 3)).isEmpty();
      assertThat(store.content(2)).containsExactly(2);
    }
  }

  @Test
  void sayingTheSameAgainChangesNothing() {
    try (Store store = open("a")) {
      apply(store, 0, LATER, List.of(put(member("a/1/1", 1))));
      apply(store, 1, LATER, List.of(put(member("a/1/1", 1))));
      assertThat(store.touchedBy(1)).isEmpty();
    }
  }

  @Test
  void entriesComeInOrderWithoutGaps() {
    try (Store store = open("a")) {
      assertThatThrownBy(() -> apply(store, 1, LATER, List.of()))
          .hasMessage("the next entry is 0, was 1");
    }
  }

  @Test
  void whatWasNotCommittedIsGoneAfterAClose() {
    try (Store store = open("a")) {
      apply(store, 0, LATER, List.of(put(member("a/1/1", 1))));
      store.commit();
      apply(store, 1, LATER, List.of(put(member("a/1/1", 2))));
      assertThat(store.progress().entries()).isEqualTo(2);
    }
    try (Store store = open("a")) {
      assertThat(store.progress().entries()).isEqualTo(1);
      assertThat(store.find(Table.MEMBER, key("a/1/1"), 5)).contains(member("a/1/1", 1));
    }
  }

  @Test
  void theDigestDoesNotDependOnBatchesOrOnTheOrderInsideAnEntry() {
    List<String> digests = new ArrayList<>();
    for (int batch : List.of(1, 7, 1_000)) {
      try (Store store = open("batch" + batch)) {
        Random random = new Random(6);
        for (int entry = 0; entry < 300; entry++) {
          List<Change> changes = new ArrayList<>();
          changes.add(put(member("a/1/" + random.nextInt(40), random.nextInt(9))));
          changes.add(put(member("b/1/" + random.nextInt(40), random.nextInt(9))));
          apply(store, entry, LATER + entry, batch == 7 ? changes.reversed() : changes);
          if (entry % batch == 0) {
            store.commit();
          }
        }
        store.commit();
        digests.add(store.progress().chain() + Chain.scan(store));
      }
    }
    assertThat(digests).as("random seed 6").containsOnly(digests.getFirst());
  }

  @Test
  void theChainCanBeWorkedOutAgainFromTheRows() {
    try (Store store = open("a")) {
      apply(store, 0, LATER, List.of(put(member("a/1/1", 1)), put(member("a/1/2", 1))));
      apply(store, 1, LATER + 9, List.of(put(member("a/1/1", 2))));
      store.commit();
      String first = Chain.after("", 0, LATER, store.touchedBy(0));
      assertThat(first).isEqualTo(store.chain(0));
      assertThat(Chain.after(first, 1, LATER + 9, store.touchedBy(1))).isEqualTo(store.chain(1));
    }
  }

  @Test
  void aBoxFindsWhatItTouchesAndNothingWithoutAPosition() {
    try (Store store = open("a")) {
      Row nowhere =
          Row.of(
              Table.CLAIM,
              "a/1/3",
              0,
              "event",
              "s",
              "neutral",
              "public",
              0,
              1,
              1,
              1,
              0,
              0,
              0,
              "x",
              "");
      apply(
          store,
          0,
          LATER,
          List.of(
              put(claim("a/1/1", 466_500_000, 326_600_000, "")),
              put(claim("a/1/2", 500_000_000, 362_000_000, "")),
              put(nowhere)));
      List<String> found = new ArrayList<>();
      store.each(
          Query.of(Table.CLAIM, 0)
              .within(new Box(466_500_000, 320_000_000, 480_000_000, 326_600_000)),
          row -> found.add(row.text("claim")));
      assertThat(found).containsExactly("a/1/1");
    }
  }

  @Test
  void theTextIndexFollowsBehindAndFindsArabicAndUkrainianAndSignsAreNoCommands() {
    try (Store store = open("a")) {
      apply(store, 0, LATER, List.of(put(claim("a/1/1", 0, 0, "обстріл Херсона, \"FPV\" OR 1"))));
      apply(store, 1, LATER, List.of(put(claim("a/1/2", 0, 0, "قصف مدفعي على داريا"))));
      store.commit();
      assertThat(store.textEntries()).isZero();
      store.indexText(1);
      assertThat(store.textEntries()).isEqualTo(1);
      assertThat(said(store, "داريا")).isEmpty();
      store.indexText(100);
      assertThat(said(store, "داريا")).containsExactly("a/1/2");
      assertThat(said(store, "херсон")).containsExactly("a/1/1");
      assertThat(said(store, "\"FPV\" OR")).containsExactly("a/1/1");
      assertThat(said(store, "nothing OR FPV")).isEmpty();
    }
  }

  private static List<String> said(Store store, String words) {
    List<String> found = new ArrayList<>();
    store.each(Query.of(Table.CLAIM, 1).saying(words), row -> found.add(row.text("claim")));
    return found;
  }

  @Test
  void rowsAreCountedAtAnIndexUnderConditions() {
    try (Store store = open("a")) {
      apply(store, 0, LATER, List.of(put(member("a/1/1", 1)), put(member("a/1/2", 2))));
      apply(store, 1, LATER, List.of(put(member("a/1/2", 1))));
      assertThat(store.count(Query.of(Table.MEMBER, 0), "incident"))
          .isEqualTo(java.util.Map.of("1", 1L, "2", 1L));
      assertThat(store.count(Query.of(Table.MEMBER, 1), "incident"))
          .isEqualTo(java.util.Map.of("1", 2L));
      assertThat(
              store.count(
                  Query.of(Table.MEMBER, 0).where("incident", Comparison.MORE, 1L), "claim"))
          .containsOnlyKeys("a/1/2");
    }
  }

  @Test
  void aTimeLeadsToTheLastEntryRecordedByThen() {
    try (Store store = open("a")) {
      apply(store, 0, LATER, List.of());
      apply(store, 1, LATER + 5, List.of());
      assertThat(store.lastRecordedBy(LATER - 1)).isEqualTo(-1);
      assertThat(store.lastRecordedBy(LATER + 4)).isZero();
      assertThat(store.lastRecordedBy(LATER + 5)).isEqualTo(1);
    }
  }

  @Test
  void oneEntryDoesNotChangeARowTwice() {
    try (Store store = open("a")) {
      assertThatThrownBy(
              () ->
                  apply(store, 0, LATER, List.of(put(member("a/1/1", 1)), put(member("a/1/1", 2)))))
          .hasMessageContaining("changes one row of MEMBER twice");
    }
  }

  static Store required(Optional<SqliteStore> opened) {
    return opened.orElseThrow();
  }
}
