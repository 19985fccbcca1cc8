package org.truce.incident.linkage;

import java.util.Arrays;

/**
 * Sorts a table of claims: a function of its rows, the model and what is decided.
 *
 * <p>Copies are put together first ({@link Copies}); the pairs that are near ({@link Blocks}) or
 * named are weighed; rows that a chain of weights above the least connects form a component; each
 * component is sorted on its own ({@link Component}).
 */
public final class Linkage {
  private final ClaimTable table;
  private final LinkModel model;
  private final Decided decided;
  private final Edges edges = new Edges();

  private Linkage(ClaimTable table, LinkModel model, Decided decided) {
    this.table = table;
    this.model = model;
    this.decided = decided;
  }

  /**
   * Returns for each row the row that names its happening: of all its rows the one whose id has the
   * smallest fingerprint.
   */
  public static int[] sorted(ClaimTable table, LinkModel model, Decided decided) {
    return new Linkage(table, model, decided).run();
  }

  private int[] run() {
    Copies copies = Copies.of(table, decided);
    new Blocks(table, copies.leaders()).visit(this::weigh);
    decided.named().forEach(pair -> weighNamed(copies, pair));
    decided.together().forEach(pair -> edges.add(pair.one(), pair.other(), LinkModel.CERTAIN));
    int[] happening = new int[table.size()];
    Arrays.setAll(happening, row -> row);
    Component.Sorter sorter = new Component.Sorter(table, model, decided.weights());
    Components.of(table.size(), edges)
        .forEach(rows -> new Component(table, rows, edges).sort(sorter, happening));
    for (int row = 0; row < happening.length; row++) {
      happening[row] = happening[copies.leaderOf()[row]];
    }
    return happening;
  }

  private void weigh(int one, int other) {
    int[] cells = table.cells();
    if (!model.mayLink(cells, one * ClaimTable.WIDTH, cells, other * ClaimTable.WIDTH)) {
      return;
    }
    int weight = model.weight(table, one, other);
    if (weight > model.least()) {
      edges.add(one, other, weight);
    }
  }

  private void weighNamed(Copies copies, Decided.Pair pair) {
    int one = copies.leaderOf()[pair.one()];
    int other = copies.leaderOf()[pair.other()];
    if (one != other) {
      weigh(one, other);
    }
  }
}
