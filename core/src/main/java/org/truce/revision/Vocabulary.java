package org.truce.revision;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.truce.report.Claim;
import org.truce.report.Report;

/** The names and classes that a version uses. */
final class Vocabulary {
  private final Map<Aspect, Set<String>> names = new EnumMap<>(Aspect.class);

  private Vocabulary() {}

  static Vocabulary of(Collection<Report> version) {
    Vocabulary vocabulary = new Vocabulary();
    for (Report report : version) {
      for (Claim claim : report.claims()) {
        Values.of(claim).forEach(vocabulary::add);
      }
    }
    return vocabulary;
  }

  private void add(Aspect aspect, String value) {
    if (aspect.isName()) {
      names.computeIfAbsent(aspect, each -> new HashSet<>()).add(value);
    }
  }

  boolean has(Aspect aspect, String value) {
    return names.getOrDefault(aspect, Set.of()).contains(value);
  }
}
