package org.truce.ledger;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Every reader of foreign bytes under Jazzer: on its stored inputs in every build, and on new ones
 * when {@code JAZZER_FUZZ=1} is set and one method is chosen. What Jazzer finds it stores beside
 * the other inputs of that reader, where it stays.
 */
class ReadersFuzzTest {
  @FuzzTest
  void addCheckpoint(byte[] bytes) {
    Parsers.read("addCheckpoint", bytes);
  }

  @FuzzTest
  void base64(byte[] bytes) {
    Parsers.read("base64", bytes);
  }

  @FuzzTest
  void bundle(byte[] bytes) {
    Parsers.read("bundle", bytes);
  }

  @FuzzTest
  void checkpoint(byte[] bytes) {
    Parsers.read("checkpoint", bytes);
  }

  @FuzzTest
  void entry(byte[] bytes) {
    Parsers.read("entry", bytes);
  }

  @FuzzTest
  void forkProof(byte[] bytes) {
    Parsers.read("forkProof", bytes);
  }

  @FuzzTest
  void hash(byte[] bytes) {
    Parsers.read("hash", bytes);
  }

  @FuzzTest
  void keyFile(byte[] bytes) {
    Parsers.read("keyFile", bytes);
  }

  @FuzzTest
  void log(byte[] bytes) {
    Parsers.read("log", bytes);
  }

  @FuzzTest
  void note(byte[] bytes) {
    Parsers.read("note", bytes);
  }

  @FuzzTest
  void policy(byte[] bytes) {
    Parsers.read("policy", bytes);
  }

  @FuzzTest
  void receipt(byte[] bytes) {
    Parsers.read("receipt", bytes);
  }

  @FuzzTest
  void vkey(byte[] bytes) {
    Parsers.read("vkey", bytes);
  }
}
