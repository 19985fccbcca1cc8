package org.truce.publish.daily;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.truce.publish.daily.Document.Block;
import org.truce.publish.daily.Document.Text;

/** Writes a document as one HTML file that is well-formed XML too and needs nothing else. */
public final class HtmlForm {
  private HtmlForm() {}

  /** Returns the whole file. */
  public static String of(Document document) {
    StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    out.append(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\" dir=\"%s\">\n"
            .formatted(document.language(), document.isRightToLeft() ? "rtl" : "ltr"));
    out.append(
        "<head>\n<meta charset=\"utf-8\"/>\n<title>%s</title>\n"
            .formatted(escaped(document.title())));
    out.append("<style>\n%s</style>\n</head>\n<body>\n".formatted(style()));
    out.append("<h1>%s</h1>\n".formatted(escaped(document.title())));
    document.blocks().forEach(block -> out.append(block(block)));
    return out.append("</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream stream = HtmlForm.class.getResourceAsStream("daily.css")) {
      return new String(
          Objects.requireNonNull(stream, "daily.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String block(Block block) {
    return switch (block) {
      case Document.Heading heading -> "<h2>%s</h2>\n".formatted(escaped(heading.words()));
      case Document.Paragraph paragraph -> "<p>%s</p>\n".formatted(text(paragraph.text()));
      case Document.Bullets bullets ->
          bullets.items().stream()
              .map(item -> "<li>%s</li>\n".formatted(text(item)))
              .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
      case Document.Table table -> table(table);
    };
  }

  private static String table(Document.Table table) {
    StringBuilder out = new StringBuilder("<table>\n<thead><tr>");
    table
        .head()
        .forEach(column -> out.append("<th scope=\"col\">%s</th>".formatted(escaped(column))));
    out.append("</tr></thead>\n<tbody>\n");
    table.rows().forEach(row -> out.append(row(row)));
    return out.append("</tbody>\n</table>\n").toString();
  }

  private static String row(List<Text> cells) {
    return cells.stream()
        .map(cell -> "<td>%s</td>".formatted(text(cell)))
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String text(Text text) {
    StringBuilder out = new StringBuilder();
    String words = "<bdi>%s</bdi>".formatted(escaped(text.words()));
    text.anchor()
        .ifPresentOrElse(
            anchor -> out.append("<span id=\"%s\">%s</span>".formatted(escaped(anchor), words)),
            () -> out.append(text.words().isEmpty() ? "" : words));
    if (text.note() > 0) {
      out.append(" <a class=\"note\" href=\"#n%1$d\">[%1$d]</a>".formatted(text.note()));
    }
    if (!text.links().isEmpty()) {
      String links =
          text.links().stream()
              .map(
                  name ->
                      "<a href=\"#%1$s\"><bdi dir=\"ltr\">%1$s</bdi></a>".formatted(escaped(name)))
              .collect(Collectors.joining(", "));
      out.append(text.words().isEmpty() ? links : " (" + links + ")");
    }
    text.address().ifPresent(address -> out.append(address(address)));
    return out.toString();
  }

  private static String address(String address) {
    boolean web = address.startsWith("https://") || address.startsWith("http://");
    String shown = "<bdi dir=\"ltr\">%s</bdi>".formatted(escaped(address));
    return web
        ? " <a class=\"address\" href=\"%s\" rel=\"noopener noreferrer\">%s</a>"
            .formatted(escaped(address), shown)
        : " " + shown;
  }

  private static String escaped(String text) {
    return VisibleText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
