package org.truce.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import org.truce.conduct.Actor;
import org.truce.place.Place;
import org.truce.time.TimeSpan;

/**
 * One statement inside a report. The set is closed: docs/claim-types.md maps the practice's
 * taxonomies and the kinds that are read from text onto it.
 *
 * <p>A claim says that somebody said so. Whether it is true is nowhere decided by code.
 */
public sealed interface Claim {

  /** Returns what every claim has. */
  Statement statement();

  /** Returns which claim this is. */
  default ClaimId id() {
    return statement().id();
  }

  /** Returns the name of the kind as written in files. */
  default String kind() {
    return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  /** Something happened. */
  record Event(Statement statement, Happening happening) implements Claim {}

  /**
   * What one observer saw or heard, from where the observer was.
   *
   * @param observer where the observer was, by what means it was noticed, and in which direction
   * @param counts what was noticed, in sequence
   * @param assessed what it is assessed to have been
   */
  record Observation(
      Statement statement, Observer observer, List<Noticed> counts, Happening assessed)
      implements Claim {
    public Observation {
      counts = List.copyOf(counts);
    }
  }

  /**
   * A number over a window, without the single incidents. The statement's about-time is the window
   * and its place the area.
   *
   * @param unit what is counted, as said
   * @param total the total, if one was said
   * @param by whose conduct is counted, if said
   * @param parts numbers given beside the total
   * @param scope what more is said of what the number covers
   */
  record Tally(
      Statement statement,
      String unit,
      Optional<Count> total,
      SortedSet<Actor> by,
      List<Part> parts,
      Scope scope)
      implements Claim {
    public Tally {
      parts = List.copyOf(parts);
    }

    /** Makes a tally of a whole window of which no count class is said. */
    public Tally(
        Statement statement,
        String unit,
        Optional<Count> total,
        SortedSet<Actor> by,
        List<Part> parts,
        Optional<TimeSpan> asOf) {
      this(statement, unit, total, by, parts, new Scope(asOf, List.of(), Optional.empty()));
    }

    /** Returns up to when the speaker counted, if that differs from the end of the window. */
    public Optional<TimeSpan> asOf() {
      return scope.asOf();
    }
  }

  /**
   * What more is said of what a tally covers.
   *
   * @param asOf up to when the speaker counted, if that differs from the end of the window
   * @param except spans inside the window that the speaker leaves out
   * @param counted which stage is counted, if said: launched is not hit
   */
  record Scope(Optional<TimeSpan> asOf, List<TimeSpan> except, Optional<CountClass> counted) {
    public Scope {
      except = List.copyOf(except);
    }
  }

  /**
   * Something is said to happen again and again in the statement's about-time.
   *
   * @param every how often, if said
   */
  record Pattern(Statement statement, Happening happening, Optional<Duration> every)
      implements Claim {}

  /**
   * Somebody denies something. What is denied is never emitted as an event.
   *
   * @param denies what exactly is denied
   * @param of the claim that is denied, if named
   * @param denied what is denied, as far as described
   * @param concession what is conceded
   * @param denier how the denier stands to the accused
   */
  record Denial(
      Statement statement,
      Facet denies,
      Optional<ClaimId> of,
      Happening denied,
      Concession concession,
      Denier denier)
      implements Claim {}

  /**
   * How many people were killed, injured, missing or detained, according to one speaker.
   *
   * @param category what happened to them
   * @param count how many
   * @param status who they were
   * @param of the event that caused it, if named
   * @param asOf up to when the speaker counted
   * @param revision which earlier claim this one replaces, and why
   */
  record Toll(
      Statement statement,
      Category category,
      Count count,
      PersonStatus status,
      Optional<ClaimId> of,
      Optional<TimeSpan> asOf,
      Optional<Revision> revision)
      implements Claim {}

  /**
   * A service or a site stopped working in the about-time. An effect, not itself a breach.
   *
   * @param what kind of service
   * @param facility which one, if named
   * @param effect in the recorder's words
   * @param count such as flights delayed or households cut off
   * @param ended whether the claim says that it is over
   */
  record Disruption(
      Statement statement,
      String what,
      Optional<String> facility,
      Optional<String> effect,
      Optional<Count> count,
      boolean ended)
      implements Claim {}

  /**
   * An alert stood in the about-time over the place.
   *
   * @param warning what it warns of: {@code air}, {@code artillery}, {@code chemical}, {@code
   *     nuclear}
   * @param ended whether the claim says that it is over
   */
  record Alert(Statement statement, String warning, boolean ended) implements Claim {}

  /**
   * What somebody wants, accepts, rejects or promises. An aim or a promise of agreement is not
   * agreement.
   *
   * @param actor whose position it is; one state speaking for another is a proxy
   * @param on the text, draft or question
   * @param stance the position
   * @param condition under which condition, if any
   */
  record Position(
      Statement statement, Actor actor, String on, Stance stance, Optional<String> condition)
      implements Claim {}

  /** Somebody takes, leaves or holds an office. */
  record Appointment(Statement statement, String person, String office, Change change)
      implements Claim {}

  /**
   * A claim about a claim.
   *
   * @param of the claim spoken of
   * @param attitude what is said of it
   * @param exception the exception that is invoked, shown or refuted, by clause id
   */
  record Commentary(Statement statement, ClaimId of, Attitude attitude, Optional<String> exception)
      implements Claim {}

  /**
   * Who watched where and when: the statement's about-time and place. Without it there is no data,
   * not zero.
   *
   * @param observer who watched
   * @param method by what means
   * @param restriction what hindered it
   * @param effortMinutes how long somebody really watched, in minutes, if known
   */
  record Coverage(
      Statement statement,
      String observer,
      Method method,
      Restriction restriction,
      OptionalLong effortMinutes)
      implements Claim {}

  /**
   * Where an observer was and how something was noticed.
   *
   * @param position of the observer, not of the impact
   * @param method by what means
   * @param sector in which direction and how far, if noted
   */
  record Observer(Place position, Method method, Optional<Sector> sector) {}

  /**
   * A direction and distance seen from the observer.
   *
   * @param bearingFrom first bearing in whole degrees clockwise from true north, 0 to 359
   * @param bearingTo last bearing, clockwise from the first
   * @param nearestMetres least distance
   * @param farthestMetres greatest distance
   */
  record Sector(int bearingFrom, int bearingTo, long nearestMetres, long farthestMetres) {
    public Sector {
      if (bearingFrom < 0 || bearingFrom > 359 || bearingTo < 0 || bearingTo > 359) {
        throw new IllegalArgumentException(
            "a bearing lies in 0 … 359 degrees, was %d to %d".formatted(bearingFrom, bearingTo));
      }
      if (nearestMetres < 0 || farthestMetres < nearestMetres) {
        throw new IllegalArgumentException(
            "distances satisfy 0 <= nearest <= farthest, were %d and %d m"
                .formatted(nearestMetres, farthestMetres));
      }
    }
  }

  /**
   * One entry of an observation's sequence; a burst is not so many shots.
   *
   * @param what unit: explosion, burst, shot, projectile, flash, flare, overflight, weapon
   * @param count how many
   * @param assessed what it was assessed as, if noted
   */
  record Noticed(String what, Count count, Optional<String> assessed) {}

  /**
   * A number given beside a total.
   *
   * @param what unit, as said
   * @param count how many
   * @param of the part of which this is a subset; empty: it is added to the other parts
   */
  record Part(String what, Count count, Optional<String> of) {}

  /** Which stage of an attack a number counts; each later one counts at most the one before. */
  enum CountClass {
    LAUNCHED,
    DETECTED,
    SHOT_DOWN,
    SUPPRESSED,
    LOST,
    HIT;

    /** Returns whether everything of this class is also of the other. */
    public boolean isWithin(CountClass other) {
      return this == other
          || other == LAUNCHED
          || (other == DETECTED && (this == SHOT_DOWN || this == SUPPRESSED || this == LOST));
    }
  }

  /**
   * What a denier concedes.
   *
   * @param facets what is granted
   * @param gist in the recorder's words
   */
  record Concession(SortedSet<Facet> facets, Optional<String> gist) {}

  /**
   * A revised toll.
   *
   * @param of the claim replaced
   * @param kind why
   */
  record Revision(ClaimId of, RevisionKind kind) {}

  /** By what means something was noticed. */
  enum Method {
    SEEN,
    HEARD,
    CAMERA,
    UAV,
    SATELLITE,
    ACOUSTIC,
    THERMAL
  }

  /** What of an event is denied. */
  enum Facet {
    OCCURRENCE,
    TARGET,
    AUTHOR,
    LINK
  }

  /** How a denier stands to the accused. */
  enum Denier {
    ACCUSED,
    ALLY,
    ACCUSER,
    THIRD
  }

  /** What happened to people. */
  enum Category {
    KILLED,
    INJURED,
    MISSING,
    DETAINED
  }

  /** Who people were. */
  enum PersonStatus {
    CIVILIAN,
    COMBATANT,
    PROTECTED,
    UNKNOWN
  }

  /** Why a toll was revised; a late death moves a person from injured to killed. */
  enum RevisionKind {
    LATE_DEATH,
    DUPLICATE_REMOVED,
    STATUS_CHANGE,
    REMAINS_FOUND,
    CORRECTION,
    RETRACTION
  }

  /** A position on a text. */
  enum Stance {
    PROPOSES,
    ACCEPTS,
    ACCEPTS_WITH_CONDITION,
    REJECTS,
    SILENT,
    DENIES,
    PLEDGES,
    STATES,
    TAKES_PART
  }

  /** What happens to an office. */
  enum Change {
    TAKES,
    LEAVES,
    HOLDS
  }

  /** What a claim says of another claim. */
  enum Attitude {
    SUPPORTS,
    DISPUTES,
    INVOKES,
    SHOWS,
    REFUTES,
    WITHDRAWS,
    RELAYS
  }

  /** What hindered those who watched. */
  enum Restriction {
    NONE,
    DENIED,
    DELAYED,
    CONDITIONAL,
    JAMMED,
    WEATHER,
    OUTAGE
  }

  /** Returns the name of a value as written in files: lower case with hyphens. */
  static String code(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
