package org.truce.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.truce.assessment.Aspect.Difference;

/**
 * Every side of a clause under one version of the facts.
 *
 * @param inForce whether the reading was in force then
 * @param inArea whether the clause applies there
 * @param conduct what the conduct means
 * @param target whether the target is one of those named
 * @param actors what the actors mean
 * @param exceptions which exceptions hold
 */
record Aspects(
    Aspect<Boolean> inForce,
    Aspect<Boolean> inArea,
    Aspect<ConductAspect.Meaning> conduct,
    Aspect<Boolean> target,
    Aspect<ActorsAspect.Meaning> actors,
    Aspect<SortedSet<String>> exceptions) {

  /** One output of each aspect: one class of completions. */
  record Outputs(
      boolean inForce,
      boolean inArea,
      ConductAspect.Meaning conduct,
      boolean target,
      ActorsAspect.Meaning actors,
      SortedSet<String> exceptions) {}

  List<Outputs> outputs() {
    List<Outputs> all = new ArrayList<>();
    for (boolean force : inForce.outputs()) {
      for (boolean area : inArea.outputs()) {
        for (ConductAspect.Meaning act : conduct.outputs()) {
          for (boolean object : target.outputs()) {
            for (ActorsAspect.Meaning who : actors.outputs()) {
              for (SortedSet<String> holding : exceptions.outputs()) {
                all.add(new Outputs(force, area, act, object, who, holding));
              }
            }
          }
        }
      }
    }
    return all;
  }

  /**
   * Returns, aspect by aspect, the pairs of alternatives that lead from these outputs here to those
   * there and differ in as few facts as possible.
   */
  List<List<? extends Difference<?>>> differences(Outputs here, Aspects there, Outputs output) {
    return List.of(
        inForce.differences(here.inForce(), there.inForce, output.inForce()),
        inArea.differences(here.inArea(), there.inArea, output.inArea()),
        conduct.differences(here.conduct(), there.conduct, output.conduct()),
        target.differences(here.target(), there.target, output.target()),
        actors.differences(here.actors(), there.actors, output.actors()),
        exceptions.differences(here.exceptions(), there.exceptions, output.exceptions()));
  }
}
