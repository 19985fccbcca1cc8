package org.truce.text.rules;

import org.truce.text.lexicon.Lattice;
import org.truce.text.words.Passage;
import org.truce.text.words.Token.Kind;

/** Where phrases end. */
public final class Clauses {
  private static final String MARKS = ".،,؛;:!?؟…()";

  private Clauses() {}

  /** Returns the token after the phrase: at the next mark outside a quotation or clause end. */
  public static int endOfPhrase(Passage passage, int start) {
    int to = start;
    while (to < passage.size()
        && passage.clause(to) == passage.clause(start)
        && !isMark(passage, to)) {
      to++;
    }
    return to;
  }

  private static boolean isMark(Passage passage, int at) {
    return passage.token(at).kind() == Kind.LINE_END
        || (passage.token(at).kind() == Kind.MARK
            && passage.quoteAt(at).isEmpty()
            && MARKS.contains(passage.norm(at)));
  }

  /** Returns the token after one to {@code most} words that are no times, verbs or joints. */
  static int endOfWords(Lattice lattice, int start, int most) {
    Passage passage = lattice.passage();
    int to = start;
    while (to < passage.size()
        && to - start < most
        && passage.token(to).isWord()
        && !lattice.has(to, "function")
        && !lattice.has(to, "place.in")
        && !lattice.has(to, "time")
        && !lattice.has(to, "that")
        && (to == start || !lattice.has(to, "post"))
        && (to == start || !passage.token(to).beginsWithAnd())) {
      to++;
    }
    return to > start ? to : -1;
  }
}
