package org.truce.coverage;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.truce.report.Count;

/** A named rule under which numbers of different units may be added. */
public enum CountingRule {
  /**
   * Each explosion, projectile, flash, flare, burst and shot is one violation, as the OSCE Special
   * Monitoring Mission to Ukraine printed them (report of 13 October 2020: 398 + 17 + 7 + 21 +
   * 1,177 = 1,620).
   */
  OSCE_SMM("osce-smm", "explosion projectile flash flare burst shot");

  private final String code;
  private final String units;

  CountingRule(String code, String units) {
    this.code = code;
    this.units = units;
  }

  /** Returns the name used on the command line and in files. */
  public String code() {
    return code;
  }

  /** Returns the units that are added. */
  public List<String> units() {
    return List.of(units.split(" ", -1));
  }

  /** Returns the sum over the units of this rule; other units are left out. */
  public Count sum(Collection<UnitCount> counts) {
    return counts.stream()
        .filter(each -> units().contains(each.unit()))
        .map(UnitCount::count)
        .reduce(Count.exactly(0), Count::plus);
  }

  /** Returns the rule with that code, if there is one. */
  public static Optional<CountingRule> find(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
  }
}
