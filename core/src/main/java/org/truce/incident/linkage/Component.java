package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One component, sorted on its own.
 *
 * <p>A component of more than {@value #LARGEST} rows is cut by asking for more weight, step by
 * step, and at last by the order of ids; so the work stays bounded whatever is sent.
 */
final class Component {
  static final int LARGEST = 1_000;

  private static final int STEP = 500;

  private final ClaimTable table;
  private final int[] rows;
  private final Edges edges;

  /**
   * A component.
   *
   * @param edges with those of the component among them; only read when it is too large
   */
  Component(ClaimTable table, int[] rows, Edges edges) {
    this.table = table;
    this.rows = rows;
    this.edges = edges;
  }

  /** Writes for each row of the component the row with the smallest id of its happening. */
  void sort(Sorter sorter, int[] happening) {
    if (rows.length <= LARGEST) {
      sorter.sort(rows, happening);
      return;
    }
    List<int[]> pieces = new ArrayList<>();
    cut(rows, 0, pieces);
    pieces.forEach(piece -> sorter.sort(piece, happening));
  }

  private void cut(int[] part, int least, List<int[]> pieces) {
    if (part.length <= LARGEST) {
      pieces.add(part);
    } else if (least > 40 * STEP) {
      inOrder(part, pieces);
    } else {
      above(part, least + STEP).forEach(piece -> cut(piece, least + STEP, pieces));
    }
  }

  private void inOrder(int[] part, List<int[]> pieces) {
    List<Integer> sorted = new ArrayList<>(Arrays.stream(part).boxed().toList());
    sorted.sort((a, b) -> Long.compare(table.order(a), table.order(b)));
    for (int from = 0; from < sorted.size(); from += LARGEST) {
      int to = Math.min(sorted.size(), from + LARGEST);
      pieces.add(sorted.subList(from, to).stream().mapToInt(Integer::intValue).toArray());
    }
  }

  private List<int[]> above(int[] part, int least) {
    Edges kept = new Edges();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int row : part) {
      numbers.put(row, numbers.size());
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      Integer one = edges.weight(edge) > least ? numbers.get(edges.one(edge)) : null;
      Integer other = one == null ? null : numbers.get(edges.other(edge));
      if (one != null && other != null) {
        kept.add(one, other, edges.weight(edge));
      }
    }
    List<int[]> pieces = new ArrayList<>();
    Components.of(part.length, kept)
        .forEach(piece -> pieces.add(Arrays.stream(piece).map(at -> part[at]).toArray()));
    return pieces;
  }

  /** Sorts rows that may all be compared with each other. */
  static final class Sorter {
    private final ClaimTable table;
    private final LinkModel model;
    private final Map<Integer, List<int[]>> decided;
    private final Optional<Map<Integer, KnownWeights>> remembered;
    private final Merging merging = new Merging();
    private int[] local = new int[ClaimTable.WIDTH];

    /** Sorts each component once. */
    Sorter(ClaimTable table, LinkModel model, Map<Integer, List<int[]>> decided) {
      this(table, model, decided, Optional.empty());
    }

    /**
     * Sorts components again and again.
     *
     * @param remembered row → what was weighed when its component was sorted last
     */
    Sorter(
        ClaimTable table,
        LinkModel model,
        Map<Integer, List<int[]>> decided,
        Optional<Map<Integer, KnownWeights>> remembered) {
      this.table = table;
      this.model = model;
      this.decided = decided;
      this.remembered = remembered;
    }

    void sort(int[] rows, int[] happening) {
      if (rows.length == 2 && decided.isEmpty()) {
        int first = table.order(rows[0]) < table.order(rows[1]) ? rows[0] : rows[1];
        boolean together = model.weight(table, rows[0], rows[1]) > 0;
        happening[rows[0]] = together ? first : rows[0];
        happening[rows[1]] = together ? first : rows[1];
        return;
      }
      int[] sorted = byOrder(rows);
      int[] accounts = new int[sorted.length];
      for (int i = 0; i < sorted.length; i++) {
        accounts[i] = table.account(sorted[i]);
      }
      merging.start(sorted.length);
      weigh(sorted);
      int[] clusters = merging.clusters(accounts);
      for (int i = 0; i < sorted.length; i++) {
        happening[sorted[i]] = sorted[clusters[i]];
      }
    }

    private int[] byOrder(int[] rows) {
      int[] sorted = rows.clone();
      for (int i = 1; i < sorted.length; i++) {
        int row = sorted[i];
        int at = i;
        while (at > 0 && table.order(sorted[at - 1]) > table.order(row)) {
          sorted[at] = sorted[--at];
        }
        sorted[at] = row;
      }
      return sorted;
    }

    private void weigh(int[] rows) {
      if (remembered.isPresent() && rows.length >= KnownWeights.LEAST_ROWS) {
        weighTheUnknown(rows, remembered.get());
      } else {
        int[] cells = beside(rows);
        for (int i = 0; i < rows.length; i++) {
          for (int j = 0; j < i; j++) {
            merging.weigh(i, j, weight(cells, i, j));
          }
        }
      }
      overrule(rows);
    }

    private int weight(int[] cells, int i, int j) {
      return model.weight(cells, i * ClaimTable.WIDTH, cells, j * ClaimTable.WIDTH);
    }

    private void weighTheUnknown(int[] rows, Map<Integer, KnownWeights> memory) {
      int[] cells = beside(rows);
      KnownWeights known = known(rows, memory);
      int[] numbers = known.numbers(rows);
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < i; j++) {
          int weight = known.weight(numbers[i], numbers[j]);
          if (weight == KnownWeights.UNKNOWN) {
            weight = weight(cells, i, j);
            known.put(numbers[i], numbers[j], weight);
          }
          merging.weigh(i, j, weight);
        }
      }
    }

    /** What is remembered of the largest set of these rows; from now on all remember that. */
    private static KnownWeights known(int[] rows, Map<Integer, KnownWeights> memory) {
      KnownWeights known = KnownWeights.NONE;
      for (int row : rows) {
        KnownWeights held = memory.getOrDefault(row, KnownWeights.NONE);
        known = held.size() > known.size() ? held : known;
      }
      if (known.size() == 0 || known.isWornOut(rows.length)) {
        known = new KnownWeights(rows.length);
      }
      for (int row : rows) {
        memory.put(row, known);
      }
      return known;
    }

    /** Copies rows beside each other, since each is compared with each. */
    private int[] beside(int[] rows) {
      if (local.length < rows.length * ClaimTable.WIDTH) {
        local = new int[rows.length * ClaimTable.WIDTH];
      }
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(
            table.cells(),
            rows[i] * ClaimTable.WIDTH,
            local,
            i * ClaimTable.WIDTH,
            ClaimTable.WIDTH);
      }
      return local;
    }

    private void overrule(int[] rows) {
      for (int i = 0; i < rows.length && !decided.isEmpty(); i++) {
        for (int[] pair : decided.getOrDefault(rows[i], List.of())) {
          for (int j = 0; j < rows.length; j++) {
            if (rows[j] == pair[0]) {
              merging.weigh(i, j, pair[1]);
            }
          }
        }
      }
    }
  }
}
