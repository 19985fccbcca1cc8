package org.truce.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.truce.alert.Stretch.State;
import org.truce.coverage.Spans;
import org.truce.place.Place;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.time.TimeSpan;

/**
 * The alerts and disruptions of a set of claims.
 *
 * @param all by what, area and beginning
 */
public record Stretches(List<Stretch> all) {
  public Stretches {
    all = List.copyOf(all);
  }

  /**
   * Merges messages. Two that overlap or touch are one stretch; a message that only says that it is
   * over ends the one that stands.
   *
   * @param at up to when it was looked
   * @param staleAfter how long a stretch is believed
   */
  public static Stretches of(Collection<? extends Claim> claims, Instant at, Duration staleAfter) {
    Map<String, List<Message>> groups = new TreeMap<>();
    for (Claim claim : claims) {
      switch (claim) {
        case Claim.Alert alert ->
            add(groups, alert.warning() + " alert", area(alert), alert.ended(), claim);
        case Claim.Disruption stop ->
            add(
                groups,
                stop.what() + " disrupted",
                stop.facility().orElseGet(() -> area(stop)),
                stop.ended(),
                claim);
        default -> {}
      }
    }
    List<Stretch> all = new ArrayList<>();
    groups.forEach((key, messages) -> all.addAll(merged(messages, at, staleAfter)));
    return new Stretches(all);
  }

  /** Returns those that begin within the span: the only ones that are new in it. */
  public List<Stretch> begunIn(TimeSpan span) {
    return all.stream().filter(each -> span.contains(each.span().from())).toList();
  }

  /** Returns those that stand at an instant, whenever they began. */
  public List<Stretch> standingAt(Instant instant) {
    return all.stream().filter(each -> each.span().contains(instant)).toList();
  }

  /** Returns the time in which at least one of them stood and was not stale, within a span. */
  public Duration under(TimeSpan span) {
    return Spans.union(
            all.stream().filter(each -> each.state() != State.STALE).map(Stretch::span).toList())
        .within(span)
        .length();
  }

  private record Message(String what, String area, TimeSpan about, boolean ended, ClaimId id) {}

  private static void add(
      Map<String, List<Message>> groups, String what, String area, boolean ended, Claim claim) {
    groups
        .computeIfAbsent(what + "\u0000" + area, key -> new ArrayList<>())
        .add(new Message(what, area, claim.statement().about(), ended, claim.id()));
  }

  private static String area(Claim claim) {
    Place place = claim.statement().where().place();
    if (place instanceof Place.InRegions regions) {
      return String.join(" ", regions.codes().stream().map(Object::toString).toList());
    }
    return claim.statement().where().name().orElseGet(place::toString);
  }

  private static List<Stretch> merged(List<Message> messages, Instant at, Duration staleAfter) {
    List<Stretch> stretches = new ArrayList<>();
    List<Message> ordered =
        messages.stream()
            .sorted(Comparator.comparing(Message::about).thenComparing(Message::id))
            .toList();
    NavigableMap<Instant, Message> ends = new TreeMap<>();
    ordered.stream()
        .filter(Stretches::saysOnlyTheEnd)
        .forEach(end -> ends.putIfAbsent(end.about().to(), end));
    @Nullable TimeSpan open = null;
    TreeSet<ClaimId> members = new TreeSet<>();
    Message last = messages.getFirst();
    for (Message message : ordered) {
      if (saysOnlyTheEnd(message)) {
        continue;
      }
      TimeSpan span = closed(message, ends, members, false);
      if (open != null && !span.from().isAfter(open.to())) {
        open = open.hull(span);
      } else {
        if (open != null) {
          stretches.add(stretch(last, open, members, at, staleAfter));
        }
        members.clear();
        open = span;
      }
      closed(message, ends, members, true);
      members.add(message.id());
      last = message;
    }
    if (open != null) {
      stretches.add(stretch(last, open, members, at, staleAfter));
    }
    return stretches;
  }

  /** An all-clear gives no beginning, or is a moment: nobody would call that an alert. */
  private static boolean saysOnlyTheEnd(Message message) {
    return message.ended()
        && (message.about().from().equals(TimeSpan.BEGINNING)
            || message.about().length().compareTo(Duration.ofMinutes(1)) <= 0);
  }

  /** The message's span, ended by the first all-clear after it when it is open itself. */
  private static TimeSpan closed(
      Message message,
      NavigableMap<Instant, Message> ends,
      TreeSet<ClaimId> members,
      boolean note) {
    TimeSpan about = message.about();
    if (about.to().isBefore(TimeSpan.END)) {
      return about;
    }
    Map.@Nullable Entry<Instant, Message> end = ends.higherEntry(about.from());
    if (end != null) {
      if (note) {
        members.add(end.getValue().id());
      }
      return new TimeSpan(about.from(), end.getKey());
    }
    return about;
  }

  private static Stretch stretch(
      Message message, TimeSpan span, TreeSet<ClaimId> members, Instant at, Duration staleAfter) {
    boolean open = !span.to().isBefore(TimeSpan.END);
    Instant until = open ? at : span.to();
    boolean stale =
        until.isAfter(span.from())
            && Duration.between(span.from(), until).compareTo(staleAfter) > 0;
    State state = stale ? State.STALE : open ? State.STANDING : State.ENDED;
    return new Stretch(message.what(), message.area(), span, state, List.copyOf(members));
  }
}
