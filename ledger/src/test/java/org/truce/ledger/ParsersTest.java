package org.truce.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stored inputs of every reader, and thousands made of them: what is not accepted is refused in
 * the declared way. A file that a fuzzer finds is put beside the others and stays.
 */
class ParsersTest {
  private static final Path SEEDS =
      Path.of("src/test/resources/org/truce/ledger/ReadersFuzzTestInputs");
  private static final int MADE = 3_000;

  static List<String> readers() {
    return Parsers.names();
  }

  private static List<byte[]> seeds(String reader) throws IOException {
    try (Stream<Path> files = Files.list(SEEDS.resolve(reader))) {
      return files.sorted().map(ParsersTest::bytes).toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aReaderAcceptsOrRefusesAndDoesNothingElse(String reader) throws IOException {
    List<byte[]> seeds = seeds(reader);
    assertThat(seeds).isNotEmpty();
    SplittableRandom random = new SplittableRandom(reader.hashCode());
    for (byte[] seed : seeds) {
      Parsers.read(reader, seed);
      for (int i = 0; i < MADE / seeds.size(); i++) {
        Parsers.read(reader, changed(seed, seeds.get(random.nextInt(seeds.size())), random));
      }
    }
  }

  private static byte[] changed(byte[] seed, byte[] other, SplittableRandom random) {
    byte[] changed = seed.clone();
    for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[at] = (byte) random.nextInt(256);
        case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
        case 2 ->
            changed = java.util.Arrays.copyOf(changed, random.nextInt(2 * changed.length + 1));
        default -> {
          int length = Math.min(changed.length - at, other.length);
          System.arraycopy(other, 0, changed, at, length);
        }
      }
    }
    return changed;
  }

  @Test
  void theStoredInputsThatAreValidAreAccepted() throws IOException {
    for (String reader : List.of("entry", "note", "receipt", "forkProof", "policy", "vkey")) {
      assertThat(Parsers.read(reader, bytes(SEEDS.resolve(reader + "/valid")))).as(reader).isTrue();
    }
  }

  @Test
  void everyReaderIsAlsoGivenToJazzer() {
    List<String> fuzzed =
        Stream.of(ReadersFuzzTest.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(FuzzTest.class))
            .map(java.lang.reflect.Method::getName)
            .sorted()
            .toList();
    assertThat(fuzzed).isEqualTo(Parsers.names());
  }

  @Test
  void aReaderThatThrowsAnythingElseIsNotTakenForARefusal() {
    assertThatThrownBy(() -> Parsers.read("no such reader", new byte[0]))
        .isInstanceOf(NullPointerException.class);
  }
}
