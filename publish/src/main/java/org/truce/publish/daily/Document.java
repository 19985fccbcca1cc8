package org.truce.publish.daily;

import java.util.List;
import java.util.Optional;

/**
 * A document as blocks, before it takes a form.
 *
 * @param language BCP 47 code
 * @param title its title
 * @param blocks in order
 */
public record Document(String language, String title, List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }

  /** Returns whether the language is written from right to left. */
  boolean isRightToLeft() {
    return language.equals("ar");
  }

  /**
   * Returns the document with the columns of its tables in the other order, for forms that always
   * lay the first one out on the left.
   */
  Document withMirroredTables() {
    return new Document(
        language,
        title,
        blocks.stream()
            .map(block -> block instanceof Table table ? mirrored(table) : block)
            .toList());
  }

  private static Block mirrored(Table table) {
    return new Table(
        table.head().reversed(), table.rows().stream().map(row -> row.reversed()).toList());
  }

  /** A part of the document. */
  sealed interface Block {}

  /** A heading below the title. */
  record Heading(String words) implements Block {}

  /** A paragraph. */
  record Paragraph(Text text) implements Block {}

  /** A list. */
  record Bullets(List<Text> items) implements Block {
    Bullets {
      items = List.copyOf(items);
    }
  }

  /**
   * A table.
   *
   * @param head names of the columns
   * @param rows as many cells as there are columns
   */
  record Table(List<String> head, List<List<Text>> rows) implements Block {
    Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Words with where they can be checked.
   *
   * @param words as a person reads them
   * @param note number of the note that lists what they count; 0 for none
   * @param anchor name under which others point here
   * @param links names of anchors that stand after the words
   * @param address where a source can be read
   */
  record Text(
      String words,
      int note,
      Optional<String> anchor,
      List<String> links,
      Optional<String> address) {
    Text {
      links = List.copyOf(links);
    }

    static Text of(String words) {
      return new Text(words, 0, Optional.empty(), List.of(), Optional.empty());
    }

    static Text noted(String words, int note) {
      return new Text(words, note, Optional.empty(), List.of(), Optional.empty());
    }

    static Text anchored(String words, String anchor) {
      return new Text(words, 0, Optional.of(anchor), List.of(), Optional.empty());
    }

    static Text linking(String words, List<String> links) {
      return new Text(words, 0, Optional.empty(), links, Optional.empty());
    }
  }
}
