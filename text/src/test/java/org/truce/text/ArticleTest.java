package org.truce.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.truce.gazetteer.Gazetteer;
import org.truce.text.claims.TextClaim;

/** The development article: facts, sources and traps. */
class ArticleTest {
  private static final TextReader READER = new TextReader(Gazetteer.load());

  @Test
  void nineOfTenFactsAreReadWithEveryFieldAndNoneIsGravelyWrong() throws IOException {
    Optional<Path> folder = ArticleGold.folder();
    if (folder.isEmpty()) {
      System.err.println("LEFT OUT: the development article (TRUCE_SHARED_DATA names no folder)");
      return;
    }
    AnnotatedText article = ArticleGold.read(folder.get());
    List<TextClaim> read = READER.read(article.text(), "ar", article.published());
    Scorer scorer = new Scorer();
    scorer.add(article, read);
    if (System.getenv().getOrDefault("PRINT", "").equals("yes")) {
      read.forEach(
          c ->
              System.out.println(
                  c.type()
                      + " «"
                      + c.evidence().of(article.text())
                      + "» "
                      + c.fields()
                      + " "
                      + c.reading()));
      scorer.errors().forEach(System.out::println);
      System.out.println(
          scorer.found() + " strict " + scorer.strict() + " severe " + scorer.severe());
    }
    assertThat(scorer.strict().right()).as(scorer.errors().toString()).isGreaterThanOrEqualTo(45);
    assertThat(scorer.severe()).as(scorer.errors().toString()).isZero();
  }
}
