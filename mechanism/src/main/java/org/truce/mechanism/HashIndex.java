package org.truce.mechanism;

import java.io.IOException;
import java.util.Arrays;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;

/**
 * From 256-bit hashes to numbers, in plain arrays: a million take 60 MB and nothing to walk through
 * when memory is cleared up.
 */
final class HashIndex {
  private static final int WORDS = 4;
  private static final long NOTHING = -1;

  /** Four words of each place. */
  private long[] hashes = new long[WORDS << 4];

  private long[] numbers = places(1 << 4);
  private int size;

  private static long[] places(int count) {
    long[] places = new long[count];
    Arrays.fill(places, NOTHING);
    return places;
  }

  /** Returns the words of a hash in 64 hexadecimal digits. */
  static long[] parse(String hex) {
    long[] words = new long[WORDS];
    for (int i = 0; i < WORDS; i++) {
      words[i] = Long.parseUnsignedLong(hex, 16 * i, 16 * i + 16, 16);
    }
    return words;
  }

  /** Returns the number of a hash; −1 when it has none. */
  long find(long[] hash) {
    return numbers[placeOf(hash)];
  }

  /** Gives a hash a number, from 0, unless it has one. */
  void put(long[] hash, long number) {
    int place = placeOf(hash);
    if (numbers[place] != NOTHING) {
      return;
    }
    System.arraycopy(hash, 0, hashes, place * WORDS, WORDS);
    numbers[place] = number;
    size++;
    if (size > numbers.length / 8 * 5) {
      grow(2 * numbers.length);
    }
  }

  /** The place of a hash, or the free one into which it goes; hashes are spread by themselves. */
  private int placeOf(long[] hash) {
    int place = (int) hash[0] & (numbers.length - 1);
    while (numbers[place] != NOTHING && !isAt(place, hash)) {
      place = (place + 1) & (numbers.length - 1);
    }
    return place;
  }

  private boolean isAt(int place, long[] hash) {
    int at = place * WORDS;
    return Arrays.equals(hashes, at, at + WORDS, hash, 0, WORDS);
  }

  private void grow(int places) {
    long[] before = hashes;
    long[] had = numbers;
    hashes = new long[places * WORDS];
    numbers = places(places);
    for (int i = 0; i < had.length; i++) {
      if (had[i] != NOTHING) {
        int place = placeOf(Arrays.copyOfRange(before, i * WORDS, (i + 1) * WORDS));
        System.arraycopy(before, i * WORDS, hashes, place * WORDS, WORDS);
        numbers[place] = had[i];
      }
    }
  }

  void write(SnapshotOutput out) throws IOException {
    out.number(size);
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != NOTHING) {
        for (int word = 0; word < WORDS; word++) {
          out.fixed(hashes[i * WORDS + word]);
        }
        out.number(numbers[i]);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    int count = in.count();
    long[] hash = new long[WORDS];
    for (int i = 0; i < count; i++) {
      for (int word = 0; word < WORDS; word++) {
        hash[word] = in.fixed();
      }
      put(hash, in.number());
    }
  }
}
