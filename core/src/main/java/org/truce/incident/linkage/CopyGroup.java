package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows of the same content as they come and go; the rule is that of {@link Copies}. */
final class CopyGroup {
  private final ClaimTable table;
  private final List<Integer> rows = new ArrayList<>();
  private final Set<Integer> reports = new HashSet<>();
  private List<Integer> leaders = List.of();

  CopyGroup(ClaimTable table) {
    this.table = table;
  }

  List<Integer> rows() {
    return rows;
  }

  List<Integer> leaders() {
    return leaders;
  }

  int leader() {
    return leaders.getFirst();
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Whether a new row would only be one copy more: nobody else's part changes. */
  boolean isPlainCopy(int row) {
    return leaders.size() == 1
        && !isDataset(row)
        && table.order(leader()) < table.order(row)
        && !reports.contains(table.cell(row, ClaimTable.REPORT));
  }

  void add(int row) {
    rows.add(row);
    reports.add(table.cell(row, ClaimTable.REPORT));
  }

  void remove(int row) {
    rows.removeIf(each -> each == row);
    reports.clear();
    rows.forEach(each -> reports.add(table.cell(each, ClaimTable.REPORT)));
  }

  /** Returns the leaders and forgets them. */
  List<Integer> takeLeaders() {
    List<Integer> taken = leaders;
    leaders = List.of();
    return taken;
  }

  /** Chooses leaders: the smallest id, whatever may not be a copy, whatever is decided about. */
  void lead(Collection<Integer> decided, int[] leaderOf) {
    int leader = rows.getFirst();
    for (int row : rows) {
      leader = table.order(row) < table.order(leader) ? row : leader;
    }
    List<Integer> sorted = new ArrayList<>(rows);
    sorted.sort((a, b) -> Long.compare(table.order(a), table.order(b)));
    Set<Integer> seen = new HashSet<>();
    List<Integer> chosen = new ArrayList<>();
    for (int row : sorted) {
      boolean first = seen.add(table.cell(row, ClaimTable.REPORT));
      boolean copy = row != leader && first && !isDataset(row) && !decided.contains(row);
      leaderOf[row] = copy ? leader : row;
      if (!copy) {
        chosen.add(row);
      }
    }
    leaders = List.copyOf(chosen);
  }

  private boolean isDataset(int row) {
    return (table.cell(row, ClaimTable.FLAGS) & ClaimTable.DATASET) != 0;
  }
}
