package org.truce.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.truce.mechanism.Mechanism;
import org.truce.mechanism.Records;
import org.truce.mechanism.Submission.Form;
import org.truce.notation.Notation;
import org.truce.sources.ReportFiles;
import org.truce.sources.ReportFiles.UnknownFormatException;
import org.truce.sources.eventdata.UcdpReader;
import org.truce.sources.mapped.MappingFile;
import org.truce.sources.mapped.ShippedMappings;

/**
 * How the records of a file are read, chosen as {@code truce assess} chooses: a mapping that was
 * given, UCDP GED, a mapping that comes with the product.
 *
 * @param format {@code jsonl}, {@code csv} or {@code ucdp}
 * @param mappings files given by the user
 */
record ImportedKind(String format, List<Path> mappings) {
  private static final long LARGEST_MAPPING = 1 << 20;

  /** Returns the kind of a file's records; its mapping is taken into the mechanism first. */
  Records.Kind of(Path file, Mechanism mechanism) throws IOException {
    return switch (format) {
      case "jsonl" -> Records.Kind.of(Form.JSONL);
      case "ucdp" -> Records.Kind.of(Form.UCDP);
      case "csv" -> table(file, mechanism);
      default ->
          throw new UnusableInput("\"%s\" is none of jsonl, csv, ucdp and text".formatted(format));
    };
  }

  private Records.Kind table(Path file, Mechanism mechanism) throws IOException {
    List<String> columns = ReportFiles.columns(file);
    Optional<String> given = fitting(mappings.stream().map(ImportedKind::text), columns);
    if (given.isEmpty() && UcdpReader.reads(columns)) {
      return Records.Kind.of(Form.UCDP);
    }
    String text =
        given
            .or(() -> fitting(ShippedMappings.names().stream().map(ShippedMappings::text), columns))
            .orElseThrow(() -> unknown(file, columns));
    return new Records.Kind(
        Form.MAPPED, Optional.of(mechanism.take(text)), mapping(text).delimiter());
  }

  private UnusableInput unknown(Path file, List<String> columns) {
    String missing =
        mappings.stream()
            .flatMap(each -> mapping(text(each)).columns().stream())
            .filter(column -> !columns.contains(column))
            .findFirst()
            .or(() -> UcdpReader.missing(columns))
            .orElse("");
    return new UnusableInput(
        String.valueOf(new UnknownFormatException(file.toString(), columns, missing).getMessage()));
  }

  private static Optional<String> fitting(Stream<String> texts, List<String> columns) {
    return texts.filter(text -> columns.containsAll(mapping(text).columns())).findFirst();
  }

  private static MappingFile mapping(String text) {
    return MappingFile.read(Notation.yaml("mapping", new StringReader(text)));
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST_MAPPING) {
        throw new UnusableInput("%s: a mapping has at most 1 MiB".formatted(file));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
    }
  }
}
