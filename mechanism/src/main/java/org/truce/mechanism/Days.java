package org.truce.mechanism;

import java.io.IOException;
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

  private final Map<Long, Part> parts = new HashMap<>();
  private final Map<Long, Part> sums = new HashMap<>();

  /** What an incident adds to its day, and what a day holds. */
  private record Part(
      long day, long incidents, long contested, long breaches, long undetermined, long claims) {
    static Part of(Row incident) {
      long attention = incident.number("attention");
      return new Part(
          Math.floorDiv(incident.number("about_from"), MICROS_PER_DAY),
          1,
          incident.number("contested"),
          attention >= 2 ? 1 : 0,
          attention == 1 ? 1 : 0,
          incident.number("claims"));
    }

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
    long number = incident.number("incident");
    Part before = parts.remove(number);
    if (before != null) {
      add(before, -1, effects);
    }
    if (incident.text("state").equals("open")) {
      Part now = Part.of(incident);
      parts.put(number, now);
      add(now, 1, effects);
    }
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
    out.each(
        parts.entrySet(),
        (to, each) -> {
          Part part = each.getValue();
          to.number(each.getKey());
          to.number(part.day());
          to.number(part.contested());
          to.number(part.breaches());
          to.number(part.undetermined());
          to.number(part.claims());
        });
  }

  /** Reads what {@link #write} wrote. */
  void read(SnapshotInput in) throws IOException {
    in.each(
        each -> {
          long number = each.number();
          Part part =
              new Part(
                  each.number(), 1, each.number(), each.number(), each.number(), each.number());
          parts.put(number, part);
          sums.merge(part.day(), part, (sum, more) -> sum.plus(more, 1));
        });
  }
}
