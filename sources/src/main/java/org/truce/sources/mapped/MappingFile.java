package org.truce.sources.mapped;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import org.truce.notation.Node;
import org.truce.notation.Node.Mapping;

/**
 * A mapping as a file says it (docs/mapping.md).
 *
 * @param name of the mapping
 * @param columns a table that has all of these is one for this mapping
 * @param encoding of the file
 * @param delimiter between cells
 * @param rows what to check of a row before it is read
 * @param report what a row becomes
 */
public record MappingFile(
    String name,
    List<String> columns,
    Charset encoding,
    char delimiter,
    RowChecks rows,
    ReportTemplate report) {

  /** What a row becomes; its parts stay inside this package. */
  public static final class ReportTemplate {
    private final Template template;

    ReportTemplate(Template template) {
      this.template = template;
    }

    Template template() {
      return template;
    }
  }

  /** What to check of a row before it is read; its parts stay inside this package. */
  public static final class RowChecks {
    private final List<RowFilter> keep;
    private final Optional<PositionCheck> position;

    RowChecks(List<RowFilter> keep, Optional<PositionCheck> position) {
      this.keep = List.copyOf(keep);
      this.position = position;
    }

    List<RowFilter> keep() {
      return keep;
    }

    Optional<PositionCheck> position() {
      return position;
    }
  }

  /**
   * Reads a mapping.
   *
   * @throws org.truce.notation.NotationException when it is not of the form
   */
  public static MappingFile read(Node node) {
    Mapping mapping =
        node.mapping()
            .only(
                "mapping",
                "about",
                "columns",
                "encoding",
                "delimiter",
                "keep",
                "position",
                "report");
    Template template = Template.of(mapping.get("report"));
    List<String> columns =
        mapping.find("columns").map(Node::texts).orElseGet(() -> template.columns());
    return new MappingFile(
        mapping.get("mapping").text(),
        columns.stream().distinct().toList(),
        mapping.find("encoding").map(MappingFile::charset).orElse(StandardCharsets.UTF_8),
        mapping.find("delimiter").map(MappingFile::character).orElse(','),
        new RowChecks(
            mapping.find("keep").map(Node::items).orElse(List.of()).stream()
                .map(RowFilter::read)
                .toList(),
            mapping.find("position").map(PositionCheck::read)),
        new ReportTemplate(template));
  }

  private static Charset charset(Node node) {
    try {
      Charset charset = Charset.forName(node.text());
      boolean singleBytes = "\n,\"".getBytes(charset).length == 3;
      if (singleBytes) {
        return charset;
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // said below
    }
    throw node.error(
        "\"%s\" is not an encoding that is read here".formatted(node.text()),
        List.of("known here: UTF-8, windows-1251, windows-1252, windows-1256, KOI8-U and others"));
  }

  private static char character(Node node) {
    return switch (node.text()) {
      case "tab" -> '\t';
      case "," -> ',';
      case ";" -> ';';
      case "|" -> '|';
      default -> throw node.error("a delimiter is one of , ; | or tab", List.of());
    };
  }
}
