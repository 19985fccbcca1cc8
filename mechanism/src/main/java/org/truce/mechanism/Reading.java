package org.truce.mechanism;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truce.report.Input;
import org.truce.report.Rejected;
import org.truce.report.Report;
import org.truce.sources.Reception;
import org.truce.sources.ReportFiles.UnknownFormatException;
import org.truce.sources.eventdata.UcdpReader;
import org.truce.sources.jsonlines.JsonLinesReader;
import org.truce.sources.mapped.MappedRows;
import org.truce.sources.mapped.MappingFile;
import org.truce.sources.rows.CsvRows;

/** What a submission says, or why it cannot be read. A pure function of the submission. */
sealed interface Reading {

  /** One report. */
  record Of(Report report) implements Reading {}

  /** It cannot be read; it is kept and read again after the reader is mended. */
  record Not(Rejected why) implements Reading {}

  /** The mapping does not keep rows like it: it is on record and says nothing. */
  record LeftOut() implements Reading {}

  /** Reads a submission. */
  static Reading read(Submission submission, Readers readers) {
    Input input = new Input(submission.place().file(), submission.place().line());
    Kept kept = new Kept();
    try (InputStream bytes = new ByteArrayInputStream(submission.bytes().toArray())) {
      switch (submission.form()) {
        case JSONL -> new JsonLinesReader(input.file()).read(bytes, kept);
        case UCDP -> new UcdpReader(input.file(), readers.regions()).read(bytes, kept);
        case MAPPED -> {
          Optional<MappingFile> mapping = submission.mapping().flatMap(readers.mappings()::find);
          if (mapping.isEmpty()) {
            return new Not(new Rejected(input, "", "", "its mapping was never taken in"));
          }
          mapped(bytes, input, mapping.get(), readers, kept);
          if (kept.all.isEmpty()) {
            return new LeftOut();
          }
        }
      }
    } catch (UnknownFormatException e) {
      return new Not(new Rejected(input, "", "", "the header is not one of UCDP GED"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kept.only(input);
  }

  private static void mapped(
      InputStream bytes, Input input, MappingFile mapping, Readers readers, Kept kept)
      throws IOException {
    CsvRows rows = new CsvRows(input.file(), bytes, mapping.encoding(), mapping.delimiter());
    rows.read(rows.header(), new MappedRows(mapping, readers.regions(), kept));
  }

  /** Reads the replacement of a report, one line in our own form. */
  static Reading replacement(String line) {
    return read(
        new Submission(
            "correction",
            Optional.empty(),
            Submission.Form.JSONL,
            new Submission.Place("replacement", 1),
            Bytes.ofText(line)),
        Readers.OWN_FORM);
  }

  /** Keeps what a reader hands over; the place is that in the file, not in the submission. */
  final class Kept implements Reception {
    private final List<Reading> all = new ArrayList<>();

    @Override
    public void report(Report report) {
      all.add(new Of(report));
    }

    @Override
    public void rejected(Rejected rejected) {
      all.add(new Not(rejected));
    }

    private Reading only(Input input) {
      if (all.size() != 1) {
        String reason = "holds %d reports; one is expected".formatted(all.size());
        return new Not(new Rejected(input, "", "", reason));
      }
      return switch (all.getFirst()) {
        case Not not ->
            new Not(new Rejected(input, not.why().column(), not.why().value(), not.why().reason()));
        case LeftOut left -> left;
        case Of of -> new Of(at(of.report(), input));
      };
    }

    private static Report at(Report report, Input input) {
      Report.Document read = report.document();
      return new Report(
          report.id(),
          report.voice(),
          new Report.Document(read.address(), read.language(), input),
          report.claims(),
          report.known(),
          report.exercise());
    }
  }
}
