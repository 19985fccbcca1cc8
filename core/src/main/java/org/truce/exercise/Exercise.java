package org.truce.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.truce.conduct.Taxonomy;
import org.truce.exercise.MadeUpReport.About;
import org.truce.exercise.MadeUpReport.Mouth;
import org.truce.exercise.MadeUpReport.What;

/** Invents happenings along a front, and who tells of them how. */
public final class Exercise {
  /** Start of every exercise: 1 January 2031, which no real report can speak of yet. */
  public static final long START = 1_924_992_000L;

  private static final int YEAR = 365;
  private static final int DAY = 86_400;
  private static final List<String> CONDUCTS =
      List.of(
          "artillery-fire",
          "mortar-fire",
          "fpv-drone-strike",
          "drone-dropped-munition",
          "small-arms-fire",
          "rocket-fire",
          "machine-gun-fire",
          "ground-assault",
          "one-way-drone-strike",
          "glide-bomb-strike",
          "tank-fire",
          "sniper-fire",
          "air-strike",
          "mine-or-ied",
          "anti-tank-fire",
          "missile-strike");
  private static final List<String> TARGETS =
      List.copyOf(new ArrayList<>(Taxonomy.TARGETS.codes()).subList(1, 7));

  private final Setting setting;
  private final Chance chance;
  private final double[] spots;
  private final double[] spotWeights;

  private Exercise(Setting setting, long seed) {
    this.setting = setting;
    this.chance = new Chance(seed);
    this.spots = new double[setting.front().hotSpots()];
    this.spotWeights = new double[spots.length];
    for (int i = 0; i < spots.length; i++) {
      spots[i] = chance.share() * setting.front().kilometres();
      spotWeights[i] = 1 / StrictMath.pow(i + 2.0, 0.7);
    }
  }

  /**
   * Makes reports and hands them on, day by day.
   *
   * @param seed decides everything that is left to chance
   * @param reports how many, about; the last day is not cut
   * @param perYear how many a year
   * @return how many happenings there were
   */
  public static int make(
      Setting setting, long seed, long reports, long perYear, Consumer<MadeUpReport> sink) {
    return new Exercise(setting, seed).run(reports, perYear, sink);
  }

  private record Happening(
      int number,
      long time,
      double along,
      double across,
      String conduct,
      String target,
      String author,
      int killed) {}

  private int run(long reports, long perYear, Consumer<MadeUpReport> sink) {
    double perDay = perYear / (1 + setting.telling().moreReports()) / YEAR;
    long made = 0;
    int happenings = 0;
    for (long day = 0; made < reports; day++) {
      double spread = setting.front().daySpread();
      double factor = StrictMath.exp(spread * chance.normal() - spread * spread / 2);
      List<Happening> today = day(START + day * DAY, (int) (perDay * factor) + 1, happenings);
      happenings += today.size();
      for (Happening happening : today) {
        for (MadeUpReport report : told(happening, made)) {
          sink.accept(report);
          made++;
        }
      }
    }
    return happenings;
  }

