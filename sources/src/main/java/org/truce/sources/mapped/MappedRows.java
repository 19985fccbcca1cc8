package org.truce.sources.mapped;

import java.util.Optional;
import java.util.function.Function;
import org.truce.notation.Node;
import org.truce.notation.NotationException;
import org.truce.notation.ReportNotation;
import org.truce.place.RegionCode;
import org.truce.report.Rejected;
import org.truce.sources.Reception;
import org.truce.sources.rows.Row;
import org.truce.sources.rows.RowSink;

/** Turns rows into reports by a mapping; rows that it does not keep are left out. */
public final class MappedRows implements RowSink {
  private final MappingFile mapping;
  private final Function<String, Optional<RegionCode>> regions;
  private final Reception reception;

  /**
   * Prepares to read.
   *
   * @param regions finds a region by a name that the source uses
   */
  public MappedRows(
      MappingFile mapping, Function<String, Optional<RegionCode>> regions, Reception reception) {
    this.mapping = mapping;
    this.regions = regions;
    this.reception = reception;
  }

  @Override
  public void row(Row row) {
    try {
      if (!mapping.rows().keep().stream().allMatch(filter -> filter.holds(row))) {
        return;
      }
      mapping.rows().position().ifPresent(check -> check.check(row));
      // Messages name the table's line, which can exceed an int; the notation's own does not.
      Node.Where where =
          new Node.Where(row.input().file(), (int) Math.min(row.input().line(), Integer.MAX_VALUE));
      Optional<Node> report =
          mapping.report().template().fill(new Template.Filling(row, where, regions));
      if (report.isPresent() && report.get().mapping().find("claims").isPresent()) {
        reception.report(
            ReportNotation.read(new Node.Mapping(where, report.get().mapping().entries())));
      } else {
        reception.rejected(new Rejected(row.input(), "", "", "the mapping makes no claim of it"));
      }
    } catch (BadCell bad) {
      reception.rejected(new Rejected(row.input(), bad.column(), bad.value(), bad.reason()));
    } catch (NotationException e) {
      reception.rejected(new Rejected(row.input(), "", "", e.reason()));
    }
  }

  @Override
  public void rejected(Rejected rejected) {
    reception.rejected(rejected);
  }
}
