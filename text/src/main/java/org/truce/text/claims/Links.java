package org.truce.text.claims;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.truce.text.lexicon.Lattice;
import org.truce.text.lexicon.Mention;
import org.truce.text.rules.ClaimType;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Token.Kind;

/**
 * Links between the claims of one text: a revised toll to its earlier value and the claim that gave
 * it (fields {@code previous}, {@code revises}), a denial to the claim that is denied ({@code
 * denies}). A link names the words of the other claim. What no claim of the text says is left open.
 */
final class Links {
  private static final int NEAR = 14;
  private static final int MOST_BETWEEN = 40;
  private static final Set<ClaimType> DENIABLE =
      EnumSet.of(
          ClaimType.ATTACK,
          ClaimType.CASUALTY,
          ClaimType.LAUNCH,
          ClaimType.DAMAGE,
          ClaimType.INTERCEPTION,
          ClaimType.ACCESS);

  private final Lattice lattice;
  private final Passage passage;
  private final List<Draft> drafts;

  Links(Lattice lattice, List<Draft> drafts) {
    this.lattice = lattice;
    this.passage = lattice.passage();
    this.drafts = drafts;
  }

  /** Adds the links; the claims are in the order of the text. */
  void add() {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (isToll(draft)) {
        previous(draft);
      }
      if (draft.type() == ClaimType.TOLL_REVISION) {
        revised(i);
      } else if (draft.type() == ClaimType.DENIAL) {
        denied(i);
      }
    }
  }

  private static boolean isToll(Draft draft) {
    return Candidates.isToll(draft.type()) && draft.number().isPresent();
  }

  /** "To 14 from 9", "from 9 to 14", "after 9 before": the number after a word that says so. */
  private void previous(Draft draft) {
    if (draft.has("previous")) {
      return;
    }
    Range sentence = passage.sentenceAround(draft.range().from());
    int from = Math.max(sentence.from(), draft.range().from());
    int to = Math.min(sentence.to(), draft.range().to() + NEAR);
    for (int i = from; i < to; i++) {
      Optional<Mention> before = lattice.find(i, "previous");
      Optional<Mention> number = before.flatMap(this::numberAfter);
      Optional<Long> value =
          number.flatMap(Mention::quantity).flatMap(q -> q.count()).map(c -> c.said());
      long now = draft.number().orElseThrow().said();
      if (value.isPresent() && value.get() != now && isRevision(draft, before.get())) {
        draft.put("previous", String.valueOf(value.get()), passage.span(number.get().range()));
        if (!draft.has("revision")) {
          draft.put("revision", value.get() < now ? "up" : "down");
        }
        return;
      }
    }
  }

  /** A word such as "from" speaks of a revision only in one; "previously" makes one. */
  private static boolean isRevision(Draft draft, Mention word) {
    return draft.type() == ClaimType.TOLL_REVISION || word.feature("alone").equals("yes");
  }

  private Optional<Mention> numberAfter(Mention word) {
    Optional<Mention> bounded = lattice.find(word.range().from(), "num");
    if (bounded.filter(m -> m.range().to() > word.range().to()).isPresent()) {
      return bounded;
    }
    for (int i = word.range().to(); i < word.range().to() + 3 && !isMark(i); i++) {
      Optional<Mention> number =
          lattice.find(i, "qty").or(numberAt(i, "num")).or(numberAt(i, "qty.some"));
      if (number.isPresent()) {
        return number;
      }
    }
    return Optional.empty();
  }

  private boolean isMark(int at) {
    return at >= passage.size()
        || (!passage.token(at).isWord() && passage.token(at).kind() != Kind.NUMBER);
  }

  private Supplier<Optional<Mention>> numberAt(int at, String type) {
    return () -> lattice.find(at, type);
  }

  /** The earlier claim of the text with the previous number, else the last one of its kind. */
  private void revised(int index) {
    Draft revision = drafts.get(index);
    for (int i = index - 1; i >= Math.max(0, index - MOST_BETWEEN); i--) {
      Draft earlier = drafts.get(i);
      boolean same = isToll(earlier) && earlier.get("status").equals(revision.get("status"));
      if (same && isEarlier(earlier, revision)) {
        revision.put("revises", passage.text(earlier.range()), passage.span(earlier.range()));
        revision.put("previous", String.valueOf(earlier.number().orElseThrow().said()));
        return;
      }
    }
  }

  private static boolean isEarlier(Draft earlier, Draft revision) {
    String place = revision.get("place");
    boolean samePlace = place.isEmpty() || place.equals(earlier.get("place"));
    String value = String.valueOf(earlier.number().orElseThrow().said());
    return revision.has("previous")
        ? revision.get("previous").equals(value)
        : samePlace && !earlier.has("part-of") && !value.equals(revision.get("count"));
  }

  /** The last claim before it of somebody else that shares a word, a place or a target with it. */
  private void denied(int index) {
    Draft denial = drafts.get(index);
    for (int i = index - 1; i >= Math.max(0, index - MOST_BETWEEN); i--) {
      Draft claim = drafts.get(i);
      boolean deniable = DENIABLE.contains(claim.type());
      boolean other = !claim.get("source").equals(denial.get("source"));
      if (deniable && other && (isSameMatter(denial, claim) || isPointingBack(denial))) {
        denial.put("denies", passage.text(claim.range()), passage.span(claim.range()));
        denial.put("denies-type", claim.type().name());
        return;
      }
    }
  }

  /** "Denied it", "denied the report": nothing else is said. */
  private boolean isPointingBack(Draft denial) {
    for (int i = denial.range().from(); i < denial.range().to(); i++) {
      if (lattice.has(i, "pointing")) {
        return true;
      }
    }
    return denial.get("facet").equals("AUTHOR");
  }

  private boolean isSameMatter(Draft denial, Draft claim) {
    boolean place = claim.has("place") && denial.get("topic").contains(claim.get("place"));
    boolean type = !lattice.within(denial.range(), trigger(claim.type())).isEmpty();
    return place || type;
  }

  private static String trigger(ClaimType type) {
    return switch (type) {
      case ATTACK -> "ev.attack.n";
      case LAUNCH -> "ev.launch";
      case INTERCEPTION -> "ev.intercept";
      case DAMAGE -> "ev.damage.v";
      case ACCESS -> "monitors";
      default -> "ev.kill.n";
    };
  }
}
