package org.truce.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.truce.assessment.Outcome.Kind;

/** What must hold of every judgement, tried on made-up cases; the number of a case is its seed. */
class JudgePropertiesTest {
  private static final long TRIALS = Long.getLong("truce.trials", 100_000L);

  private static LongStream seeds() {
    return LongStream.range(0, TRIALS).parallel();
  }

  private static RandomCase made(SplittableRandom random) {
    RandomCase made = RandomCase.of(random);
    while (!ConcreteWorld.isPossible(made)) {
      made = RandomCase.of(random);
    }
    return made;
  }

  @Test
  void isDeterminedExactlyIfEveryCompletionLeadsToTheSame() {
    long determined =
        seeds()
            .filter(
                seed -> {
                  RandomCase made = made(new SplittableRandom(seed));
                  Set<Kind> possible = ConcreteWorld.verdicts(made);
                  Kind judged = made.judged().kind();
                  assertThat(judged)
                      .as("case %d, completions lead to %s", seed, possible)
                      .isEqualTo(
                          possible.size() == 1 ? possible.iterator().next() : Kind.UNDETERMINED);
                  return judged != Kind.UNDETERMINED;
                })
            .count();
    assertThat(determined).as("cases of both kinds").isBetween(TRIALS / 10, TRIALS * 9 / 10);
  }

  @Test
  void moreDoubtNeverMakesABreachOrAnAcquittal() {
    seeds()
        .forEach(
            seed -> {
              SplittableRandom random = new SplittableRandom(seed);
              RandomCase sharp = made(random);
              Kind vaguely = sharp.vaguer(random).judged().kind();
              if (vaguely != Kind.UNDETERMINED) {
                assertThat(sharp.judged().kind()).as("case %d", seed).isEqualTo(vaguely);
              }
            });
  }

  @Test
  void fillingTheMissingFactsAlwaysDecidesAndLeavingOneOutDoesNot() {
    long undetermined =
        seeds()
            .filter(
                seed -> {
                  SplittableRandom random = new SplittableRandom(seed);
                  RandomCase made = made(random);
                  if (!(made.judged() instanceof Outcome.Undetermined open)) {
                    return false;
                  }
                  ConcreteWorld world = ConcreteWorld.of(made, random);
                  assertThat(made.knowing(open.missing(), world).judged().kind())
                      .as("case %d, filled %s as in %s", seed, open.missing(), world)
                      .isEqualTo(world.verdict(made));
                  open.missing().forEach(fact -> needed(fact, open, made, seed));
                  return true;
                })
            .count();
    assertThat(undetermined).isGreaterThan(TRIALS / 10);
  }

  private static void needed(Fact fact, Outcome.Undetermined open, RandomCase made, long seed) {
    Set<Fact> others = EnumSet.copyOf(open.missing());
    others.remove(fact);
    assertThat(
            ConcreteWorld.covered(made)
                .anyMatch(
                    world -> made.knowing(others, world).judged().kind() == Kind.UNDETERMINED))
        .as("case %d: %s is named as missing, and without it %s do not decide", seed, fact, others)
        .isTrue();
  }

  @Test
  void theCompletionsShownLeadWhereTheySay() {
    seeds()
        .limit(TRIALS / 10)
        .forEach(
            seed -> {
              RandomCase made = made(new SplittableRandom(seed));
              if (made.judged() instanceof Outcome.Undetermined open) {
                Set<Kind> possible = ConcreteWorld.verdicts(made);
                assertThat(open.one().leadsTo()).isNotEqualTo(open.other().leadsTo());
                assertThat(possible).contains(open.one().leadsTo(), open.other().leadsTo());
                assertThat(open.one().facts().keySet()).isEqualTo(open.other().facts().keySet());
                assertThat(open.one().facts()).isNotEqualTo(open.other().facts());
              }
            });
  }
}
