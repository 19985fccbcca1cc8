package org.truce.incident.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts a table of claims: a function of its rows, the model and what is decided.
 *
 * <p>Copies are put together first ({@link Copies}); the pairs that are near ({@link Blocks}) or
 * named are weighed; rows that a chain of weights above the least connects form a component; each
 * component is sorted on its own ({@link Component}).
 */
public final class Linkage {
  /** Components that one piece of work sorts. */
  private static final int PIECE = 1 << 13;

  private final ClaimTable table;
  private final LinkModel model;
  private final Decided decided;
  private final Workers workers;
  private Copies copies = Copies.NONE;
  private TimeOrder order = TimeOrder.NONE;

  private Linkage(ClaimTable table, LinkModel model, Decided decided, Workers workers) {
    this.table = table;
    this.model = model;
    this.decided = decided;
    this.workers = workers;
  }

  /**
   * Returns for each row the row that names its happening: of all its rows the one whose id has the
   * smallest fingerprint.
   */
  public static int[] sorted(ClaimTable table, LinkModel model, Decided decided) {
    return sort(table, model, decided, Workers.ALONE).happening();
  }

  /** Sorts with the work given to others. */
  public static Sorted sort(ClaimTable table, LinkModel model, Decided decided, Workers workers) {
    return new Linkage(table, model, decided, workers).run();
  }

  /**
   * A sorted table.
   *
   * @param happening for each row the row that names its happening
   * @param notCompared how many rows were compared with nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // one number for each of millions of rows
  public record Sorted(int[] happening, NotCompared notCompared) {}

  /**
   * Rows that are compared with nothing because of where they lie; each stands alone unless
   * something is decided about it.
   *
   * @param vague place wider than a district, time longer than a day and a bit, or none given
   * @param crowded one of more than {@value Crowds#MOST} different rows in one place at one time
   */
  public record NotCompared(int vague, int crowded) {}

  private Sorted run() {
    workers.doAll(
        List.of(
            () -> copies = Copies.of(table, decided, workers, Copies::number),
            () -> order = TimeOrder.of(table)));
    Blocks blocks = new Blocks(table, order.leading(copies), model::crowding);
    Edges edges = near(blocks);
    decided.named().forEach(pair -> weighNamed(pair, edges));
    decided.together().forEach(pair -> edges.add(pair.one(), pair.other(), LinkModel.CERTAIN));
    int[] happening = new int[table.size()];
    Arrays.setAll(happening, row -> row);
    sortComponents(edges, happening);
    for (int row = 0; row < happening.length; row++) {
      happening[row] = happening[copies.leaderOf()[row]];
    }
    return new Sorted(
        happening, new NotCompared(table.size() - order.rows().length, blocks.crowded()));
  }

  /** The pairs that are near and weigh enough, in an order that depends on the rows alone. */
  private Edges near(Blocks blocks) {
    List<Edges> found = new ArrayList<>();
    blocks.visit(
        workers,
        () -> {
          Edges piece = new Edges();
          found.add(piece);
          return (one, a, other, b, squared) -> weigh(one, a, other, b, squared, piece);
        });
    return Edges.joined(found);
  }

  private void sortComponents(Edges edges, int[] happening) {
    Components components = Components.of(table.size(), edges);
    var overruled = decided.weights();
    List<Runnable> pieces = new ArrayList<>();
    for (int from = 0; from < components.count(); from += PIECE) {
      int start = from;
      int end = Math.min(components.count(), from + PIECE);
      pieces.add(
          () -> {
            Component.Sorter sorter = new Component.Sorter(table, model, overruled);
            components.forEach(
                start, end, rows -> new Component(table, rows, edges).sort(sorter, happening));
          });
    }
    workers.doAll(pieces);
  }

  private void weigh(int[] one, int a, int[] other, int b, double squared, Edges edges) {
    int crowd = Comparison.crowd(one[a + Stretch.CROWD], other[b + Stretch.CROWD]);
    int weight = model.link(one, a, other, b, squared, crowd);
    if (weight > model.least()) {
      edges.add(Stretch.row(one, a), Stretch.row(other, b), weight);
    }
  }

  private void weighNamed(Decided.Pair pair, Edges edges) {
    int one = copies.leaderOf()[pair.one()];
    int other = copies.leaderOf()[pair.other()];
    int weight = one == other ? model.least() : model.link(table, one, other);
    if (weight > model.least()) {
      edges.add(one, other, weight);
    }
  }
}
