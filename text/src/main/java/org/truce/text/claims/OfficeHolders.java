package org.truce.text.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.truce.text.words.Folding;

/**
 * Who held an office on a day, from {@code offices.tsv}, which names the public act that opened
 * each term. Offices change hands: the day asked for is that of the statement, never today.
 */
final class OfficeHolders {
  private static final String TABLE = "/org/truce/text/offices.tsv";

  private final Map<String, String> kinds = new HashMap<>();
  private final List<Term> terms = new ArrayList<>();

  private record Term(
      String country, String kind, String person, LocalDate from, Optional<LocalDate> last) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && last.filter(day::isAfter).isEmpty();
    }
  }

  static OfficeHolders load() {
    OfficeHolders holders = new OfficeHolders();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(OfficeHolders.class.getResourceAsStream(TABLE), TABLE),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> holders.add(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return holders;
  }

  private void add(String[] row) {
    if (row[0].equals("office")) {
      for (String words : row[2].split("\\|", -1)) {
        kinds.put(Folding.fold(words), row[1]);
      }
    } else {
      Optional<LocalDate> last =
          row[5].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(row[5]));
      terms.add(new Term(row[1], row[2], row[3], LocalDate.parse(row[4]), last));
    }
  }

  /**
   * Returns who held an office.
   *
   * @param country code of the state
   * @param title the title as written
   * @param day the day of the statement
   * @return nothing when the table has no such office, or no holder or more than one on that day
   */
  Optional<String> find(String country, String title, LocalDate day) {
    String kind = kinds.getOrDefault(Folding.fold(title), "");
    List<Term> held =
        terms.stream()
            .filter(term -> term.country.equals(country) && term.kind.equals(kind))
            .filter(term -> term.holds(day))
            .toList();
    return held.size() == 1 ? Optional.of(held.getFirst().person) : Optional.empty();
  }
}
