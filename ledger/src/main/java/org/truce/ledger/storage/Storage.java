package org.truce.ledger.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Files below one folder, named by paths with slashes. */
public interface Storage {
  /** Returns the names of the files in a folder, sorted; none if there is no such folder. */
  List<String> list(String folder) throws IOException;

  /** Creates an empty file and opens it; folders above it are made. An existing one is emptied. */
  StoredFile create(String path) throws IOException;

  /** Opens a file that exists. */
  StoredFile open(String path) throws IOException;

  /** Renames a file, at once and over whatever has the new name. */
  void rename(String from, String to) throws IOException;

  /** Deletes a file if it exists. */
  void delete(String path) throws IOException;

  /** Returns when the names in a folder survive a loss of power. */
  void forceFolder(String folder) throws IOException;

  /** Returns a file's bytes, or nothing if there is none. */
  Optional<byte[]> find(String path, int limit) throws IOException;

  /**
   * Takes a storage for this process alone, until what is returned is closed or the process ends.
   *
   * @param path of the file that is locked; made if it is not there
   * @throws IOException if another process, or another user in this one, has it
   */
  Closeable hold(String path) throws IOException;

  /**
   * Puts a whole file in place, durably and at once: afterwards the old bytes or the new are there.
   */
  default void replace(String path, byte[] bytes) throws IOException {
    String fresh = path + ".new";
    try (StoredFile file = create(fresh)) {
      file.append(ByteBuffer.wrap(bytes));
      file.force();
    }
    rename(fresh, path);
    forceFolder(folderOf(path));
  }

  /** Returns the folder of a path, empty for the root. */
  static String folderOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
