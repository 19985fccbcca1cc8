package org.truce.publish;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.truce.agreement.Agreement;
import org.truce.agreement.Clause;
import org.truce.agreement.Clause.Prohibition.Rule;
import org.truce.agreement.Deadline;
import org.truce.agreement.LocalTimes;
import org.truce.agreement.Reading;
import org.truce.agreement.Redline;
import org.truce.assessment.TextFinding;
import org.truce.conduct.Kinds;
import org.truce.conduct.Taxonomy;

/**
 * Prints an agreement as a lawyer reads it, with labels in Arabic, English, Russian or Ukrainian.
 * The words of the agreement itself are printed as written.
 */
public final class AgreementPage {
  /** The languages in which labels exist. */
  public static final List<String> LANGUAGES = List.of("en", "ar", "uk", "ru");

  private static final Map<String, List<String>> LABELS =
      Map.ofEntries(
          Map.entry("parties", List.of("parties", "الأطراف", "сторони", "стороны")),
          Map.entry("reading", List.of("reading", "قراءة", "прочитання", "прочтение")),
          Map.entry("asserted", List.of("asserted by", "يؤكدها", "стверджує", "утверждает")),
          Map.entry("force", List.of("in force", "سارية", "діє", "действует")),
          Map.entry("prohibits", List.of("prohibits", "يحظر", "забороняє", "запрещает")),
          Map.entry("permits", List.of("permits", "يجيز", "дозволяє", "разрешает")),
          Map.entry("obliges", List.of("obliges", "يُلزم", "зобов'язує", "обязывает")),
          Map.entry("recognises", List.of("recognises", "يقر", "визнає", "признаёт")),
          Map.entry("establishes", List.of("establishes", "ينشئ", "засновує", "учреждает")),
          Map.entry("exceptions", List.of("subject to", "رهناً بـ", "з винятком", "с исключением")),
          Map.entry("deadline", List.of("deadline", "المهلة", "строк", "срок")),
          Map.entry("open", List.of("left open", "متروك مفتوحاً", "не визначено", "не определено")),
          Map.entry("bodies", List.of("bodies", "الهيئات", "органи", "органы")),
          Map.entry("guarantees", List.of("guarantees", "الضمانات", "гарантії", "гарантии")),
          Map.entry(
              "ladder",
              List.of("response ladder", "سلم الرد", "порядок реагування", "порядок реагирования")),
          Map.entry(
              "lacks",
              List.of(
                  "what the text lacks",
                  "ما ينقص النص",
                  "чого бракує в тексті",
                  "чего недостаёт в тексте")));

  private final Agreement agreement;
  private final int language;

  /** Prepares to print an agreement with labels in one of {@link #LANGUAGES}. */
  public AgreementPage(Agreement agreement, String language) {
    this.agreement = agreement;
    this.language = LANGUAGES.indexOf(language);
    if (this.language < 0) {
      throw new IllegalArgumentException("\"%s\" is not one of %s".formatted(language, LANGUAGES));
    }
  }

  private String label(String name) {
    return Objects.requireNonNull(LABELS.get(name), name).get(language);
  }

  /** Prints the agreement. */
  public void write(PrintWriter out) {
    Agreement.Heading heading = agreement.heading();
    out.printf("%s%n%s · %s%n", heading.title(), heading.label(), heading.authenticity());
    heading.note().ifPresent(note -> out.printf("%s%n", note));
    out.printf("%n%s%n", label("parties"));
    agreement
        .roster()
        .parties()
        .forEach((code, party) -> out.printf("  %s  %s%n", code, party.name()));
    agreement.readings().forEach(reading -> write(out, reading));
    around(out);
    out.printf("%n%s%n", label("lacks"));
    for (TextFinding finding : TextFinding.of(agreement)) {
      out.printf("  %s (%s): %s%n", finding.kind().code(), finding.of(), finding.kind().words());
    }
  }

  private void write(PrintWriter out, Reading reading) {
    out.printf(
        "%n%s %s, %s %s, %s%n  %s %s%n",
        label("reading"),
        reading.id(),
        label("asserted"),
        reading.assertedBy().speaker(),
        reading.assertedBy().date(),
        label("force"),
        LocalTimes.of(reading).term(reading.inForce()));
    reading.note().ifPresent(note -> out.printf("  %s%n", note));
    reading.alternatives().stream()
        .flatMap(way -> way.chosen().entrySet().stream())
        .map(each -> each.getKey() + ": " + each.getValue())
        .distinct()
        .forEach(each -> out.printf("  %s: %s%n", label("open"), each));
    for (String id : reading.clauses()) {
      write(out, agreement.clause(id), reading);
    }
  }

