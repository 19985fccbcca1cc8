package org.truce.publish.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Nothing inside the values of a page ends the element in which they stand, or turns its text. */
class ScriptTextTest {

  private static String written(String text) throws IOException {
    StringWriter out = new StringWriter();
    try (ScriptText script = new ScriptText(out)) {
      script.write(text);
      script.write(text.toCharArray(), 0, 1);
      script.write(text.charAt(0));
    }
    return out.toString();
  }

  @Test
  void whatCouldEndAScriptIsWrittenAsAnEscape() throws IOException {
    assertThat(written("</script><!--&"))
        .isEqualTo("\\u003c/script\\u003e\\u003c!--\\u0026\\u003c\\u003c");
  }

  @Test
  void lineSeparatorsAndWhatTurnsTextAreWrittenAsEscapes() throws IOException {
    for (int c : new int[] {0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0x061c}) {
      String escape = "\\u%04x".formatted(c);
      assertThat(written(Character.toString(c))).isEqualTo(escape.repeat(3));
    }
  }

  @Test
  void wordsOfAnyLanguageStayAsTheyAre() throws IOException {
    assertThat(written("قصف обстріл \u200f")).startsWith("قصف обстріл \u200f");
  }
}