  private List<Happening> day(long start, int count, int first) {
    List<Happening> today = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean follows = i > 0 && chance.happens(setting.front().burstShare());
      today.add(
          follows
              ? following(today.get(Math.max(0, i - 1 - chance.below(40))), first + i)
              : fresh(start, first + i));
    }
    return today;
  }

  private Happening fresh(long start, int number) {
    Setting.Front front = setting.front();
    double along =
        chance.happens(0.2)
            ? chance.share() * front.kilometres()
            : spots[chance.weighted(spotWeights)] + chance.normal() * front.spotKilometres();
    double across = chance.normal() * front.depthKilometres();
    long hour = chance.happens(0.7) ? 6 + chance.below(15) : chance.below(24);
    long time = start + hour * 3_600 + chance.below(3_600);
    return new Happening(
        number, time, along, across, conduct(), target(), across > 0 ? "AAA" : "BBB", killed());
  }

  private Happening following(Happening other, int number) {
    boolean reply = chance.happens(0.3);
    double side = reply ? -1 : 1;
    return new Happening(
        number,
        other.time() + 300 + (long) (-5_000 * StrictMath.log(1 - chance.share())),
        other.along() + chance.normal() * 2.5,
        side * other.across() + chance.normal() * 1.5,
        chance.happens(0.55) ? other.conduct() : conduct(),
        target(),
        reply ? (other.author().equals("AAA") ? "BBB" : "AAA") : other.author(),
        killed());
  }

  private String conduct() {
    int at = (int) (StrictMath.pow(chance.share(), 1.7) * CONDUCTS.size());
    return CONDUCTS.get(at);
  }

  private String target() {
    return TARGETS.get(chance.below(TARGETS.size()));
  }

  private int killed() {
    return chance.happens(setting.telling().dead()) ? 1 + chance.geometric(1.5) : 0;
  }

  private List<MadeUpReport> told(Happening happening, long first) {
    int count = 1 + chance.geometric(setting.telling().moreReports());
    List<MadeUpReport> told = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Voice voice = voice(happening);
      if (!sources.contains(voice.source()) || chance.happens(0.03)) {
        sources.add(voice.source());
        told.add(report(happening, voice, first + told.size(), told));
      }
    }
    return told;
  }

  /** How often each kind of mouth tells the exact place, the village, the district, the region. */
  private static final double[][] PRECISION = {
    {.20, .64, .12, .04}, {.20, .65, .11, .04}, {.70, .28, .02, 0}, {.45, .50, .04, .01},
  };

  /** Who tells; the kind is a row of the table above. */
  private record Voice(String source, String side, int kind) {}

  private Voice voice(Happening happening) {
    String victim = happening.author().equals("AAA") ? "BBB" : "AAA";
    boolean blaming = chance.happens(setting.telling().blame());
    return switch (chance.weighted(30, 34, 18, 18)) {
      case 0 -> {
        String side = blaming ? happening.author() : victim;
        yield new Voice(
            side.toLowerCase(java.util.Locale.ROOT) + "-official-" + chance.below(6), side, 0);
      }
      case 1 -> new Voice("media-" + chance.below(24), "neutral", 1);
      case 2 -> new Voice("patrol-" + chance.below(16), "neutral", 2);
      default -> new Voice("witness-group-" + chance.below(20), "neutral", 3);
    };
  }

  private MadeUpReport report(
      Happening happening, Voice voice, long number, List<MadeUpReport> earlier) {
    boolean media = voice.source().startsWith("media");
    Optional<MadeUpReport> copied =
        media && !earlier.isEmpty() && chance.happens(setting.telling().copies())
            ? Optional.of(earlier.get(chance.below(earlier.size())))
            : Optional.empty();
    long said = happening.time() + 1_800 + (long) (-14_000 * StrictMath.log(1 - chance.share()));
    Mouth mouth =
        new Mouth(
            voice.source(),
            voice.side(),
            copied.map(report -> report.mouth().origin()).orElse(voice.source()),
            said);
    if (copied.isPresent()) {
      return new MadeUpReport(
          number, mouth, copied.get().about(), copied.get().what(), happening.number());
    }
    return new MadeUpReport(
        number, mouth, about(happening, voice), what(happening, voice), happening.number());
  }

  private static final int[] RADII = {250, 2_000, 12_000, 45_000};
  private static final int[] HALVES = {300, 1_800, 7_200, 43_200};

  private About about(Happening happening, Voice voice) {
    int precision = chance.weighted(PRECISION[voice.kind()]);
    double metres = RADII[precision] / 2.45 * setting.doubt().place();
    double east = chance.normal() * metres;
    double north = chance.normal() * metres;
    double[] place = place(happening.along(), happening.across());
    double lat = place[0] + north / 111_200;
    double lon = place[1] + east / (111_320 * StrictMath.cos(StrictMath.toRadians(place[0])));
    int clock =
        chance.weighted(
            .42, .38 - setting.doubt().vagueTime() / 2, setting.doubt().vagueTime(), .05);
    long time = happening.time();
    if (clock < 3) {
      time += Math.round(chance.normal() * HALVES[clock] * 0.45 * setting.doubt().time());
    } else {
      time = Math.floorDiv(time, DAY) * DAY + HALVES[3];
    }
    time = clock == 0 ? time : Math.floorDiv(time + 300, 600) * 600;
    return new About(
        time - HALVES[clock],
        time + HALVES[clock],
        (int) Math.round(lat * 1e7),
        (int) Math.round(lon * 1e7),
        RADII[precision]);
  }

  /** The front bends: three straight stretches between latitudes 46.6 and 50.2. */
  private double[] place(double along, double across) {
    double share = along / setting.front().kilometres();
    double lat = share < .4 ? 46.8 + 1.2 * share / .4 : 48 + 2.2 * (share - .4) / .6;
    double lon = share < .4 ? 33.2 + 4.2 * share / .4 : 37.4 + 1.0 * (share - .4) / .6;
    double bend = share < .4 ? 1 : 0.2;
    return new double[] {
      lat + bend * across / 111.2, lon + (1 - bend / 2) * across / 74.5,
    };
  }

  private What what(Happening happening, Voice voice) {
    return new What(
        told(happening.conduct()),
        chance.happens(setting.telling().targets()) ? happening.target() : "",
        by(happening, voice),
        toldKilled(happening.killed()));
  }

  private String told(String conduct) {
    Setting.Doubt doubt = setting.doubt();
    return switch (chance.weighted(
        1 - doubt.otherKind() - doubt.wrongKind() - 0.05,
        doubt.otherKind(),
        doubt.wrongKind(),
        .05)) {
      case 1 -> Taxonomy.CONDUCT.find(conduct).flatMap(Taxonomy.Kind::parent).orElse(conduct);
      case 2 -> conduct();
      case 3 -> "undetermined-explosion";
      default -> conduct;
    };
  }

  private List<String> by(Happening happening, Voice voice) {
    String other = happening.author().equals("AAA") ? "BBB" : "AAA";
    if (!voice.side().equals("neutral")) {
      return List.of(voice.side().equals("AAA") ? "BBB" : "AAA");
    }
    if (!chance.happens(setting.telling().neutralNames())) {
      return List.of();
    }
    return List.of(chance.happens(0.04) ? other : happening.author());
  }

  private int toldKilled(int killed) {
    if (killed == 0) {
      return chance.happens(0.1) ? 0 : -1;
    }
    if (chance.happens(0.25)) {
      return -1;
    }
    return chance.happens(0.7) ? killed : Math.max(0, killed - 1 + chance.below(3));
  }
}
