package org.truce.ledger.trial;

import java.io.IOException;
import org.truce.ledger.audit.Audit;
import org.truce.ledger.note.Attested;
import org.truce.ledger.note.Policy;
import org.truce.ledger.note.ProofFile;
import org.truce.ledger.tree.LogFiles;
import org.truce.ledger.tree.Malformed;

/** The verifier that a campaign tries to deceive; a test puts a careless one in its place. */
class Checks {
  Attested checkpoint(LogFiles log, Policy policy) throws IOException, Malformed {
    return Audit.attested(log, policy);
  }

  void contents(LogFiles log, Attested attested) throws IOException, Malformed {
    Audit.of(log, attested);
  }

  void continues(LogFiles log, Attested now, Attested kept) throws IOException, Malformed {
    new Audit(now, 0).continues(kept, log);
  }

  Attested receipt(byte[] receipt, byte[] entry, Policy policy) throws Malformed {
    return ProofFile.parse(receipt).check(entry, policy);
  }
}
