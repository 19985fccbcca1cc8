package org.truce.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.SignatureLine;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;
import org.truce.ledger.witness.WitnessClient;

/** The witnesses of a policy that have an address, asked all at once. */
final class Quorum {
  private final Policy policy;
  private final LogFiles published;
  private final List<WitnessClient> witnesses;

  /** A checkpoint with enough cosignatures. */
  record Cosigned(SignedNote note, long size) {}

  Quorum(Policy policy, LogFiles published) {
    this.policy = policy;
    this.published = published;
    witnesses = WitnessClient.of(policy);
  }

  /** Asks every witness that answers whether it has cosigned more than there is. */
  void refuseOlderCopy(long size) throws IOException {
    for (WitnessClient witness : witnesses) {
      OptionalLong seen = witness.sizeSeen(policy);
      if (seen.isPresent() && seen.getAsLong() > size) {
        throw new OlderCopy(
            "The journal has "
                + size
                + " records, "
                + witness
                + " has cosigned "
                + seen.getAsLong()
                + ".");
      }
    }
  }

  /** Returns the checkpoint with the cosignatures that came, if they are a quorum. */
  Optional<Cosigned> cosigned(SignedNote note) {
    List<SignatureLine> lines = new ArrayList<>();
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<SignatureLine>>> answers =
          witnesses.stream()
              .map(witness -> asking.submit(() -> witness.cosign(note, published, policy)))
              .toList();
      for (Future<Optional<SignatureLine>> answer : answers) {
        answer.get().ifPresent(lines::add);
      }
      SignedNote cosigned = note.with(lines);
      return policy.check(cosigned).quorum()
          ? Optional.of(new Cosigned(cosigned, note.checkpoint().head().size()))
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | Malformed e) {
      return Optional.empty(); // no quorum this time; it is asked again
    }
  }
}
