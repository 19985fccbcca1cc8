package org.truce.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truce.numbers.NumbersReview;
import org.truce.place.Atlas;
import org.truce.report.Claim;
import org.truce.report.Rejected;
import org.truce.report.Report;
import org.truce.sources.Reception;
import org.truce.sources.Repeats;
import org.truce.time.TimeSpan;

/**
 * Keeps of what streams by only what counting needs: tallies, tolls, observations, coverage, alerts
 * and disruptions, up to a limit. Events are counted as they pass and not kept.
 */
final class TallyInput implements Reception {
  private static final int MOST_KEPT = 200_000;
  private static final int MOST_COMPARED = 5_000;

  private final Optional<TimeSpan> about;
  private final Optional<Instant> saidBy;
  private final Duration around;
  private final Duration staleAfter;
  private final List<Claim> kept = new ArrayList<>();
  private final Repeats repeats = new Repeats();
  private long read;
  private long events;
  private int compared;
  private long rejected;
  private Instant latest = TimeSpan.BEGINNING;

  TallyInput(
      Optional<TimeSpan> about, Optional<Instant> saidBy, Duration around, Duration staleAfter) {
    this.about = about;
    this.saidBy = saidBy;
    this.around = around;
    this.staleAfter = staleAfter;
  }

  @Override
  public void report(Report report) {
    TimeSpan said = report.voice().said();
    if (saidBy.map(by -> said.to().isAfter(by)).orElse(false)
        || repeats.note(report) != Repeats.Kind.NEW) {
      return;
    }
    read++;
    Instant known = said.to().isBefore(TimeSpan.END) ? said.to() : said.from();
    latest = known.isAfter(latest) ? known : latest;
    for (Claim claim : report.claims()) {
      if (claim instanceof Claim.Event) {
        events++;
      } else if (isCounted(claim) && meets(claim)) {
        keep(claim);
      }
    }
  }

  private void keep(Claim claim) {
    boolean isCompared = claim instanceof Claim.Tally || claim instanceof Claim.Observation;
    if (isCompared && ++compared > MOST_COMPARED) {
      throw new UnusableInput(
          "more than %,d tallies and observations, each of which would be held against the others: name a shorter window with --about"
              .formatted(MOST_COMPARED));
    }
    if (kept.size() == MOST_KEPT) {
      throw new UnusableInput(
          "more than %,d tallies, tolls, observations, alerts and disruptions: name a shorter window with --about"
              .formatted(MOST_KEPT));
    }
    kept.add(claim);
  }

  private static boolean isCounted(Claim claim) {
    return switch (claim) {
      case Claim.Tally t -> true;
      case Claim.Toll t -> true;
      case Claim.Observation o -> !o.counts().isEmpty();
      case Claim.Coverage c -> true;
      case Claim.Alert a -> true;
      case Claim.Disruption d -> true;
      default -> false;
    };
  }

  private boolean meets(Claim claim) {
    return about
        .map(
            span ->
                new TimeSpan(span.from().minus(around), span.to().plus(around))
                    .overlaps(claim.statement().about()))
        .orElse(true);
  }

  @Override
  public void rejected(Rejected record) {
    rejected++;
  }

  /** Returns what was found. */
  NumbersReview analysis(Atlas atlas) {
    NumbersReview.Looked looked =
        new NumbersReview.Looked(about, around, saidBy.orElse(latest), staleAfter);
    return NumbersReview.of(kept, new NumbersReview.Counts(read, events, rejected), looked, atlas);
  }
}
