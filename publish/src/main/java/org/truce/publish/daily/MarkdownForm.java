package org.truce.publish.daily;

import java.util.List;
import java.util.stream.Collectors;
import org.truce.publish.daily.Document.Block;
import org.truce.publish.daily.Document.Text;

/** Writes a document as Markdown with tables. */
public final class MarkdownForm {
  private MarkdownForm() {}

  /** Returns the whole text. */
  public static String of(Document document) {
    StringBuilder out = new StringBuilder("# " + escaped(document.title()) + "\n");
    document.blocks().forEach(block -> out.append('\n').append(block(block)));
    return out.toString();
  }

  private static String block(Block block) {
    return switch (block) {
      case Document.Heading heading -> "## " + escaped(heading.words()) + "\n";
      case Document.Paragraph paragraph -> text(paragraph.text()) + "\n";
      case Document.Bullets bullets ->
          bullets.items().stream()
              .map(item -> "- " + text(item) + "\n")
              .collect(Collectors.joining());
      case Document.Table table -> table(table);
    };
  }

  private static String table(Document.Table table) {
    StringBuilder out = new StringBuilder();
    out.append(row(table.head().stream().map(MarkdownForm::escaped).toList()));
    out.append(row(table.head().stream().map(column -> "---").toList()));
    table.rows().forEach(row -> out.append(row(row.stream().map(MarkdownForm::text).toList())));
    return out.toString();
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String text(Text text) {
    StringBuilder out = new StringBuilder(escaped(text.words()));
    if (text.note() > 0) {
      out.append(" [").append(text.note()).append(']');
    }
    if (!text.links().isEmpty()) {
      String links =
          text.links().stream().map(MarkdownForm::escaped).collect(Collectors.joining(", "));
      out.append(out.isEmpty() ? links : " (" + links + ")");
    }
    text.address().ifPresent(address -> out.append(", ").append(escaped(address)));
    return out.toString();
  }

  private static String escaped(String text) {
    return VisibleText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]|#])", "\\\\$1");
  }
}
