package org.truce.publish.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Records of one kind, written column by column, so that thousands of them make a file that opens:
 * a name is written once, and so is a value that many records share.
 *
 * <p>A column is written in one of these forms; {@code values.js} reads them:
 *
 * <ul>
 *   <li>{@code same}: the one value that every record has;
 *   <li>{@code base, plus}: whole numbers, each as what it has above the least;
 *   <li>{@code all}: the value of every record;
 *   <li>{@code of, at}: the different values, and for each record 1 + the position of its own, or 0
 *       where it has none;
 *   <li>{@code rows} beside {@code all} or {@code of, at}: the column is of these few records only.
 * </ul>
 */
final class Columns {
  /** A column in which fewer than one record of so many has a value is written as the few. */
  private static final int SPARSE = 4;

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private int size;

  private record Column(List<Integer> rows, List<Object> values) {

    private Column ofItsOwn() {
      return new Column(IntStream.range(0, values.size()).boxed().toList(), values);
    }

    private List<Integer> at(List<Integer> positions, int size) {
      List<Integer> at = new ArrayList<>(Collections.nCopies(size, 0));
      for (int i = 0; i < rows.size(); i++) {
        at.set(rows.get(i), 1 + positions.get(i));
      }
      return at;
    }
  }

  /** Adds a record; a name that it lacks has no value in it. */
  void add(Map<String, Object> record) {
    record.forEach(
        (name, value) -> {
          Column column =
              columns.computeIfAbsent(
                  name, added -> new Column(new ArrayList<>(), new ArrayList<>()));
          column.rows.add(size);
          column.values.add(value);
        });
    size++;
  }

  /** Returns how many records there are, and the columns by name. */
  Map<String, Object> written() {
    Map<String, Object> forms = new LinkedHashMap<>();
    columns.forEach((name, column) -> forms.put(name, form(column)));
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("size", size);
    written.put("columns", forms);
    return written;
  }

  private Map<String, Object> form(Column column) {
    Map<String, Object> form = new LinkedHashMap<>();
    boolean few = column.values.size() * SPARSE < size;
    if (few) {
      form.put("rows", column.rows);
    }
    fill(form, few ? column.ofItsOwn() : column, few ? column.values.size() : size);
    return form;
  }

  private static void fill(Map<String, Object> form, Column column, int size) {
    Interned<Object> different = new Interned<>();
    List<Integer> positions = column.values.stream().map(different::position).toList();
    boolean complete = positions.size() == size;
    if (complete && different.values().size() == 1) {
      form.put("same", different.values().getFirst());
    } else if (complete && column.values.stream().allMatch(Columns::isWhole)) {
      long least = column.values.stream().mapToLong(Columns::whole).min().orElse(0);
      form.put("base", least);
      form.put("plus", column.values.stream().map(value -> whole(value) - least).toList());
    } else if (complete && different.values().size() * 2 > size) {
      form.put("all", column.values);
    } else {
      form.put("of", different.values());
      form.put("at", column.at(positions, size));
    }
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer || value instanceof Long;
  }

  private static long whole(Object value) {
    return ((Number) value).longValue();
  }
}
