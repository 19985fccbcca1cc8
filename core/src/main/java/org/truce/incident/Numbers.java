package org.truce.incident;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.snapshot.SnapshotInput;
import org.truce.snapshot.SnapshotOutput;

/** Numbers for texts, so that equal texts are compared quickly. Only equality means anything. */
final class Numbers {
  private final Map<String, Integer> known = new HashMap<>();

  /** Writes the texts in the order of their numbers. */
  void write(SnapshotOutput out) throws IOException {
    List<String> texts = new ArrayList<>(known.keySet());
    texts.sort(Comparator.comparing(known::get));
    out.each(texts, SnapshotOutput::text);
  }

  /** Reads texts that have the numbers from 1 on. */
  void read(SnapshotInput in) throws IOException {
    in.each(each -> of(each.text()));
  }

  int of(String text) {
    return known.computeIfAbsent(text, added -> known.size() + 1);
  }
}
