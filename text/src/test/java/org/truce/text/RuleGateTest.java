package org.truce.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.truce.gazetteer.Gazetteer;
import org.truce.text.lexicon.Language;
import org.truce.text.lexicon.Lattice;
import org.truce.text.rules.Rule;
import org.truce.text.rules.RuleSet;

/** Every rule does what its own examples say, in every language. */
class RuleGateTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();

  @Test
  void everyRuleMatchesItsPositiveExamplesAndNotItsNegativeOne() {
    List<String> wrong = new ArrayList<>();
    for (String code : Language.CODES) {
      Language language = Language.load(code, GAZETTEER);
      RuleSet rules = RuleSet.load(code);
      assertThat(rules.rules()).hasSizeGreaterThan(40);
      for (Rule rule : rules.rules()) {
        rule.examples().positive().stream()
            .filter(text -> !matches(language, rules, rule, text))
            .forEach(text -> wrong.add(rule.id() + " should match: " + text));
        rule.examples().negative().stream()
            .filter(text -> matches(language, rules, rule, text))
            .forEach(text -> wrong.add(rule.id() + " should not match: " + text));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean matches(Language language, RuleSet rules, Rule rule, String text) {
    Lattice lattice = language.read(text);
    return rules.matches(lattice).stream().anyMatch(found -> found.rule().id().equals(rule.id()));
  }

  @Test
  void noTwoRulesShareAName() {
    for (String code : Language.CODES) {
      Set<String> seen = new HashSet<>();
      RuleSet.load(code)
          .rules()
          .forEach(rule -> assertThat(seen.add(rule.id())).as(rule.id()).isTrue());
    }
  }

  @Test
  void aPublicationDayIsAllThatReadingNeeds() {
    TextReader reader = new TextReader(GAZETTEER);
    String text = "Two people were killed in Kherson on Friday.";
    assertThat(reader.read(text, "en", LocalDate.of(2026, 1, 5)))
        .singleElement()
        .satisfies(claim -> assertThat(claim.fields()).containsEntry("date", "2026-01-02"));
  }
}
