package org.truce.ledger.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** One small change of some bytes: a bit, a piece, a line, a number, another's piece. */
enum Mutation {
  /** One bit. */
  FLIP {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      byte[] flipped = bytes.clone();
      int bit = random.nextInt(8 * bytes.length);
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      return flipped;
    }
  },
  /** Cut at the end. */
  CUT {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
  },
  /** More at the end, out of the same file or another. */
  LENGTHEN {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      byte[] source = random.nextBoolean() ? bytes : other;
      return joined(bytes, Arrays.copyOf(source, random.nextInt(1, source.length + 1)));
    }
  },
  /** A piece left out. */
  DROP {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      int from = random.nextInt(bytes.length);
      int to = random.nextInt(from, Math.min(bytes.length, from + 80)) + 1;
      return joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
    }
  },
  /** A piece twice. */
  REPEAT {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      int from = random.nextInt(bytes.length);
      int to = random.nextInt(from, Math.min(bytes.length, from + 80)) + 1;
      return joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
    }
  },
  /** Two pieces of 32 bytes, as hashes have, exchanged. */
  SWAP_HASHES {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      byte[] swapped = bytes.clone();
      int pieces = bytes.length / 32;
      if (pieces > 1) {
        int a = 32 * random.nextInt(pieces);
        int b = 32 * random.nextInt(pieces);
        System.arraycopy(bytes, a, swapped, b, 32);
        System.arraycopy(bytes, b, swapped, a, 32);
      }
      return swapped;
    }
  },
  /** Two lines exchanged. */
  SWAP_LINES {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      List<String> lines = lines(bytes);
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
      return bytes(lines);
    }
  },
  /** A line left out, or twice. */
  LINE_COUNT {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      List<String> lines = lines(bytes);
      String line = lines.remove(random.nextInt(lines.size()));
      if (random.nextBoolean()) {
        lines.add(random.nextInt(lines.size() + 1), line);
        lines.add(random.nextInt(lines.size() + 1), line);
      }
      return bytes(lines);
    }
  },
  /** The same line of another such file. */
  LINE_OF_OTHER {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      List<String> lines = lines(bytes);
      List<String> others = lines(other);
      int at = random.nextInt(Math.min(lines.size(), others.size()));
      lines.set(at, others.get(at));
      return bytes(lines);
    }
  },
  /** The words of its lines mixed: names, ids and signatures of one with those of another. */
  SWAP_WORDS {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      List<String> words =
          new ArrayList<>(List.of(new String(bytes, LATIN).split("(?<=[ \n])|(?=[ \n])", -1)));
      Collections.swap(words, random.nextInt(words.size()), random.nextInt(words.size()));
      return String.join("", words).getBytes(LATIN);
    }
  },
  /** A number one more, one less, ten times, or with a zero before it. */
  NUMBER {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      List<String> lines = lines(bytes);
      int at = random.nextInt(Math.min(3, lines.size()));
      String line = lines.get(at).strip();
      int start = line.startsWith("index ") ? 6 : 0;
      String digits = line.substring(start);
      if (digits.matches("[0-9]{1,17}")) {
        long value = Long.parseLong(digits);
        List<String> others =
            List.of("" + (value + 1), "" + (value - 1), value + "0", "0" + value, "+" + value);
        lines.set(at, line.substring(0, start) + others.get(random.nextInt(others.size())) + "\n");
      }
      return bytes(lines);
    }
  },
  /** One byte another, often one that text readers forgive. */
  BYTE {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      byte[] changed = bytes.clone();
      byte[] forgiven = {' ', '\n', '\r', '\t', '=', '+', '/', '-', '_', 0, 'A'};
      changed[random.nextInt(bytes.length)] = forgiven[random.nextInt(forgiven.length)];
      return changed;
    }
  },
  /** Another such file instead. */
  REPLACE {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      return other.clone();
    }
  },
  /** The pieces of it in another order. */
  SHUFFLE {
    @Override
    byte[] of(byte[] bytes, byte[] other, SplittableRandom random) {
      List<String> lines = lines(bytes);
      Collections.shuffle(lines, new Random(random.nextLong()));
      return bytes(lines);
    }
  };

  private static final java.nio.charset.Charset LATIN = StandardCharsets.ISO_8859_1;

  /**
   * Returns changed bytes; they may happen to be the same.
   *
   * @param bytes at least one
   * @param other a file of the same kind, at least one byte
   */
  abstract byte[] of(byte[] bytes, byte[] other, SplittableRandom random);

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] both = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, both, head.length, tail.length);
    return both;
  }

  private static List<String> lines(byte[] bytes) {
    return new ArrayList<>(List.of(new String(bytes, LATIN).split("(?<=\n)", -1)));
  }

  private static byte[] bytes(List<String> lines) {
    return String.join("", lines).getBytes(LATIN);
  }
}
