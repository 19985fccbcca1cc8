package org.truce.text.words;

import java.util.ArrayList;
import java.util.List;
import org.truce.text.words.Token.Form;

/**
 * The forms left when one takes off what Arabic writes together with a word: and, so; by, for, as;
 * the mark of the future before an imperfect; the article.
 *
 * <p>Nothing is decided here: every form is offered, the lexicon knows which is a word.
 */
final class ArabicForms {
  private static final int SHORTEST = 2;

  private ArabicForms() {}

  static List<Form> of(String word) {
    List<Form> forms = new ArrayList<>(8);
    withArticle(forms, new Form(word, false, "", false, false));
    if (word.length() >= 1 + SHORTEST && "وف".indexOf(word.charAt(0)) >= 0) {
      afterConjunction(forms, new Form(word.substring(1), true, "", false, false));
    }
    afterPreposition(forms, word, false);
    return forms;
  }

  private static void afterConjunction(List<Form> forms, Form form) {
    withArticle(forms, form);
    afterPreposition(forms, form.text(), true);
  }

  private static void afterPreposition(List<Form> forms, String word, boolean conjunction) {
    if (word.length() <= 1 + SHORTEST) {
      return;
    }
    char first = word.charAt(0);
    String rest = word.substring(1);
    if ("بلك".indexOf(first) >= 0) {
      String preposition = String.valueOf(first);
      if (first == 'ل' && rest.charAt(0) == 'ل') {
        withArticle(forms, new Form("ا" + rest, conjunction, preposition, false, false));
      }
      withArticle(forms, new Form(rest, conjunction, preposition, false, false));
    } else if (first == 'س' && word.length() > 4 && "يتنا".indexOf(rest.charAt(0)) >= 0) {
      forms.add(new Form(rest, conjunction, "", true, false));
    }
  }

  private static void withArticle(List<Form> forms, Form form) {
    forms.add(form);
    String text = form.text();
    if (text.length() > 2 + SHORTEST && text.startsWith("ال")) {
      forms.add(
          new Form(text.substring(2), form.conjunction(), form.preposition(), form.future(), true));
    }
  }
}
