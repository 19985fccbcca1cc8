package org.truce.ledger.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.truce.ledger.Publisher;
import org.truce.ledger.journal.Damaged;
import org.truce.ledger.journal.Journal;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.SimulatedStorage.Crashed;
import org.truce.ledger.storage.SimulatedStorage.Fault;

/** Faulty lives of a ledger on a simulated disk: by chance, and all small ones. */
public final class Simulation {
  private static final int STARTS = 4;
  private static final List<Fault> FAULTS = List.of(Fault.values());

  private Simulation() {}

  /**
   * Runs one schedule of faults; the same seed gives the same one.
   *
   * @param key signs checkpoints in every fortieth schedule
   * @return how many records were acknowledged
   * @throws Violation if a promise was broken
   */
  public static int schedule(long seed, SigningKey key) {
    return schedule(seed, key, true);
  }

  /** Runs one schedule; {@code forced} is false for the seeded bug that nothing is forced. */
  static int schedule(long seed, SigningKey key, boolean forced) {
    SplittableRandom random = new SplittableRandom(seed);
    SimulatedLife life = new SimulatedLife("seed " + seed, forced);
    for (int start = 0; start < STARTS; start++) {
      if (random.nextInt(5) > 0) {
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        life.disk().plan(fault, random.nextInt(40));
      }
      live(life, random, seed % 40 == 0, key);
      boolean powerLost = random.nextInt(3) > 0;
      life.disk().heal();
      if (powerLost) {
        life.continueOn(life.disk().afterPowerLoss(random::nextInt));
      }
    }
    live(life, new SplittableRandom(seed), false, key);
    return life.acknowledged();
  }

  private static void live(
      SimulatedLife life, SplittableRandom random, boolean publishing, SigningKey key) {
    try (Journal journal = life.start()) {
      Publisher publisher = publishing ? life.publisher(journal, key) : null;
      int groups = random.nextInt(1, 8);
      for (int group = 0; group < groups; group++) {
        life.append(journal, batches(random));
        if (publisher != null && random.nextInt(3) == 0) {
          publisher.publish();
        }
      }
    } catch (Crashed e) {
      // the machine stopped; the next start looks at what is left
    } catch (Damaged | org.truce.ledger.OlderCopy e) {
      throw new Violation(life + ": " + e.getMessage());
    } catch (IOException e) {
      // a fault that was planned: the journal refuses to go on, and so does its owner
    }
  }

  private static List<int[]> batches(SplittableRandom random) {
    List<int[]> batches = new ArrayList<>();
    int count = random.nextInt(1, 4);
    for (int i = 0; i < count; i++) {
      batches.add(random.ints(random.nextInt(1, 4), 0, 700).toArray());
    }
    return batches;
  }

  /**
   * Runs every workload of up to so many appends (a small record; a batch of two; one of two
   * sectors), stopped at every operation, with every subset of sectors and names that a power cut
   * may keep.
   *
   * @return how many ends were looked at
   */
  public static long exhaustive(int length) {
    long ends = 0;
    for (int size = 1; size <= length; size++) {
      for (int workload = 0; workload < Math.pow(3, size); workload++) {
        ends += allCrashes(workload, size);
      }
    }
    return ends;
  }

  private static final List<List<int[]>> APPENDS =
      List.of(List.of(new int[] {0}), List.of(new int[] {0, 30}), List.of(new int[] {600}));

  private static long allCrashes(int workload, int size) {
    long ends = 0;
    int lastOperation = Integer.MAX_VALUE;
    for (int stop = 0; stop <= lastOperation; stop++) {
      Choices choices = new Choices();
      do {
        SimulatedLife life =
            new SimulatedLife("workload " + workload + " of " + size + ", stop " + stop);
        life.disk().plan(Fault.CRASH, stop);
        if (!crashes(life, workload, size)) {
          lastOperation = stop;
        }
        life.disk().heal();
        life.continueOn(life.disk().afterPowerLoss(choices::next));
        restarted(life);
        ends++;
      } while (choices.advance());
    }
    return ends;
  }

  private static boolean crashes(SimulatedLife life, int workload, int size) {
    try (Journal journal = life.start()) {
      int rest = workload;
      for (int i = 0; i < size; i++) {
        life.append(journal, APPENDS.get(rest % 3));
        rest /= 3;
      }
      return false;
    } catch (Crashed e) {
      return true;
    } catch (IOException e) {
      throw new Violation(life + ": " + e.getMessage());
    }
  }

  private static void restarted(SimulatedLife life) {
    try (Journal journal = life.start()) {
      life.append(journal, APPENDS.getFirst());
    } catch (IOException e) {
      throw new Violation(life + ": " + e.getMessage());
    }
  }

  /** Goes through all sequences of choices, like the digits of a counter. */
  private static final class Choices {
    private static final int MOST = 4;
    private final List<int[]> digits = new ArrayList<>();
    private int at;

    int next(int bound) {
      int few = Math.min(bound, MOST);
      if (at == digits.size()) {
        digits.add(new int[] {0, few});
      }
      int digit = digits.get(at++)[0];
      return bound <= MOST ? digit : (int) ((long) digit * (bound - 1) / (MOST - 1));
    }

    boolean advance() {
      at = 0;
      while (!digits.isEmpty()) {
        int[] last = digits.getLast();
        if (++last[0] < last[1]) {
          return true;
        }
        digits.removeLast();
      }
      return false;
    }
  }
}
