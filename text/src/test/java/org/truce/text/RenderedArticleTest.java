package org.truce.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.truce.gazetteer.Gazetteer;
import org.truce.text.RenderedArticle.Facts;
import org.truce.text.claims.TextClaim;
import org.truce.text.rules.ClaimType;

/** Nothing is memorised: when one fact of an article changes, exactly that field moves. */
class RenderedArticleTest {
  private static final TextReader READER = new TextReader(Gazetteer.load());
  private static final LocalDate DAY = LocalDate.of(2026, 2, 4);
  private static final List<String> FIELDS =
      List.of("killed", "injured", "drones", "place", "speaker", "day");

  @Test
  void sixtyRenderingsAreReadRight() {
    for (int seed = 0; seed < 60; seed++) {
      Facts facts = RenderedArticle.facts(new Random(seed));
      String text = RenderedArticle.write(facts, seed);
      assertThat(read(text)).as("seed %d: %s", seed, text).isEqualTo(expected(facts));
    }
  }

  @Test
  void aChangedFactMovesItsFieldAndNoOther() {
    for (int seed = 0; seed < 30; seed++) {
      Facts before = RenderedArticle.facts(new Random(seed));
      Map<String, String> first = read(RenderedArticle.write(before, seed));
      for (String field : FIELDS) {
        Facts after = RenderedArticle.with(before, field, new Random(seed + 1_000L));
        Map<String, String> second = read(RenderedArticle.write(after, seed));
        List<String> moved = new ArrayList<>();
        for (String name : new TreeSet<>(first.keySet())) {
          if (!first.getOrDefault(name, "").equals(second.getOrDefault(name, ""))) {
            moved.add(name);
          }
        }
        assertThat(second.keySet()).as("seed %d, %s", seed, field).isEqualTo(first.keySet());
        assertThat(moved).as("seed %d", seed).containsExactly(field);
      }
    }
  }

  private static Map<String, String> expected(Facts facts) {
    LocalDate day = DAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(facts.day() + 1)));
    Map<String, String> wanted = new TreeMap<>();
    wanted.put("killed", String.valueOf(facts.killed()));
    wanted.put("injured", String.valueOf(facts.injured()));
    wanted.put("drones", String.valueOf(facts.drones()));
    wanted.put("place", facts.place());
    wanted.put("speaker", facts.speaker());
    wanted.put("day", day.toString());
    wanted.put("denials", "إيران");
    wanted.put("drone-place", "زابوريجيا");
    return wanted;
  }

  private static Map<String, String> read(String text) {
    Map<String, String> found = new TreeMap<>();
    for (TextClaim claim : READER.read(text, "ar", DAY)) {
      if (claim.type() == ClaimType.CASUALTY) {
        boolean killed = claim.find("status").orElse("").equals("killed");
        found.put(killed ? "killed" : "injured", claim.find("count").orElse("-"));
        if (killed) {
          found.put("place", claim.find("place").orElse("-"));
          found.put("speaker", claim.find("source").orElse("-"));
          found.put("day", claim.find("date").orElse("-"));
        }
      } else if (claim.type() == ClaimType.INTERCEPTION) {
        found.put("drones", claim.find("count").orElse("-"));
        found.put("drone-place", claim.find("place").orElse("-"));
      } else if (claim.type() == ClaimType.DENIAL) {
        found.put("denials", claim.find("source").orElse("-"));
      }
    }
    return found;
  }
}
