package org.truce.ledger.trial;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.truce.ledger.Ledger;
import org.truce.ledger.Level;
import org.truce.ledger.LockFile;
import org.truce.ledger.Receipt;
import org.truce.ledger.Refused;
import org.truce.ledger.entry.Entry;
import org.truce.ledger.journal.Stored;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.storage.Storage;
import org.truce.ledger.tree.Hash;
import org.truce.ledger.tree.Malformed;

/** The process that is killed: four callers append and print what was acknowledged. */
public final class CrashChild {
  private static final int CALLERS = 4;

  private CrashChild() {}

  /** Runs until it is killed: folder, key file, and "unforced" for the seeded bug. */
  public static void main(String[] arguments) throws IOException, Malformed {
    Path folder = Path.of(arguments[0]);
    SigningKey key = SigningKey.parse(Files.readString(Path.of(arguments[1])));
    Storage data = new OsStorage(folder.resolve("data"));
    if (arguments.length > 2) {
      data = new Unforced(data);
    }
    Ledger ledger =
        Ledger.open(data, new LockFile(new OsStorage(folder.resolve("lock")), "last"), key);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    out.println("ready");
    for (int caller = 0; caller < CALLERS; caller++) {
      Thread.ofPlatform().start(() -> appendForEver(ledger, out));
    }
  }

  private static void appendForEver(Ledger ledger, PrintStream out) {
    try {
      while (true) {
        byte[] entry =
            Entry.of("exercise.entry", Instant.EPOCH, Map.of("id", UUID.randomUUID().toString()))
                .bytes();
        Stored stored = new Stored(entry, new byte[40], new byte[1_000]);
        Receipt receipt = ledger.appendNow(List.of(stored), Level.DURABLE);
        out.println("ack " + receipt.first() + " " + Hash.leaf(entry));
      }
    } catch (Refused | InterruptedException e) {
      out.println("stopped " + e.getMessage());
    }
  }
}
