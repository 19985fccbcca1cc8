package org.truce.text.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.truce.text.lexicon.Calendar;
import org.truce.text.lexicon.Language;
import org.truce.text.lexicon.Lattice;
import org.truce.text.rules.RuleSet;
import org.truce.text.rules.RuleSet.Found;

/** Reads the claims of a text: deterministic, and a function of the text and the date alone. */
public final class Extractor {
  private final Language language;
  private final RuleSet rules;
  private final Precision precision;

  /** Prepares to read one language. */
  public Extractor(Language language, RuleSet rules) {
    this.language = language;
    this.rules = rules;
    this.precision = Precision.load(language.code());
  }

  /** Returns the claims in the order of the text. */
  public List<TextClaim> read(String document, LocalDate published) {
    Lattice lattice = language.read(document);
    boolean english = language.code().equals("en");
    Scope scope = new Scope(lattice, english, new Calendar(published));
    Drafting drafting = new Drafting(lattice, scope, precision);
    List<Draft> drafts = drafts(lattice, scope, drafting);
    new Parts(lattice, scope, drafting, drafts).add();
    new Speech(lattice, scope, drafting, drafts).add();
    drafts.sort(Comparator.comparingInt(d -> d.range().from()));
    new Links(lattice, drafts).add();
    return drafts.stream().map(draft -> draft.claim(lattice.passage())).toList();
  }

  private List<Draft> drafts(Lattice lattice, Scope scope, Drafting drafting) {
    Candidates candidates = new Candidates(lattice, scope);
    List<Found> found = candidates.of(rules.matches(lattice));
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      drafts.add(drafting.draft(found.get(i), candidates.nextOfType(found, i)));
    }
    return drafts;
  }
}
