package org.truce.ledger.trial;

import java.io.IOException;
import org.truce.ledger.note.Attested;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.note.SignedNote;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;

/** Everything that a reader may check of an honest log; none of it may be refused. */
record HonestReader(Policy policy, Checks checks) {

  void accepts(HonestLog log) throws IOException, Malformed {
    LogFiles files = new HonestLog.Files(log.files());
    Attested newest = checks.checkpoint(files, policy);
    if (!newest.quorum() || newest.checkpoint().head().size() != log.entries().size()) {
      throw new Malformed("the quorum or the size is not as it was written");
    }
    checks.contents(files, newest);
    for (SignedNote note : log.older()) {
      checks.continues(files, newest, policy.check(note));
    }
    ProofFile receipt = log.receipts().getFirst();
    checks.receipt(receipt.bytes(), log.entries().get((int) receipt.index()), policy);
  }
}
