package org.truce.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.truce.gazetteer.Gazetteer;
import org.truce.notation.Notation;
import org.truce.sources.Received;
import org.truce.sources.Reception;
import org.truce.sources.ReportFiles;
import org.truce.sources.mapped.MappingFile;

/** Files of reports and the mappings to read them by, as the user gave them. */
record ReportInput(List<Path> reports, List<Path> mappings) {
  private static final long LARGEST_MAPPING = 1 << 20;

  /** Reads all files and holds what they gave. */
  Received received(Gazetteer gazetteer) {
    Received received = new Received();
    read(gazetteer, received);
    return received;
  }

  /** Reads all files; what cannot be read at all is unusable input. */
  void read(Gazetteer gazetteer, Reception reception) {
    ReportFiles files = new ReportFiles(gazetteer::findRegion, mappingFiles());
    for (Path file : reports) {
      try {
        if (file.toString().endsWith(".txt")) {
          TextSource.read(file, gazetteer, reception);
        } else {
          files.read(file, reception);
        }
      } catch (IOException e) {
        throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
      } catch (ReportFiles.UnknownFormatException e) {
        throw new UnusableInput(String.valueOf(e.getMessage()));
      }
    }
  }

  private List<MappingFile> mappingFiles() {
    List<MappingFile> read = new ArrayList<>();
    for (Path file : mappings) {
      try {
        if (Files.size(file) > LARGEST_MAPPING) {
          throw new UnusableInput("%s: a mapping has at most 1 MiB".formatted(file));
        }
        try (BufferedReader text = Files.newBufferedReader(file)) {
          read.add(MappingFile.read(Notation.yaml(file.toString(), text)));
        }
      } catch (IOException e) {
        throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
      }
    }
    return read;
  }
}
