package org.truce.sources.flat;

import java.util.Arrays;

/** Many short texts in UTF-8, one after the other in one array: a fraction of what strings take. */
final class Names {
  private byte[] bytes = new byte[1 << 16];
  private int[] ends = new int[1 << 10];
  private int size;

  void add(byte[] name) {
    int start = size == 0 ? 0 : ends[size - 1];
    int end = Math.addExact(start, name.length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, Math.addExact(end, end / 2)));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size + size / 2);
    }
    System.arraycopy(name, 0, bytes, start, name.length);
    ends[size++] = end;
  }

  byte[] get(int at) {
    return Arrays.copyOfRange(bytes, at == 0 ? 0 : ends[at - 1], ends[at]);
  }
}
