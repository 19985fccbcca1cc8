package org.truce.ledger.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.LogFiles;

/** A log's published files in a folder. */
public record PublishedFolder(Path folder) implements LogFiles {
  @Override
  public Optional<byte[]> find(String path, int limit) throws IOException {
    return new OsStorage(folder).find(path, limit);
  }
}
