package org.truce.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
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
 * @param rule what else decides
 */
record Aspects(
    Aspect<Boolean> inForce,
    Aspect<Boolean> inArea,
    Aspect<ConductAspect.Meaning> conduct,
    Aspect<Boolean> target,
    Aspect<ActorsAspect.Meaning> actors,
    RuleAspects rule) {

  /**
   * What decides besides the act, its author, its time and its area.
   *
   * @param exceptions which exceptions hold
   * @param weapon to which of the classes that the clause names the weapon belongs
   * @param distances party → how many of its distances are kept
   * @param noticed whether notice was given in time
   * @param outsideStorage whether it stands outside the storage that the text demands
   */
  record RuleAspects(
      Aspect<SortedSet<String>> exceptions,
      Aspect<SortedSet<String>> weapon,
      Aspect<SortedMap<String, Integer>> distances,
      Aspect<Boolean> noticed,
      Aspect<Boolean> outsideStorage) {

    /** One output of each. */
    record Combined(
        SortedSet<String> exceptions,
        SortedSet<String> weapon,
        SortedMap<String, Integer> distances,
        boolean noticed,
        boolean outsideStorage) {}

    List<Combined> outputs() {
      List<Combined> all = new ArrayList<>();
      for (SortedSet<String> holding : exceptions.outputs()) {
        for (SortedSet<String> classes : weapon.outputs()) {
          for (SortedMap<String, Integer> kept : distances.outputs()) {
            for (boolean given : noticed.outputs()) {
              for (boolean outside : outsideStorage.outputs()) {
                all.add(new Combined(holding, classes, kept, given, outside));
              }
            }
          }
        }
      }
      return all;
    }
  }

  /** One output of each aspect: one class of completions. */
  record Outputs(
      boolean inForce,
      boolean inArea,
      ConductAspect.Meaning conduct,
      boolean target,
      ActorsAspect.Meaning actors,
      RuleAspects.Combined rule) {}

  List<Outputs> outputs() {
    List<Outputs> all = new ArrayList<>();
    for (boolean force : inForce.outputs()) {
      for (boolean area : inArea.outputs()) {
        for (ConductAspect.Meaning act : conduct.outputs()) {
          for (boolean object : target.outputs()) {
            for (ActorsAspect.Meaning who : actors.outputs()) {
              for (RuleAspects.Combined more : rule.outputs()) {
                all.add(new Outputs(force, area, act, object, who, more));
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
        rule.exceptions()
            .differences(
                here.rule().exceptions(), there.rule.exceptions, output.rule().exceptions()),
        rule.weapon.differences(here.rule().weapon(), there.rule.weapon, output.rule().weapon()),
        rule.distances.differences(
            here.rule().distances(), there.rule.distances, output.rule().distances()),
        rule.noticed.differences(
            here.rule().noticed(), there.rule.noticed, output.rule().noticed()),
        rule.outsideStorage.differences(
            here.rule().outsideStorage(),
            there.rule.outsideStorage,
            output.rule().outsideStorage()));
  }
}
