package org.truce.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.truce.incident.Salvo.Decision;
import org.truce.notation.Notation;
import org.truce.notation.ReportNotation;
import org.truce.report.Claim;

/** How much stands behind an incident: origins, tolls, counts. All reports are made up. */
class IncidentStrengthTest {
  private static Claim claim(String source, String side, String fields) {
    String line =
        """
        {"report":"1","source":{"id":"%s","name":"exercise","class":"media","side":"%s"},\
        "said":"2031-04-21T00:00Z","exercise":true,"claims":[{%s}]}"""
            .formatted(source, side, fields);
    return ReportNotation.read(Notation.jsonLine("made-up.jsonl", 1, line)).claims().getFirst();
  }

  private static final List<String> STORIES =
      List.of(
          "Two people were wounded when shells fell on the market of the village in the morning",
          "Внаслідок ранкового обстрілу ринку в селі поранено двох людей, повідомила громада",
          "В результате утреннего обстрела рынка в селе ранены два человека, сообщили местные власти",
          "أصيب شخصان بجروح جراء سقوط قذائف على سوق القرية صباح اليوم بحسب السلطات المحلية");

  private static Claim story(String source, String side, String text) {
    return claim(
        source,
        side,
        "\"claim\":\"event\",\"conduct\":\"shelling\",\"quote\":\"%s\"".formatted(text));
  }

  @Test
  void tenCopiesOfOneStoryAreOneOrigin() {
    SplittableRandom random = new SplittableRandom(4);
    double error = 0;
    int trials = 200;
    for (int trial = 0; trial < trials; trial++) {
      List<Claim> claims = new ArrayList<>();
      String wire = STORIES.get(random.nextInt(4));
      for (int copy = 0; copy < 10; copy++) {
        String edited =
            random.nextBoolean() ? "Updated: " + wire : wire.substring(0, wire.length() - 8);
        claims.add(story("outlet-" + copy, "neutral", edited));
      }
      int others = random.nextInt(3);
      for (int other = 0; other < others; other++) {
        claims.add(
            story(
                "own-" + other,
                "AAA",
                "Own correspondent %d saw it from the %d th floor"
                    .formatted(random.nextInt(1_000_000), other)));
      }
      error += Math.abs(Independence.of(claims).effective() - (1 + others));
    }
    // Reports of two of our own correspondents begin alike; that is the error that is left.
    assertThat(error / trials).isLessThanOrEqualTo(0.5);
  }

  @Test
  void storiesInFourLanguagesAreFourOrigins() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      claims.add(story("s" + i, "neutral", STORIES.get(i)));
    }
    assertThat(Independence.of(claims).effective()).isEqualTo(4);
    assertThat(Independence.of(claims).sides()).hasSize(1);
  }

  private static Claim.Toll toll(String source, int count, String more) {
    return (Claim.Toll)
        claim(
            source,
            "neutral",
            "\"claim\":\"toll\",\"category\":\"killed\",\"count\":%d%s".formatted(count, more));
  }

  @Test
  void tollsGiveBoundsAndARevisionReplacesOnlyItsOwn() {
    Claim.Toll first = toll("city", 7, "");
    Claim.Toll revised = toll("city2", 9, ",\"revises\":\"city/1/1\",\"revision\":\"late-death\"");
    Claim.Toll denied = toll("other", 0, "");
    TollBounds bounds =
        TollBounds.of(List.of(first, revised, denied), Claim.Category.KILLED).orElseThrow();
    assertThat(bounds.standing()).containsExactly(revised, denied);
    assertThat(List.of(bounds.least(), bounds.most())).containsExactly(0L, 9L);
    assertThat(bounds.contested()).isTrue();
    assertThat(TollBounds.of(List.of(first), Claim.Category.INJURED)).isEmpty();
  }

  private static Claim.Observation heard(String source, double lon, int explosions) {
    return (Claim.Observation)
        claim(
            source,
            "mission",
            """
            "claim":"observation","method":"heard","observer":{"lat":48,"lon":%s,"within-m":50},\
            "counts":[{"what":"explosion","count":%d}]"""
                .formatted(lon, explosions));
  }

  @Test
  void twoPatrolsHear12And9OfOneSalvo() {
    List<Claim.Observation> both = List.of(heard("p1", 37.0, 12), heard("p2", 37.1, 9));
    assertThat(Salvo.count(both, "explosion", Decision.OPEN)).hasToString("12 to 21");
    assertThat(Salvo.count(both, "explosion", Decision.SAME)).hasToString("12");
    assertThat(Salvo.count(both, "explosion", Decision.DIFFERENT)).hasToString("21");
    assertThat(Salvo.count(both, "explosion", Decision.OPEN)).hasToString("12 to 21");
  }
}
