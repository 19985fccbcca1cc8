package org.truce.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truce.gazetteer.Gazetteer;
import org.truce.mechanism.Bytes;
import org.truce.mechanism.Submission;
import org.truce.mechanism.Submission.Form;
import org.truce.text.TextReader;
import org.truce.text.TextReports;

/**
 * Texts as submissions: what a machine read of a text, one report for each speaker, in our own
 * form. The line is the number of the report, since a speaker has no line.
 */
final class TextSubmissions {
  private final TextReports reports = new TextReports(new TextReader(Gazetteer.load()));
  private final String sender;

  TextSubmissions(String sender) {
    this.sender = sender;
  }

  /** Reads a text; what cannot be read at all is unusable input. */
  List<Submission> of(Path file) {
    List<Submission> submissions = new ArrayList<>();
    for (String line :
        reports.lines(ExtractCommand.read(file, Optional.empty(), Optional.empty()))) {
      Submission.Place place =
          new Submission.Place(String.valueOf(file.getFileName()), submissions.size() + 1L);
      Bytes bytes = Bytes.of(line.getBytes(StandardCharsets.UTF_8));
      submissions.add(new Submission(sender, Optional.empty(), Form.JSONL, place, bytes));
    }
    return submissions;
  }
}
