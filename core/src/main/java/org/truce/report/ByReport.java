package org.truce.report;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Things found by the report to which they belong, any number to a report. Two plain arrays: at a
 * million reports a map of lists would be three million objects more to make at a start and to walk
 * through whenever memory is cleared up. For one thread.
 */
public final class ByReport<T> implements Iterable<T> {
  private static final int LEAST = 16;
  private static final long PRIME = (1L << 61) - 1;
  private static final long POINT = new SecureRandom().nextLong(1L << 60, PRIME);

  private final Function<T, ReportId> reportOf;

  /**
   * Each at the first free place from the one that its hash says; the power of two is never full.
   */
  private @Nullable Object[] places = new Object[LEAST];

  private int[] hashes = new int[LEAST];
  private int size;

  /** Nothing yet; the report of a thing never changes. */
  public ByReport(Function<T, ReportId> reportOf) {
    this.reportOf = reportOf;
  }

  /** Returns how many things there are. */
  public int size() {
    return size;
  }

  /** Makes room at once for so many things. */
  public void makeRoom(int things) {
    int least = Math.toIntExact(Math.ceilDiv(things * 8L, 5L) + 1);
    if (least > places.length) {
      resize(Integer.highestOneBit(least - 1) << 1);
    }
  }

  /** Puts a thing in, whether or not one that equals it is there. */
  public void put(T thing) {
    makeRoom(size + 1);
    putAt(thing, spread(reportOf.apply(thing)));
    size++;
  }

  private void putAt(Object thing, int hash) {
    int place = hash & (places.length - 1);
    while (places[place] != null) {
      place = next(place);
    }
    places[place] = thing;
    hashes[place] = hash;
  }

  /** Returns a thing of a report, or nothing when it has none. */
  public @Nullable T find(ReportId report) {
    return find(report, thing -> true);
  }

  /** Returns a thing of a report for which a condition holds, or nothing. */
  public @Nullable T find(ReportId report, Predicate<T> condition) {
    int hash = spread(report);
    for (int place = hash & (places.length - 1); places[place] != null; place = next(place)) {
      if (hashes[place] == hash) {
        T thing = at(place);
        if (reportOf.apply(thing).equals(report) && condition.test(thing)) {
          return thing;
        }
      }
    }
    return null;
  }

  /** Returns all things of a report, in no particular order. */
  public List<T> all(ReportId report) {
    List<T> all = new ArrayList<>(1);
    int hash = spread(report);
    for (int place = hash & (places.length - 1); places[place] != null; place = next(place)) {
      if (hashes[place] == hash && reportOf.apply(at(place)).equals(report)) {
        all.add(at(place));
      }
    }
    return all;
  }

  /**
   * Takes out this very thing.
   *
   * @return whether it was there
   */
  @SuppressWarnings("ReferenceEquality") // equal things can be there, and one of them goes
  public boolean remove(T thing) {
    int hash = spread(reportOf.apply(thing));
    for (int place = hash & (places.length - 1); places[place] != null; place = next(place)) {
      if (places[place] == thing) {
        close(place);
        size--;
        return true;
      }
    }
    return false;
  }

  /** Frees a place, so that whatever stood behind it for want of room is still found. */
  private void close(int freed) {
    int free = freed;
    int mask = places.length - 1;
    for (int place = next(free); places[place] != null; place = next(place)) {
      boolean mayMove = ((place - hashes[place]) & mask) >= ((place - free) & mask);
      if (mayMove) {
        places[free] = places[place];
        hashes[free] = hashes[place];
        free = place;
      }
    }
    places[free] = null;
  }

  private int next(int place) {
    return (place + 1) & (places.length - 1);
  }

  /**
   * A polynomial over the name at a point that nobody outside knows: whoever chooses names so that
   * they meet in a hash of Java makes nothing slow here. Of two names of n characters the chance to
   * meet is n/3 in 2^61 before it is cut to 32 bits.
   */
  private static int spread(ReportId report) {
    long hash = add(add(1, report.source()), report.number());
    return (int) (hash >>> 29) ^ (int) hash;
  }

  private static long add(long hash, String text) {
    long sum = plus(times(hash, POINT), text.length());
    long three = 0;
    for (int i = 0; i < text.length(); i++) {
      three = three << Character.SIZE | text.charAt(i);
      if (i % 3 == 2 || i == text.length() - 1) {
        sum = plus(times(sum, POINT), three);
        three = 0;
      }
    }
    return sum;
  }

  /** The product modulo 2^61 − 1 of two numbers below that. */
  private static long times(long one, long other) {
    long low = one * other;
    return plus(low & PRIME, low >>> 61 | Math.multiplyHigh(one, other) << 3);
  }

  private static long plus(long one, long other) {
    long sum = one + other;
    return sum >= PRIME ? sum - PRIME : sum;
  }

  private void resize(int length) {
    @Nullable Object[] before = places;
    int[] hashesBefore = hashes;
    places = new Object[length];
    hashes = new int[length];
    for (int i = 0; i < before.length; i++) {
      Object thing = before[i];
      if (thing != null) {
        putAt(thing, hashesBefore[i]);
      }
    }
  }

  @SuppressWarnings("unchecked") // only put puts anything in
  private T at(int place) {
    return (T) Objects.requireNonNull(places[place]);
  }

  /** Hands over all things, in no particular order. */
  @Override
  @SuppressWarnings("unchecked") // only put puts anything in
  public Iterator<T> iterator() {
    return (Iterator<T>) Arrays.stream(places).filter(Objects::nonNull).iterator();
  }
}
