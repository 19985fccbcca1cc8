package org.truce.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        List<Path> texts = texts(file);
        texts.forEach(text -> TextSource.read(text, gazetteer, reception));
        if (texts.isEmpty() || holdsReports(file)) {
          files.read(file, reception);
        }
      } catch (IOException e) {
        throw new UnusableInput("cannot read %s: %s".formatted(file, Reason.of(e)));
      } catch (ReportFiles.UnknownFormatException e) {
        throw new UnusableInput(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Returns the texts: the file itself, or those in the folder by name. */
  private static List<Path> texts(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return place.toString().endsWith(".txt") ? List.of(place) : List.of();
    }
    try (Stream<Path> found = Files.list(place)) {
      return found.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static boolean holdsReports(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (Stream<Path> found = Files.list(place)) {
      return found.anyMatch(file -> file.toString().matches(".*\\.(jsonl|csv|geojson)"));
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
