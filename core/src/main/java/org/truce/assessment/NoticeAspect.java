package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.assessment.Aspect.Alternative;
import org.truce.time.TimeSpan;

/** Whether notice was given so long before. Without a word of any notice there was none. */
final class NoticeAspect {
  private NoticeAspect() {}

  static Aspect<Boolean> of(TimeSpan when, Optional<TimeSpan> notice, Duration leadTime) {
    if (notice.isEmpty()) {
      return Aspect.certain(false);
    }
    Instant first = before(when.from(), leadTime);
    Instant last = before(when.to(), leadTime);
    boolean surely = !notice.get().to().isAfter(first.plusNanos(1_000));
    boolean never = !notice.get().from().isBefore(last);
    if (surely || never) {
      return Aspect.certain(surely);
    }
    boolean exact = notice.get().length().compareTo(when.length()) <= 0;
    Fact open = exact ? Fact.TIME : Fact.NOTICE;
    return new Aspect<>(
        List.of(
            new Alternative<>(true, Map.of(open, "notice came early enough"), Map.of()),
            new Alternative<>(false, Map.of(open, "notice came too late"), Map.of())));
  }

  private static Instant before(Instant instant, Duration leadTime) {
    return instant.isBefore(TimeSpan.BEGINNING.plus(leadTime))
        ? TimeSpan.BEGINNING
        : instant.minus(leadTime);
  }
}
