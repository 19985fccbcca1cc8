package org.truce.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.truce.ledger.audit.Audit;
import org.truce.ledger.audit.Checkpoints;
import org.truce.ledger.audit.Monitor;
import org.truce.ledger.audit.PublishedFolder;
import org.truce.ledger.audit.PublishedSite;
import org.truce.ledger.note.Attested;
import org.truce.ledger.note.ForkProof;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.note.SigningKey;
import org.truce.ledger.storage.OsStorage;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.witness.Witness;
import org.truce.ledger.witness.WitnessServer;
import org.truce.mechanism.Witnesses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce ledger}: check, copy and prove the record, without its operator. */
@Command(
    name = "ledger",
    description = "Check, copy and prove the record; run a witness.",
    subcommands = {
      LedgerCommand.Keygen.class,
      LedgerCommand.Export.class,
      LedgerCommand.Verify.class,
      LedgerCommand.Prove.class,
      LedgerCommand.MonitorOnce.class,
      LedgerCommand.RunWitness.class,
      LedgerCommand.ShowPolicy.class,
    })
final class LedgerCommand {
  private static final int FOUND = 1;

  /** What a sub-command does; unusable input ends it with a message. */
  abstract static class Action implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    abstract int act() throws IOException, Malformed, InterruptedException;

    PrintWriter out() {
      return spec.commandLine().getOut();
    }

    @Override
    public Integer call() throws InterruptedException {
      try {
        return act();
      } catch (Malformed | IllegalArgumentException e) {
        throw new UnusableInput(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw new UnusableInput(e.getClass().getSimpleName() + ": " + Reason.of(e));
      }
    }

    static byte[] read(Path file, int limit) throws IOException {
      try (var in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
          throw new UnusableInput(file + ": longer than " + limit + " bytes");
        }
        return bytes;
      } catch (IOException e) {
        throw new UnusableInput(file + ": " + Reason.of(e));
      }
    }

    static Policy policy(Path file) throws IOException, Malformed {
      return Policy.parse(new String(read(file, 1 << 20), StandardCharsets.UTF_8));
    }

    static LogFiles published(String place) {
      return PublishedSite.isAddress(place)
          ? new PublishedSite(place)
          : new PublishedFolder(Path.of(place));
    }

