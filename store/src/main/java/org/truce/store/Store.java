package org.truce.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The projection. One writer; each reader sees the last commit. {@code StoreContract} in the tests
 * says what every implementation keeps.
 */
public interface Store extends AutoCloseable {

  /** Returns how far the last commit came; inside a batch, how far the batch has come. */
  Progress progress();

  /**
   * An entry as it was recorded.
   *
   * @param index its ledger index
   * @param recordedAt when, microseconds since 1970 UTC
   * @param content what it commits to, kept so that a reader needs neither the ledger nor its keys
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying would cost
  record Recorded(long index, long recordedAt, byte[] content) {}

  /**
   * Applies the effect of the next entry; not durable before {@link #commit}.
   *
   * @param entry the entry; its index must be the next one
   * @param changes at most one of a key
   */
  void apply(Recorded entry, List<Change> changes);

  /** Returns what the entry of an index commits to. */
  byte[] content(long index);

  /** Makes everything applied since the last commit durable, in one transaction. */
  void commit();

  /** Returns the row of a key that is known at an index. */
  Optional<Row> find(Table table, List<Object> key, long index);

  /** Hands over the rows that a query finds. */
  void each(Query query, Consumer<Row> each);

  /**
   * Answers a question.
   *
   * @param values Long or String for ?1, ?2, … as the question says; ?1 is the ledger index
   * @return a Long or a String for each column
   */
  List<List<Object>> ask(Question question, List<Object> values);

  /** Returns how many rows a query finds, per text of a column. */
  java.util.SortedMap<String, Long> count(Query query, String column);

  /** Hands over every row of a table with the span in which it is known, by key, then from. */
  void history(Table table, Consumer<Version> each);

  /** Returns the rows opened or closed by an entry, in no particular order. */
  List<Version> touchedBy(long index);

  /** Returns the digest chain up to and with an entry, hexadecimal. */
  String chain(long index);

  /** Returns the last index recorded at or before a time; -1 when there is none. */
  long lastRecordedBy(long micros);

  /** Returns how many entries the text index has taken in; it may lag behind. */
  long textEntries();

  /** Brings the text index up to date by at most this many entries. */
  void indexText(long most);

  /** Closes; what was applied since the last commit is forgotten. */
  @Override
  void close();
}