  private void write(PrintWriter out, Clause clause, Reading reading) {
    out.printf("  %s  %s: %s%n", clause.text().article(), clause.id(), words(clause));
    clause.text().wording().ifPresent(wording -> out.printf("      \"%s\"%n", wording));
    if (clause instanceof Clause.Obligation duty) {
      duty.starts().ifPresent(each -> deadline(out, each, reading));
      duty.completes().ifPresent(each -> deadline(out, each, reading));
    }
    agreement
        .findProhibition(clause.id())
        .filter(each -> !each.subjectTo().isEmpty())
        .ifPresent(
            each ->
                out.printf(
                    "      %s: %s%n", label("exceptions"), String.join(", ", each.subjectTo())));
  }

  private void deadline(PrintWriter out, Deadline deadline, Reading reading) {
    LocalTimes times = LocalTimes.of(reading);
    String due =
        deadline
            .due(reading.inForce())
            .map(
                bound ->
                    bound.isExact()
                        ? times.at(bound.earliest())
                        : times.at(bound.earliest()) + " – " + times.at(bound.latest()))
            .orElse("–");
    out.printf("      %s: %s, %s%n", label("deadline"), deadline.wording(), due);
  }

  private String words(Clause clause) {
    return switch (clause) {
      case Clause.Prohibition each -> prohibition(each);
      case Clause.Permission each ->
          "%s %s: %s (%s)"
              .formatted(
                  label("permits"),
                  String.join(", ", each.by()),
                  conduct(each.conduct()),
                  each.purpose());
      case Clause.Obligation each ->
          "%s %s: %s %s"
              .formatted(
                  label("obliges"),
                  String.join(", ", each.by()),
                  each.duty().verb(),
                  each.duty().what());
      case Clause.Statement each -> "%s: %s".formatted(label(each.verb()), each.what());
    };
  }

  private String prohibition(Clause.Prohibition each) {
    String rule =
        switch (each.rule()) {
          case Rule.Plain plain -> "";
          case Rule.Weapons weapons ->
              " + " + weapons.classes().stream().map(one -> one.id()).toList();
          case Rule.Prevention prevention -> "";
          case Rule.Distance distance -> "";
          case Rule.Notice notice ->
              " (%s → %s)".formatted(LocalTimes.hours(notice.leadTime()), notice.to());
        };
    return "%s %s: %s%s"
        .formatted(
            label("prohibits"), String.join(", ", each.by()), conduct(each.act().conduct()), rule);
  }

  private String conduct(Kinds kinds) {
    String code = LANGUAGES.get(language);
    return Taxonomy.CONDUCT
        .narrowest(kinds)
        .map(kind -> kind.names().getOrDefault(code, kind.code()))
        .orElseGet(() -> String.join(", ", kinds.codes()));
  }

  private void around(PrintWriter out) {
    section(
        out,
        "bodies",
        agreement.around().bodies().values().stream()
            .map(body -> body.name() + " " + body.rules())
            .toList());
    section(
        out,
        "ladder",
        agreement.around().ladder().stream()
            .map(
                tier ->
                    "%d: %s, %s, %s, %s"
                        .formatted(
                            tier.tier(),
                            tier.when(),
                            tier.within(),
                            tier.countedFrom(),
                            tier.decider()))
            .toList());
    section(
        out,
        "guarantees",
        agreement.around().guarantees().values().stream()
            .map(each -> each.guarantor() + ": " + each.wording().orElse(each.legalState()))
            .toList());
  }

  private void section(PrintWriter out, String name, List<String> lines) {
    if (!lines.isEmpty()) {
      out.printf("%n%s%n", label(name));
      lines.forEach(line -> out.printf("  %s%n", line));
    }
  }

  /** Prints what changed between two versions. */
  public static void compare(PrintWriter out, Agreement before, Agreement after) {
    out.printf("%s → %s%n", version(before), version(after));
    for (Redline line : Redline.between(before, after)) {
      out.printf(
          "%n%s: %s%s%n",
          line.clause(),
          line.change().name().toLowerCase(Locale.ROOT),
          line.why().isEmpty() ? "" : " (" + String.join("; ", line.why()) + ")");
      if (line.change() == Redline.Change.KEPT) {
        line.after().ifPresent(words -> out.printf("    %s%n", words));
        continue;
      }
      line.before().ifPresent(words -> out.printf("  - %s%n", words));
      line.after().ifPresent(words -> out.printf("  + %s%n", words));
    }
  }

  private static String version(Agreement agreement) {
    return Optional.of(agreement)
        .flatMap(each -> each.around().lineage())
        .map(
            lineage ->
                "%s %s (%s)".formatted(agreement.heading().id(), lineage.version(), lineage.date()))
        .orElse(agreement.heading().id());
  }
}