    void print(Attested attested) {
      var head = attested.checkpoint().head();
      out().printf("log      %s%n", attested.checkpoint().origin());
      out().printf("size     %d%nroot     %s%n", head.size(), head.root());
      attested
          .cosignatures()
          .forEach(c -> out().printf("witness  %s at %s%n", c.witness(), c.time()));
      out().printf("quorum   %s%n", attested.quorum() ? "met" : "NOT met");
    }
  }

  /** Makes a key. */
  @Command(name = "keygen", description = "Make a key of a log or, with --witness, of a witness.")
  static final class Keygen extends Action {
    @Parameters(paramLabel = "NAME", description = "origin or name, no spaces, no plus")
    private String name = "";

    @Option(names = "--witness", description = "for a witness")
    private boolean witness;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the secret key")
    private Path file = Path.of("");

    @Override
    int act() throws IOException {
      SigningKey key = SigningKey.generate(name, witness, new SecureRandom());
      var owner = java.nio.file.attribute.PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, java.nio.file.attribute.PosixFilePermissions.asFileAttribute(owner));
      Files.writeString(file, key.toFile());
      out().println(key.verifier());
      return 0;
    }
  }

  /** Copies what is public of a data folder. */
  @Command(name = "export", description = "Copy the public files, which anybody can check offline.")
  static final class Export extends Action {
    @Parameters(index = "0", paramLabel = "DATA", description = "the ledger's data folder")
    private Path data = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "folder to write")
    private Path target = Path.of("");

    @Override
    int act() throws IOException {
      Path source = data.resolve("public");
      // Read before the tiles are copied, so that all that they need is there.
      byte[] checkpoint = read(source.resolve(LogFiles.CHECKPOINT), SignedNote.MAX_BYTES);
      Optional<byte[]> witnessed =
          new PublishedFolder(source).find(LogFiles.WITNESSED, SignedNote.MAX_BYTES);
      int[] files = {1};
      Files.walkFileTree(
          source.resolve("tile"),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Path copy = target.resolve(source.relativize(file).toString());
              if (!file.toString().endsWith(".new")) {
                Files.createDirectories(java.util.Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                files[0]++;
              }
              return FileVisitResult.CONTINUE;
            }
          });
      if (witnessed.isPresent()) {
        Files.write(target.resolve(LogFiles.WITNESSED), witnessed.get());
      }
      Files.write(target.resolve(LogFiles.CHECKPOINT), checkpoint);
      out().printf("%d files in %s%n", files[0], target);
      return 0;
    }
  }

  /** Checks a folder or a receipt. */
  @Command(
      name = "verify",
      description =
          "Check a published folder, or a receipt with its entry. Exit code 1 if it fails.")
  static final class Verify extends Action {
    @Parameters(paramLabel = "FOLDER|RECEIPT", description = "published files, or a .tlog-proof")
    private Path what = Path.of("");

    @Option(names = "--policy", required = true, description = "whom you trust (tlog-policy)")
    private Path policy = Path.of("");

    @Option(names = "--entry", description = "the entry that a receipt is for")
    private Optional<Path> entry = Optional.empty();

    @Option(names = "--since", description = "a checkpoint kept earlier: nothing before may differ")
    private Optional<Path> since = Optional.empty();

    @Override
    int act() throws IOException, Malformed {
      Policy trusted = policy(policy);
      Optional<Attested> kept =
          since.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  trusted.check(SignedNote.parse(read(since.get(), SignedNote.MAX_BYTES))));
      try {
        Attested attested = Files.isDirectory(what) ? folder(trusted, kept) : receipt(trusted);
        print(attested);
        return attested.quorum() ? 0 : FOUND;
      } catch (Malformed e) {
        out().println("NOT VERIFIED: " + e.getMessage());
        return FOUND;
      }
    }

    private Attested folder(Policy trusted, Optional<Attested> kept) throws IOException, Malformed {
      PublishedFolder log = new PublishedFolder(what);
      Audit audit = Audit.of(log, trusted);
      if (kept.isPresent()) {
        audit.continues(kept.get(), log);
      }
      out().printf("entries approved by two people: %d%n", audit.twoPersonEntries());
      return audit.attested();
    }

    private Attested receipt(Policy trusted) throws IOException, Malformed {
      if (entry.isEmpty()) {
        throw new UnusableInput("--entry FILE is needed: the entry that the receipt is for");
      }
      ProofFile proof = ProofFile.parse(read(what, SignedNote.MAX_BYTES));
      return proof.check(read(entry.get(), 65_535), trusted);
    }
  }

  /** Writes a receipt. */
  @Command(
      name = "prove",
      description =
          "Write the receipt of one entry (.tlog-proof), under the witnessed checkpoint if it can be.")
  static final class Prove extends Action {
    @Parameters(index = "0", paramLabel = "FOLDER", description = "published files")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "INDEX", description = "of the entry, from 0")
    private long index;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the receipt")
    private Path file = Path.of("");

    @Override
    int act() throws IOException, Malformed {
      Optional<ProofFile> receipt = Checkpoints.receipt(new PublishedFolder(folder), index);
      if (receipt.isEmpty()) {
        throw new UnusableInput(
            "%s: no checkpoint holds entry %d yet; the first is 0".formatted(folder, index));
      }
      Files.write(file, receipt.get().bytes());
      return 0;
    }
  }

  /** Compares with what was seen last. */
  @Command(
      name = "monitor",
      description = "Check once that the log only grew since the last time. Exit code 1 if not.")
  static final class MonitorOnce extends Action {
    @Parameters(paramLabel = "FOLDER|URL", description = "published files")
    private String place = "";

    @Option(names = "--policy", required = true, description = "whom you trust (tlog-policy)")
    private Path policy = Path.of("");

    @Option(names = "--state", required = true, description = "what was seen last; made if missing")
    private Path state = Path.of("");

    @Option(names = "--evidence", description = "where to write a fork proof")
    private Path evidence = Path.of("ledger.fork-proof");

    @Override
    int act() throws IOException, Malformed {
      Policy trusted = policy(policy);
      LogFiles log = published(place);
      try {
        Attested now = Audit.of(log, trusted).attested();
        if (Files.exists(state)) {
          SignedNote kept = SignedNote.parse(read(state, SignedNote.MAX_BYTES));
          Optional<ForkProof> fork = Monitor.compare(kept, log, trusted);
          if (fork.isPresent()) {
            Files.write(evidence, fork.get().bytes());
            out().println("THE LOG SIGNED TWO HISTORIES; evidence: " + evidence);
            return FOUND;
          }
        }
        byte[] note = log.get(LogFiles.CHECKPOINT, SignedNote.MAX_BYTES);
        new OsStorage(java.util.Objects.requireNonNull(state.toAbsolutePath().getParent()))
            .replace(String.valueOf(state.getFileName()), note);
        print(now);
        return 0;
      } catch (Malformed e) {
        out().println("NOT VERIFIED: " + e.getMessage());
        return FOUND;
      }
    }
  }

  /** Prints a mechanism's policy, and names its witnesses. */
  @Command(
      name = "policy",
      description = "Print a mission's policy, for its witnesses and readers; name its witnesses.")
  static final class ShowPolicy extends Action {
    @Parameters(paramLabel = "DATA", description = "the mission's data folder")
    private Path data = Path.of("");

    @Option(
        names = "--witnesses",
        paramLabel = "FILE",
        description =
            "who cosigns from the next start on, and how many must: the lines witness, group and"
                + " quorum of a tlog-policy")
    private Optional<Path> witnesses = Optional.empty();

    @Override
    int act() throws IOException {
      if (witnesses.isPresent()) {
        Witnesses.name(data, new String(read(witnesses.get(), 1 << 20), StandardCharsets.UTF_8));
      }
      out().print(Witnesses.forReaders(data));
      return 0;
    }
  }

  /** Serves a witness. */
  @Command(name = "witness", description = "Cosign the log's checkpoints over HTTP, until stopped.")
  static final class RunWitness extends Action {
    @Option(names = "--policy", required = true, description = "names the log")
    private Path policy = Path.of("");

    @Option(names = "--key", required = true, description = "the witness's key file")
    private Path key = Path.of("");

    @Option(names = "--state", required = true, description = "folder of what was cosigned last")
    private Path state = Path.of("");

    @Option(names = "--port", description = "port; 0 takes a free one", defaultValue = "0")
    private int port;

    @Option(names = "--bind", description = "address to listen on", defaultValue = "127.0.0.1")
    private String bind = "127.0.0.1";

    @Override
    int act() throws IOException, Malformed, InterruptedException {
      String file = new String(read(key, 4_096), StandardCharsets.UTF_8);
      Witness witness = new Witness(new OsStorage(state), policy(policy), SigningKey.parse(file));
      InetSocketAddress address = new InetSocketAddress(bind, port);
      try (WitnessServer server = new WitnessServer(witness, address, InstantSource.system())) {
        out().printf("witness on http://%s:%d/%n", bind, server.port());
        Thread.currentThread().join();
      }
      return 0;
    }
  }
}
