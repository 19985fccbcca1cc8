package org.truce.ledger.tree;

import java.io.IOException;
import java.util.Optional;

/**
 * The published files of a log, wherever they are: a folder that was copied, or a site.
 *
 * <p>Whatever it returns is a claim of whoever published it; callers check it.
 */
public interface LogFiles {
  /** The path of the signed checkpoint. */
  String CHECKPOINT = "checkpoint";

  /**
   * The path of the newest checkpoint that the quorum of witnesses has cosigned, if there is one.
   */
  String WITNESSED = "checkpoint.witnessed";

  /**
   * Returns the bytes at a path below the log's folder, or nothing if there is no such file.
   *
   * @param limit the most bytes that are acceptable
   * @throws IOException if it cannot be read, or is longer than the limit
   */
  Optional<byte[]> find(String path, int limit) throws IOException;

  /**
   * Returns the bytes at a path.
   *
   * @throws Malformed if there is no such file
   */
  default byte[] get(String path, int limit) throws IOException, Malformed {
    Optional<byte[]> found = find(path, limit);
    if (found.isEmpty()) {
      throw new Malformed(path + ": the log does not have this file");
    }
    return found.get();
  }
}
