package org.truce.ledger.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.truce.ledger.note.Checkpoint;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.tree.EntryBundle;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.tree.Tile;
import org.truce.ledger.tree.TileStack;

/** A published log of many made-up entries, written without a journal, to be audited. */
public final class LargeLog {
  private LargeLog() {}

  /** Writes one. */
  public static void write(Path folder, SigningKey key, long size) throws IOException, Malformed {
    TileStack stack = new TileStack();
    TileStack.Tiles tiles = (tile, hashes) -> put(folder, tile.path(), hashes);
    for (long first = 0; first < size; first += Tile.FULL) {
      Tile tile = Tile.holding(0, first, size);
      List<byte[]> entries = new ArrayList<>();
      for (int i = 0; i < tile.width(); i++) {
        entries.add(AppendTrial.entry(first + i));
        stack.add(Hash.leaf(entries.getLast()), tiles);
      }
      put(folder, tile.entriesPath(), EntryBundle.write(entries));
    }
    stack.partials(tiles);
    String text = new Checkpoint(key.verifier().name(), stack.head()).text();
    SignedNote note = new SignedNote(text, List.of(key.signNote(text)));
    put(folder, LogFiles.CHECKPOINT, note.bytes());
  }

  private static void put(Path folder, String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, bytes);
  }
}
