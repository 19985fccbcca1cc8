package org.truce.text.lexicon;

import java.util.Map;
import java.util.Optional;
import org.truce.text.words.Passage;
import org.truce.text.words.Passage.Range;
import org.truce.text.words.Token;

/**
 * Finds offices (class {@code office}) and the persons who hold them (class {@code holder}: the
 * name), before or after the office.
 *
 * <p>A name is a row of class {@code person}, or one to three words beside an office that are in no
 * table; in English they begin with a capital.
 */
final class People {
  private static final int MOST_WORDS = 6;
  private static final int LONGEST_NAME = 3;

  private final Lattice lattice;
  private final Passage passage;

  People(Lattice lattice) {
    this.lattice = lattice;
    this.passage = lattice.passage();
  }

  void find() {
    for (int i = 0; i < passage.size(); i++) {
      Optional<Mention> title = lattice.find(i, "title");
      if (title.isPresent()) {
        office(title.get());
      }
      lattice.find(i, "organ").ifPresent(this::organ);
    }
  }

  /** "The ministry of defence": a bare noun takes its complement, any noun its nationality. */
  private void organ(Mention noun) {
    if (!noun.feature("code").isEmpty()) {
      return;
    }
    int to = noun.range().to();
    boolean bare = isArabic(noun.range().from()) && !noun.form().article();
    if (bare && to < passage.size() && !lattice.has(to, "nationality") && isModifier(to)) {
      to = Math.max(to + 1, endOf(to));
    }
    Optional<Mention> nationality =
        isArabic(noun.range().from()) ? lattice.find(to, "nationality") : Optional.empty();
    int end = nationality.map(m -> m.range().to()).orElse(to);
    if (end > noun.range().to()) {
      Entry entry = nationality.map(Mention::entry).orElse(noun.entry());
      Entry whole = new Entry("organ", noun.entry().lemma(), entry.features());
      lattice.add(Mention.of("organ", new Range(noun.range().from(), end), whole));
    }
  }

  private void office(Mention title) {
    int from = title.range().from();
    int to = afterModifiers(title.range().to());
    int first = beforeModifiers(from);
    Optional<Range> name = name(to).or(() -> nameBefore(first));
    Entry entry = title.entry();
    Range office = new Range(first, to);
    lattice.add(Mention.of("office", office, entry));
    name.ifPresent(
        range -> {
          Entry holder =
              new Entry("holder", passage.text(range), Map.of("office", passage.text(office)));
          int start = Math.min(first, range.from());
          lattice.add(Mention.of("holder", new Range(start, Math.max(to, range.to())), holder));
          lattice.add(Mention.of("named", range, holder));
        });
  }

  private int afterModifiers(int at) {
    int to = at;
    while (to - at < MOST_WORDS && to < passage.size() && isModifier(to)) {
      to = Math.max(to + 1, endOf(to));
    }
    while (to > at && (passage.norm(to - 1).equals("of") || passage.norm(to - 1).equals("the"))) {
      to--;
    }
    return to;
  }

  private int endOf(int at) {
    return lattice.at(at).stream()
        .filter(m -> "nationality place place.kind organ".contains(m.type()))
        .mapToInt(m -> m.range().to())
        .max()
        .orElse(at + 1);
  }

  private boolean isModifier(int at) {
    Token token = passage.token(at);
    if (!token.isWord() || lattice.has(at, "say") || lattice.has(at, "that")) {
      return false;
    }
    if (lattice.has(at, "time") || lattice.has(at, "person") || token.beginsWithAnd()) {
      return false;
    }
    boolean article =
        token.forms().stream()
            .anyMatch(f -> f.article() && !f.conjunction() && "لب".contains(f.preposition()));
    return article
        || lattice.has(at, "nationality")
        || lattice.has(at, "place")
        || lattice.has(at, "place.kind")
        || lattice.has(at, "organ")
        || token.is("of")
        || token.is("the");
  }

  private int beforeModifiers(int at) {
    int from = at;
    for (int i = at - 1; i >= Math.max(0, at - 3) && !passage.token(i).forms().isEmpty(); i--) {
      Optional<Mention> found = beforeTitle(i);
      if (isArabic(i) || found.isEmpty() || found.get().range().to() != from) {
        return from;
      }
      from = i;
    }
    return from;
  }

  private Optional<Mention> beforeTitle(int at) {
    return lattice.find(at, "nationality").or(() -> lattice.find(at, "place"));
  }

  private boolean isArabic(int at) {
    String norm = passage.norm(at);
    return !norm.isEmpty() && norm.charAt(0) >= 0x600 && norm.charAt(0) < 0x700;
  }

  private Optional<Range> name(int at) {
    int from = passage.norm(at).equals("،") || passage.norm(at).equals(",") ? at + 1 : at;
    Optional<Mention> known = lattice.find(from, "person").filter(m -> from == at);
    if (known.isPresent()) {
      return Optional.of(known.get().range());
    }
    int to = at;
    while (to - at < LONGEST_NAME && isNamePart(to, to > at)) {
      to++;
    }
    int fewest = isArabic(at) ? 2 : 1;
    return to - at >= fewest ? Optional.of(new Range(at, to)) : Optional.empty();
  }

  private Optional<Range> nameBefore(int at) {
    if (!passage.norm(at - 1).equals("،") && !passage.norm(at - 1).equals(",")) {
      return Optional.empty();
    }
    int to = at - 1;
    int from = to;
    while (to - from < LONGEST_NAME
        && from > 0
        && (isNamePart(from - 1, false) || lattice.covers(from - 1, "person"))) {
      from--;
    }
    return to - from >= 2 ? Optional.of(new Range(from, to)) : Optional.empty();
  }

  /** The first word of an Arabic name has no article; a family name may. */
  private boolean isNamePart(int at, boolean family) {
    if (at >= passage.size() || !passage.token(at).isWord() || passage.norm(at).length() < 3) {
      return false;
    }
    return isArabic(at)
        ? lattice.at(at).stream().allMatch(m -> m.type().equals("person"))
            && (family || passage.token(at).forms().stream().noneMatch(f -> f.article()))
        : passage.token(at).capital()
            && lattice.at(at).stream().allMatch(m -> "person time month".contains(m.type()));
  }
}
