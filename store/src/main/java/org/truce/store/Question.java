package org.truce.store;

/**
 * What an ops room asks, as of a ledger index (?1), each answered from indexes without reading what
 * is not shown. docs/tables.md prints them.
 *
 * <p>A row counts at an index if it was opened by then and not closed yet.
 */
public enum Question {
  /**
   * Open incidents of one degree of attention (?2) that nobody verified, latest first; ?3: most.
   */
  QUEUE(
      """
      SELECT i.incident, i.attention, i.handling, i.about_from, i.about_to, i.claims, i.sides
      FROM incident i
      WHERE i.attention = ?2 AND i.known_from <= ?1 AND i.known_to > ?1
        AND NOT EXISTS (SELECT 1 FROM axis a WHERE a.incident = i.incident
          AND a.axis = 'verification' AND a.known_from <= ?1 AND a.known_to > ?1)
      ORDER BY i.known_from DESC LIMIT ?3\
      """),
  /** Incidents in a box (?2 south, ?3 west, ?4 north, ?5 east) and hours (?6 to ?7); ?8: most. */
  MAP(
      """
      SELECT i.incident, i.attention, i.handling, i.about_from, i.about_to, i.south, i.west,
        i.north, i.east
      FROM incident_box b JOIN incident i ON i.rowid = b.id
      WHERE b.south <= ?4 AND b.north >= ?2 AND b.west <= ?5 AND b.east >= ?3
        AND b.first_hour <= ?7 AND b.last_hour >= ?6
        AND i.state = 'open' AND i.known_from <= ?1 AND i.known_to > ?1
      LIMIT ?8\
      """),
  /**
   * Day by day (?2 to ?3, days since 1970): incidents, contested, breaches, open questions, claims.
   */
  TIMELINE(
      """
      WITH RECURSIVE days (day) AS (SELECT ?2 UNION ALL SELECT day + 1 FROM days WHERE day < ?3)
      SELECT d.day, s.incidents, s.contested, s.breaches, s.undetermined, s.claims
      FROM days d JOIN daily s ON s.rowid = (SELECT l.rowid FROM daily l
        WHERE l.day = d.day AND l.known_from <= ?1 ORDER BY l.known_from DESC LIMIT 1)
      WHERE s.known_to > ?1\
      """),
  /** One incident (?2) with its claims. */
  INCIDENT(
      """
      SELECT c.claim, c.kind, c.source, c.side, c.handling, c.about_from, c.about_to, c.conduct,
        c.text
      FROM member m JOIN claim c ON c.claim = m.claim
      WHERE m.incident = ?2 AND m.known_from <= ?1 AND m.known_to > ?1
        AND c.known_from <= ?1 AND c.known_to > ?1\
      """),
  /** What a clause (?2 reading, ?3 clause) says with an outcome (?4), latest first; ?5: most. */
  CLAUSE(
      """
      SELECT incident, side, authors, exception_claimed, missing, handling
      FROM finding
      WHERE reading = ?2 AND clause = ?3 AND outcome = ?4 AND known_from <= ?1 AND known_to > ?1
      ORDER BY known_from DESC LIMIT ?5\
      """),
  /** Tallies whose window meets ?2 to ?3 (microseconds), none longer than ?4; ?5: most. */
  TALLIES(
      """
      SELECT claim, source, side, handling, about_from, about_to, text
      FROM claim
      WHERE kind = 'tally' AND about_from > ?2 - ?4 AND about_from < ?3 AND about_to > ?2
        AND known_from <= ?1 AND known_to > ?1
      ORDER BY about_from LIMIT ?5\
      """),
  /**
   * Tallies and patterns whose window meets ?2 to ?3 (microseconds), the latest to begin first; ?4:
   * most.
   */
  SUMS(
      """
      SELECT claim, kind, source, side, handling, about_from, about_to
      FROM claim
      WHERE kind IN ('tally', 'pattern') AND about_from < ?3 AND about_to > ?2
        AND known_from <= ?1 AND known_to > ?1
      ORDER BY about_from DESC LIMIT ?4\
      """),
  /** Claims that say these words (?2, a phrase of the text index), latest first; ?3: most. */
  TEXT(
      """
      SELECT c.claim, c.source, c.handling, c.about_from, c.text
      FROM claim_words w JOIN claim c ON c.rowid = -w.rowid
      WHERE claim_words MATCH ?2 AND c.known_from <= ?1 AND c.known_to > ?1
        AND w.rowid >= (SELECT -rowid FROM claim WHERE known_from <= ?1
          ORDER BY known_from DESC, rowid DESC LIMIT 1)
      ORDER BY w.rowid LIMIT ?3\
      """),
  /** Incidents that changed after an index (?2), in order; ?3: most. */
  CHANGES(
      """
      SELECT known_from, incident, state, "into", attention, handling, claims
      FROM incident
      WHERE known_from > ?2 AND known_from <= ?1
      ORDER BY known_from LIMIT ?3\
      """),
  /** Reports of a source (?2), latest first; ?3: most. */
  SOURCE(
      """
      SELECT entry, report, state, handling, said_from, said_to, recorded_at, claims
      FROM report
      WHERE source = ?2 AND known_from <= ?1 AND known_to > ?1
      ORDER BY known_from DESC LIMIT ?3\
      """),
  /** How many incidents, contested, alleged breaches, open questions, claims; how many verified. */
  COUNTS(
      """
      WITH RECURSIVE days (day) AS (
        SELECT min(day) FROM daily
        UNION ALL
        SELECT (SELECT min(n.day) FROM daily n WHERE n.day > days.day) FROM days
        WHERE days.day IS NOT NULL)
      SELECT coalesce(sum(s.incidents), 0), coalesce(sum(s.contested), 0),
        coalesce(sum(s.breaches), 0), coalesce(sum(s.undetermined), 0), coalesce(sum(s.claims), 0),
        (SELECT count(*) FROM axis WHERE axis = 'verification' AND known_from <= ?1 AND known_to > ?1)
      FROM days d JOIN daily s ON s.rowid = (SELECT l.rowid FROM daily l
        WHERE l.day = d.day AND l.known_from <= ?1 ORDER BY l.known_from DESC LIMIT 1)
      WHERE s.known_to > ?1\
      """);

  private static final long MICROS_PER_HOUR = 3_600_000_000L;

  private final String sql;

  Question(String sql) {
    this.sql = sql;
  }

  /** Returns the question in SQL. */
  public String sql() {
    return sql;
  }

  /**
   * Returns the hour in which a time lies, as the boxes hold it: 32 bits, so times beyond the year
   * 246,000 are cut off there.
   *
   * @param micros microseconds since 1970 UTC
   */
  public static long hour(long micros) {
    long hour = Math.floorDiv(micros, MICROS_PER_HOUR);
    return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, hour));
  }
}
