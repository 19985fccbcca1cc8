package org.truce.mechanism;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;
import org.truce.store.Row;
import org.truce.store.Table;

/** What is known of each day, summed up over the incidents that began on it (UTC). */
final class Days {
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final int OPEN = 1;
  private static final int CONTESTED = 2;
  private static final int BREACH = 4;
  private static final int UNDETERMINED = 8;

  // What each incident adds, by its number; they count up from 1 without gaps.
  private byte[] marks = new byte[16];
  private int[] days = new int[16];
  private int[] claims = new int[16];

  /** One more than the largest number. */
  private int end;

  private final Map<Long, Part> sums = new HashMap<>();

  /** What an incident adds to its day, and what a day holds. */
  private record Part(
      long day, long incidents, long contested, long breaches, long undetermined, long claims) {
    Part plus(Part more, int times) {
      return new Part(
          day,
          incidents + times * more.incidents,
          contested + times * more.contested,
          breaches + times * more.breaches,
          undetermined + times * more.undetermined,
          claims + times * more.claims);
    }
  }

  /** Takes in what an incident is now; one that is not open adds nothing. */
  void take(Row incident, Effects effects) {
    int number = Math.toIntExact(incident.number("incident"));
    makeRoom(number);
    if (marks[number] != 0) {
      add(part(number), -1, effects);
    }
    marks[number] = marks(incident);
    if (marks[number] != 0) {
      days[number] = Math.toIntExact(Math.floorDiv(incident.number("about_from"), MICROS_PER_DAY));
      claims[number] = Math.toIntExact(incident.number("claims"));
      add(part(number), 1, effects);
    }
  }

  private static byte marks(Row incident) {
    if (!incident.text("state").equals("open")) {
      return 0;
    }
    long attention = incident.number("attention");
    return (byte)
        (OPEN
            | (incident.number("contested") == 1 ? CONTESTED : 0)
            | (attention >= 2 ? BREACH : 0)
            | (attention == 1 ? UNDETERMINED : 0));
  }

  private Part part(int number) {
    return new Part(
        days[number],
        1,
        mark(number, CONTESTED),
        mark(number, BREACH),
        mark(number, UNDETERMINED),
        claims[number]);
  }

  private int mark(int number, int which) {
    return (marks[number] & which) == 0 ? 0 : 1;
  }

  private void makeRoom(int number) {
    if (number >= marks.length) {
      int length = Math.max(number + 1, marks.length + marks.length / 2);
      marks = Arrays.copyOf(marks, length);
      days = Arrays.copyOf(days, length);
      claims = Arrays.copyOf(claims, length);
    }
    end = Math.max(end, number + 1);
  }

  private void add(Part part, int times, Effects effects) {
    Part none = new Part(part.day(), 0, 0, 0, 0, 0);
    Part sum = sums.getOrDefault(part.day(), none).plus(part, times);
    if (sum.incidents() == 0) {
      sums.remove(part.day());
      effects.gone(Table.DAILY, List.of(part.day()));
    } else {
      sums.put(part.day(), sum);
      effects.put(
          Row.of(
              Table.DAILY,
              sum.day(),
              sum.incidents(),
              sum.contested(),
              sum.breaches(),
              sum.undetermined(),
              sum.claims()));
    }
  }

  /** Writes what each incident adds; the sums follow from it. */
  void write(SnapshotOutput out) throws IOException {
    out.number(end);
    for (int number = 0; number < end; number++) {
      out.number(marks[number]);
      if (marks[number] != 0) {
        out.number(days[number]);
        out.number(claims[number]);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    int size = in.count();
    for (int number = 0; number < size; number++) {
      makeRoom(number);
      marks[number] = (byte) in.small();
      if (marks[number] != 0) {
        days[number] = in.small();
        claims[number] = in.small();
        sums.merge((long) days[number], part(number), (sum, more) -> sum.plus(more, 1));
      }
    }
  }
}
