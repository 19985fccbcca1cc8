package org.truce.sources.eventdata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.truce.conduct.Actor;
import org.truce.conduct.Parties;
import org.truce.place.LonLat;
import org.truce.place.Place;
import org.truce.place.RegionCode;
import org.truce.provenance.Disclosure;
import org.truce.provenance.ReadBy;
import org.truce.provenance.Side;
import org.truce.provenance.Source;
import org.truce.provenance.SourceClass;
import org.truce.report.AssumedBounds;
import org.truce.report.Claim;
import org.truce.report.ClaimId;
import org.truce.report.Count;
import org.truce.report.Happening;
import org.truce.report.Input;
import org.truce.report.Rejected;
import org.truce.report.Report;
import org.truce.report.ReportId;
import org.truce.report.Statement;
import org.truce.report.Voice;
import org.truce.sources.Reception;
import org.truce.sources.rows.Row;
import org.truce.time.TimeSpan;

/**
 * Turns a row of UCDP GED into a report.
 *
 * <p>In state-based and non-state violence {@code side_a} is not the attacker: only who clashed is
 * known. In one-sided violence {@code side_a} is the perpetrator. Days are local, the last one
 * included.
 */
final class UcdpRow {
  private static final Source SOURCE =
      new Source(
          "ucdp-ged",
          "UCDP Georeferenced Event Dataset",
          SourceClass.DATASET,
          Side.NEUTRAL,
          Optional.empty());
  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "Syria", ZoneId.of("Asia/Damascus"),
          "Ukraine", ZoneId.of("Europe/Kyiv"));
  private static final int LONGEST_EVENT_DAYS = 31;
  private static final String SUMMARY = "5";
  private static final Pattern ZEROS = Pattern.compile("\\.0+$");

  /** Hard bounds assumed for positions: exact places and those near a named point. */
  private static final long EXACT_MM = 5_000_000;

  private static final long NEAR_MM = 25_000_000;

  private final Function<String, Optional<RegionCode>> regions;

  UcdpRow(Function<String, Optional<RegionCode>> regions) {
    this.regions = regions;
  }

  void read(Row row, Input input, Reception reception) {
    try {
      reception.report(report(row, input));
    } catch (BadCell bad) {
      reception.rejected(new Rejected(input, bad.column, bad.value, bad.reason));
    }
  }

  private Report report(Row row, Input input) {
    ReportId id =
        cell(row, "id", text -> new ReportId(SOURCE.id(), digits(text)), "is not an identifier");
    TimeSpan about = about(row);
    // A row cannot have been coded before it happened; when it was published the file does not say.
    Voice voice =
        new Voice(
            SOURCE,
            List.of(),
            new TimeSpan(about.from(), TimeSpan.END),
            ReadBy.PERSON,
            Disclosure.OPEN);
    Statement statement = statement(new ClaimId(id, "1"), voice, about, place(row));
    Count deaths = deaths(row);
    List<Claim> claims =
        isSummary(row)
            ? List.of(tally(statement, deaths))
            : List.of(
                new Claim.Event(statement, happening(row)),
                toll(statement(new ClaimId(id, "2"), voice, about, place(row)), deaths));
    return new Report(
        id,
        voice,
        new Report.Document(Optional.empty(), Optional.of("en"), input),
        claims,
        Optional.empty(),
        false);
  }

  private static Statement statement(ClaimId id, Voice voice, TimeSpan about, Place place) {
    return new Statement(
        id,
        voice,
        about,
        new Statement.Where(place, Optional.empty()),
        new Statement.Words(Optional.empty(), Optional.empty()),
        new TreeSet<>());
  }

  private static Claim tally(Statement statement, Count deaths) {
    return new Claim.Tally(
        statement, "deaths", Optional.of(deaths), new TreeSet<>(), List.of(), Optional.empty());
  }

  private static Claim toll(Statement statement, Count deaths) {
    ClaimId event = new ClaimId(statement.id().report(), "1");
    return new Claim.Toll(
        statement,
        Claim.Category.KILLED,
        deaths,
        Claim.PersonStatus.UNKNOWN,
        Optional.of(event),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean isSummary(Row row) {
    long days = ChronoUnit.DAYS.between(day(row, "date_start"), day(row, "date_end"));
    return digits(row.get("date_prec")).equals(SUMMARY) || days + 1 > LONGEST_EVENT_DAYS;
  }

  private static TimeSpan about(Row row) {
    ZoneId zone =
        Optional.ofNullable(ZONES.get(row.get("country")))
            .orElseThrow(
                () ->
                    new BadCell(
                        row,
                        "country",
                        "has no time zone here; known: " + String.join(", ", ZONES.keySet())));
    cell(row, "date_prec", text -> within(text, 1, 5), "is not a date precision (1 to 5)");
    LocalDate first = day(row, "date_start");
    LocalDate last = day(row, "date_end");
    if (last.isBefore(first)) {
      throw new BadCell(row, "date_end", "is before date_start " + first);
    }
    return TimeSpan.ofDays(first, last, zone);
  }

  private static LocalDate day(Row row, String column) {
    return cell(
        row,
        column,
        text -> {
          LocalDate day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
          within(day.getYear(), 1900, 2100);
          return day;
        },
        "is not a day such as 2016-02-27");
  }

  private Place place(Row row) {
    int precision =
        cell(row, "where_prec", text -> within(text, 1, 7), "is not a precision (1 to 7)");
    return switch (precision) {
      case 1 -> circle(row, EXACT_MM).and(country(row));
      case 2 -> circle(row, NEAR_MM).and(country(row));
      case 3 ->
          circle(row, AssumedBounds.DISTRICT.metres(SourceClass.DATASET) * 1_000L)
              .and(firstOrder(row));
      case 4, 5 -> firstOrder(row);
      case 6 -> country(row);
      default -> Place.anywhere();
    };
  }

  private static Place circle(Row row, long radiusMm) {
    double lat = number(row, "latitude");
    double lon = number(row, "longitude");
    cell(row, "latitude", text -> LonLat.ofDegrees(0, lat), "is not a latitude (−90 … 90)");
    LonLat centre =
        cell(
            row,
            "longitude",
            text -> LonLat.ofDegrees(lon, lat),
            "is not a longitude (−180 … 180)");
    return new Place.Circle(centre, radiusMm, Place.Bound.ASSUMED);
  }

  private Place firstOrder(Row row) {
    return regions.apply(row.get("adm_1")).<Place>map(UcdpRow::in).orElseGet(() -> country(row));
  }

  private Place country(Row row) {
    return regions.apply(row.get("country")).<Place>map(UcdpRow::in).orElseGet(Place::anywhere);
  }

  private static Place in(RegionCode code) {
    return new Place.InRegions(new TreeSet<>(List.of(code)));
  }

  private static Happening happening(Row row) {
    int type = cell(row, "type_of_violence", text -> within(text, 1, 3), "is not a type (1 to 3)");
    SortedSet<Actor> one = actors(row, "side_a");
    SortedSet<Actor> other = actors(row, "side_b");
    return type == 3
        ? Happening.of("armed-violence", Optional.of("civilians"), new Parties.Named(one, other))
        : Happening.of("armed-violence", Optional.empty(), new Parties.Clash(one, other));
  }

  /** Several groups that acted together are joined by ", "; any of them can be meant. */
  private static SortedSet<Actor> actors(Row row, String column) {
    return cell(
        row,
        column,
        text -> {
          SortedSet<Actor> actors = new TreeSet<>();
          for (String name : text.split(", ", -1)) {
            actors.add(new Actor(name.strip()));
          }
          return actors;
        },
        "names nobody");
  }

  private static Count deaths(Row row) {
    long low = whole(row, "low");
    long best = whole(row, "best");
    long high = whole(row, "high");
    // Some rows have their three estimates out of order; the bounds then hold all three.
    long least = Math.min(best, Math.min(low, high));
    long most = Math.max(best, Math.max(low, high));
    return cell(row, "best", text -> new Count(best, least, most), "is negative");
  }

  private static long whole(Row row, String column) {
    return cell(row, column, text -> Long.parseLong(digits(text)), "is not a whole number");
  }

  private static double number(Row row, String column) {
    return cell(row, column, text -> Double.parseDouble(text.strip()), "is not a number");
  }

  /** Versions that went through a table of decimal numbers write 31 as 31.0. */
  private static String digits(String text) {
    return ZEROS.matcher(text.strip()).replaceFirst("");
  }

  private static int within(String text, int least, int most) {
    return within(Integer.parseInt(digits(text)), least, most);
  }

  private static int within(int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException("out of range");
    }
    return number;
  }

  private static <T> T cell(Row row, String column, Function<String, T> reader, String otherwise) {
    try {
      return reader.apply(row.get(column));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadCell(row, column, otherwise);
    }
  }

  /** A cell that cannot be read; never leaves this class. */
  private static final class BadCell extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String column;
    private final String value;
    private final String reason;

    BadCell(Row row, String column, String reason) {
      this.column = column;
      this.value = row.get(column);
      this.reason = reason;
    }
  }
}
