package org.truce.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands around the clauses: who decides, by when one answers a breach, who guarantees, which
 * other texts there are. Of this only the trigger of a guarantee is judged.
 *
 * @param bodies id → body that watches, decides or settles; empty: the text sets up none
 * @param ladder how a breach is answered
 * @param guarantees id → guarantee
 * @param related id → another text that belongs to this one
 * @param lineage which draft or version this is
 * @param drawn zones and lines, with what is said of them
 */
public record Surroundings(
    Map<String, Body> bodies,
    List<Tier> ladder,
    Map<String, Guarantee> guarantees,
    Map<String, Related> related,
    Optional<Lineage> lineage,
    Map<String, Drawn> drawn) {

  /** Nothing is written. */
  public static final Surroundings NONE =
      new Surroundings(Map.of(), List.of(), Map.of(), Map.of(), Optional.empty(), Map.of());

  public Surroundings {
    bodies = ordered(bodies);
    ladder = List.copyOf(ladder);
    guarantees = ordered(guarantees);
    related = ordered(related);
    drawn = ordered(drawn);
  }

  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * A body.
   *
   * @param name for people
   * @param rules what is written of its members, chair, decisions and powers, by name
   */
  public record Body(String name, Map<String, String> rules) {
    public Body {
      rules = ordered(rules);
    }
  }

  /**
   * One step of the answer to a breach.
   *
   * @param tier its number, from 1
   * @param within how long it may take, as written; {@code not-stated}
   * @param countedFrom from when, each way in which that can be meant
   * @param when what opens it
   * @param decider who decides; {@code not-stated}
   * @param records what the mechanism records of it
   */
  public record Tier(
      int tier,
      String within,
      List<String> countedFrom,
      String when,
      String decider,
      List<String> records) {
    public Tier {
      countedFrom = List.copyOf(countedFrom);
      records = List.copyOf(records);
    }
  }

  /**
   * A promise of support.
   *
   * @param guarantor who promises
   * @param wording the words, if known
   * @param trigger when it bites
   * @param voidedBy what voids it, in words
   * @param legalState how far it has come in law, as written
   */
  public record Guarantee(
      String guarantor,
      Optional<String> wording,
      Condition trigger,
      List<String> voidedBy,
      String legalState) {
    public Guarantee {
      voidedBy = List.copyOf(voidedBy);
    }
  }

  /**
   * Another text that belongs to this one.
   *
   * @param title for people
   * @param authenticity how it is known; an undisclosed one is never judged
   * @param binds party codes
   */
  public record Related(String title, Agreement.Authenticity authenticity, List<String> binds) {
    public Related {
      binds = List.copyOf(binds);
    }
  }

  /**
   * Which draft or version a text is.
   *
   * @param version its name
   * @param status in the life of a text
   * @param date of the version, as written
   * @param follows file of the version before, if any
   */
  public record Lineage(String version, Status status, String date, Optional<String> follows) {}

  /** The life of a text. */
  public enum Status {
    DRAFT,
    INITIALLED,
    SIGNED,
    IN_FORCE,
    SUSPENDED,
    TERMINATED,
    EXPIRED
  }

  /**
   * A zone or line, and whether those who must keep to it can know it.
   *
   * @param version of the drawing
   * @param assertedBy who says that it runs so
   * @param accuracyM how far it may be wrong, in metres
   * @param published whether it was ever published
   * @param markedOnGround whether it is marked on the ground
   */
  public record Drawn(
      String version,
      String assertedBy,
      long accuracyM,
      Optional<Boolean> published,
      Optional<Boolean> markedOnGround) {}
}
