package org.truce.text.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Which parts of a document a reader sees.
 *
 * <p>Plain text is visible as a whole. Of markup, only text outside comments, scripts, styles and
 * elements that are hidden counts; attributes never do.
 */
public final class VisibleText {
  private static final Pattern MARKUP = Pattern.compile("<(!--|!doctype|/?[a-zA-Z][^<>]{0,200}>)");
  private static final Pattern HIDING =
      Pattern.compile("display:none|visibility:hidden|font-size:0(?![.\\d])|opacity:0(?![.\\d])");
  private static final List<String> UNSEEN =
      List.of("script", "style", "template", "noscript", "head", "title", "textarea", "select");

  private VisibleText() {}

  /** Returns the visible parts in order. */
  public static List<Span> of(String document) {
    if (document.indexOf('<') < 0 || !MARKUP.matcher(document).find()) {
      return List.of(new Span(0, document.length()));
    }
    List<Span> parts = new ArrayList<>();
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    collect(Jsoup.parse(document, "", parser), document.length(), parts);
    return parts;
  }

  private static void collect(Node root, int length, List<Span> parts) {
    root.nodeStream()
        .filter(TextNode.class::isInstance)
        .filter(VisibleText::isSeen)
        .map(Node::sourceRange)
        .filter(Range::isTracked)
        .forEach(
            range -> {
              int start = Math.min(range.startPos(), length);
              int end = Math.min(range.endPos(), length);
              int from = parts.isEmpty() ? start : Math.max(start, parts.getLast().end());
              if (from < end) {
                parts.add(new Span(from, end));
              }
            });
  }

  private static boolean isSeen(Node text) {
    for (Node node = text; node != null; node = node.parent()) {
      if (node instanceof Element element && isHidden(element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHidden(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || HIDING.matcher(style).find();
  }
}
