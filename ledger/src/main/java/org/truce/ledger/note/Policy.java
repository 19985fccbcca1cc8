package org.truce.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.ledger.tree.Malformed;

/**
 * Whom a reader trusts: the log's key, the witnesses, and how many of which must have cosigned
 * (C2SP tlog-policy). Exactly one log.
 */
public final class Policy {
  private static final String NONE = "none";
  private static final int MAX_LINES = 1_000;

  /** A group is met when at least so many members are. */
  private record Group(int threshold, List<String> members) {}

  private final Map<String, Witness> witnesses = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Set<String> members = new HashSet<>();
  private final List<VerifierKey> logs = new ArrayList<>();
  private Optional<String> quorum = Optional.empty();

  /**
   * A witness that the policy names.
   *
   * @param key its key
   * @param url where to ask it, if stated
   */
  public record Witness(VerifierKey key, Optional<String> url) {}

  private Policy() {}

  /** Returns the policy that trusts one log and asks for no witness. */
  public static Policy ofLog(VerifierKey log) {
    Policy policy = new Policy();
    policy.logs.add(log);
    policy.quorum = Optional.of(NONE);
    return policy;
  }

  /** Reads a policy file. */
  public static Policy parse(String file) throws Malformed {
    String[] lines = file.split("\n", -1);
    if (lines.length > MAX_LINES) {
      throw new Malformed("policy: more than " + MAX_LINES + " lines");
    }
    Policy policy = new Policy();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].replace('\t', ' ').strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          policy.take(List.of(line.split(" +")));
        } catch (Malformed e) {
          throw new Malformed("policy, line " + (i + 1) + ": " + e.getMessage());
        }
      }
    }
    if (policy.logs.size() != 1 || policy.quorum.isEmpty()) {
      throw new Malformed("policy: one log and one quorum are needed");
    }
    return policy;
  }

  private void take(List<String> words) throws Malformed {
    switch (words.getFirst()) {
      case "log" -> takeLog(words);
      case "witness" -> takeWitness(words);
      case "group" -> takeGroup(words);
      case "quorum" -> takeQuorum(words);
      default ->
          throw new Malformed("\"" + words.getFirst() + "\" is not log, witness, group, quorum");
    }
  }

  private void takeLog(List<String> words) throws Malformed {
    expect(words.size() == 2 || words.size() == 3, "expected: log KEY [URL]");
    VerifierKey key = VerifierKey.parse(words.get(1));
    expect(!key.isWitness(), "the log's key is a witness's key");
    expect(logs.isEmpty(), "a second log");
    logs.add(key);
  }

  private void takeWitness(List<String> words) throws Malformed {
    expect(words.size() == 3 || words.size() == 4, "expected: witness NAME KEY [URL]");
    VerifierKey key = VerifierKey.parse(words.get(2));
    expect(key.isWitness(), "the witness's key is a log's key");
    for (Witness other : witnesses.values()) {
      boolean same = java.util.Arrays.equals(other.key().key(), key.key());
      expect(!same, "the key of another witness again");
    }
    Optional<String> url = words.size() == 4 ? Optional.of(words.get(3)) : Optional.empty();
    witnesses.put(newName(words.get(1)), new Witness(key, url));
  }

  private void takeGroup(List<String> words) throws Malformed {
    expect(words.size() >= 4, "expected: group NAME all|any|NUMBER MEMBERS...");
    List<String> named = words.subList(3, words.size());
    for (String member : named) {
      expect(isDefined(member), "\"" + member + "\" is not defined above");
      expect(members.add(member), "\"" + member + "\" is a member twice");
    }
    int threshold =
        switch (words.get(2)) {
          case "all" -> named.size();
          case "any" -> 1;
          default -> (int) Math.min(Text.decimal(words.get(2), "threshold"), Integer.MAX_VALUE);
        };
    expect(threshold >= 1 && threshold <= named.size(), "the threshold cannot be met or is 0");
    groups.put(newName(words.get(1)), new Group(threshold, List.copyOf(named)));
  }

  private void takeQuorum(List<String> words) throws Malformed {
    expect(words.size() == 2, "expected: quorum NAME");
    expect(quorum.isEmpty(), "a second quorum");
    expect(words.get(1).equals(NONE) || isDefined(words.get(1)), words.get(1) + " is not defined");
    quorum = Optional.of(words.get(1));
  }

  private String newName(String name) throws Malformed {
    expect(!name.equals(NONE) && !isDefined(name), "\"" + name + "\" is defined already");
    return name;
  }

  private boolean isDefined(String name) {
    return witnesses.containsKey(name) || groups.containsKey(name);
  }

  private static void expect(boolean condition, String otherwise) throws Malformed {
    if (!condition) {
      throw new Malformed(otherwise);
    }
  }

  /** Returns the log's key; its name is the origin. */
  public VerifierKey log() {
    return logs.getFirst();
  }

  /** Returns the witnesses, in the order of the file. */
  public List<Witness> witnesses() {
    return List.copyOf(witnesses.values());
  }

  /**
   * Checks a note: this log's checkpoint, validly signed by it; every signature of a known witness
   * valid. Signatures of unknown keys are ignored, as the format demands, and never reported.
   */
  public Attested check(SignedNote note) throws Malformed {
    Checkpoint checkpoint = note.checkpoint();
    expect(
        checkpoint.origin().equals(log().name()),
        "checkpoint of \"" + checkpoint.origin() + "\", not of \"" + log().name() + "\"");
    boolean signed = false;
    List<Cosignature> cosigned = new ArrayList<>();
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    for (SignatureLine line : note.signatures()) {
      if (log().isNamedBy(line)) {
        expect(log().verifies(text, line.signature()), "the log's signature is not valid");
        signed = true;
      }
      for (Witness witness : witnesses.values()) {
        if (witness.key().isNamedBy(line)) {
          cosigned.add(cosignature(witness, line, note.text()));
        }
      }
    }
    expect(signed, "checkpoint: not signed by the log " + log().name());
    return new Attested(checkpoint, cosigned, isQuorum(cosigned));
  }

  private static Cosignature cosignature(Witness witness, SignatureLine line, String text)
      throws Malformed {
    Optional<Cosignature> verified = Cosignature.verified(witness.key(), line, text);
    expect(verified.isPresent(), "the signature of " + witness.key().name() + " is not valid");
    return verified.orElseThrow();
  }

  private boolean isQuorum(List<Cosignature> cosigned) {
    String name = quorum.orElseThrow();
    return name.equals(NONE) || isMet(name, cosigned);
  }

  private boolean isMet(String name, List<Cosignature> cosigned) {
    Witness witness = witnesses.get(name);
    if (witness != null) {
      return cosigned.stream().anyMatch(c -> c.witness().equals(witness.key().name()));
    }
    Group group = java.util.Objects.requireNonNull(groups.get(name));
    return group.members().stream().filter(member -> isMet(member, cosigned)).count()
        >= group.threshold();
  }
}
