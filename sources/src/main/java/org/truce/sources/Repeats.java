package org.truce.sources;

import org.truce.report.Report;

/**
 * Notices repeated reports while millions stream by: keeps 64 bits of each report's name and 32 of
 * its content, about 24 bytes a report at most, and not the reports.
 *
 * <p>Among ten million reports two names share their 64 bits by chance with odds of about 1 in
 * 370,000; the second would then be taken for a repeat or for a number with another content.
 */
public final class Repeats {
  private long[] names = new long[1 << 10];
  private int[] contents = new int[1 << 10];
  private int size;

  /** What a report is to those before it. */
  public enum Kind {
    NEW,
    REPEATED,
    OTHER_CONTENT
  }

  /** Notes a report and says what it is to those before it. */
  public Kind note(Report report) {
    long name = hash(report.id().toString());
    int content = 31 * report.claims().hashCode() + report.voice().hashCode();
    int slot = slot(names, name);
    if (names[slot] == name) {
      return contents[slot] == content ? Kind.REPEATED : Kind.OTHER_CONTENT;
    }
    names[slot] = name;
    contents[slot] = content;
    if (++size > names.length / 10 * 7) {
      grow();
    }
    return Kind.NEW;
  }

  private static int slot(long[] names, long name) {
    int slot = (int) (name & (names.length - 1));
    while (names[slot] != 0 && names[slot] != name) {
      slot = (slot + 1) & (names.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldNames = names;
    int[] oldContents = contents;
    names = new long[oldNames.length * 2];
    contents = new int[oldNames.length * 2];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != 0) {
        int slot = slot(names, oldNames[i]);
        names[slot] = oldNames[i];
        contents[slot] = oldContents[i];
      }
    }
  }

  /** FNV-1a over the characters, then mixed; never 0, which marks an empty slot. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
