package org.truce.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * An Arabic news article in our own words whose facts are drawn by a seed: numbers in digits or
 * words, places, speakers, outlets, word order and marks all change, and the expected values with
 * them.
 */
final class RenderedArticle {
  private static final List<String> PLACES =
      List.of("خاركيف", "بيلغورود", "كورسك", "أوديسا", "سومي", "بريانسك", "حلب", "درعا");
  private static final List<String> SPEAKERS =
      List.of(
          "وزارة الدفاع الروسية",
          "وزارة الصحة",
          "قيادة الأركان",
          "المتحدث باسم البعثة سالم يونس",
          "محافظ الإقليم نادر حداد",
          "السلطات الأوكرانية");
  private static final List<String> SAID = List.of("أعلنت", "أفادت", "ذكرت", "قالت", "أكدت");
  private static final List<String> DAYS =
      List.of("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد");
  private static final String[] WORDS = {
    "", "", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"
  };

  /**
   * What is drawn.
   *
   * @param killed people killed, 3 to 10
   * @param injured people injured, 11 to 99
   * @param drones drones shot down
   * @param place where people were killed
   * @param speaker who says so
   * @param day weekday from 0 Monday
   */
  record Facts(int killed, int injured, int drones, String place, String speaker, int day) {}

  private RenderedArticle() {}

  static Facts facts(Random random) {
    return new Facts(
        3 + random.nextInt(8),
        11 + random.nextInt(89),
        11 + random.nextInt(300),
        PLACES.get(random.nextInt(PLACES.size())),
        SPEAKERS.get(random.nextInt(SPEAKERS.size())),
        random.nextInt(7));
  }

  static Facts with(Facts facts, String field, Random random) {
    Facts other = facts(random);
    return switch (field) {
      case "killed" ->
          new Facts(
              3 + (facts.killed - 2) % 8,
              facts.injured,
              facts.drones,
              facts.place,
              facts.speaker,
              facts.day);
      case "injured" ->
          new Facts(
              facts.killed,
              11 + (facts.injured - 10) % 89,
              facts.drones,
              facts.place,
              facts.speaker,
              facts.day);
      case "drones" ->
          new Facts(
              facts.killed,
              facts.injured,
              11 + (facts.drones - 10) % 300,
              facts.place,
              facts.speaker,
              facts.day);
      case "place" ->
          other.place.equals(facts.place)
              ? with(facts, field, random)
              : new Facts(
                  facts.killed, facts.injured, facts.drones, other.place, facts.speaker, facts.day);
      case "speaker" ->
          other.speaker.equals(facts.speaker)
              ? with(facts, field, random)
              : new Facts(
                  facts.killed, facts.injured, facts.drones, facts.place, other.speaker, facts.day);
      case "day" ->
          new Facts(
              facts.killed,
              facts.injured,
              facts.drones,
              facts.place,
              facts.speaker,
              (facts.day + 1) % 7);
      default -> throw new IllegalArgumentException(field);
    };
  }

  /** Writes the article; {@code style} decides the order and the writing, not the facts. */
  static String write(Facts facts, long style) {
    Random random = new Random(style);
    String say = SAID.get(random.nextInt(SAID.size()));
    String killed = random.nextBoolean() ? WORDS[facts.killed] : digits(facts.killed, random);
    String dead = random.nextBoolean() ? "مقتل " + killed + " أشخاص" : "سقوط " + killed + " قتلى";
    String day = (random.nextBoolean() ? "يوم " : "مساء ") + DAYS.get(facts.day);
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s %s %s وإصابة %s آخرين في هجوم على مدينة %s %s."
            .formatted(say, facts.speaker, dead, digits(facts.injured, random), facts.place, day));
    sentences.add(
        "وفي سياق آخر، قال الجيش إن دفاعاته أسقطت %s طائرة مسيرة فوق زابوريجيا."
            .formatted(digits(facts.drones, random)));
    sentences.add("نفت إيران أن تكون قد سلمت أسلحة لأي طرف.");
    sentences.add("وقال دبلوماسي إن “المحادثات بطيئة لكنها لم تتوقف بعد”.");
    Collections.shuffle(sentences, random);
    String text = String.join(random.nextBoolean() ? " " : "\n", sentences);
    return random.nextInt(3) == 0 ? text.replace("قتل", "قُتِل").replace("مقتل", "مَقْتل") : text;
  }

  private static String digits(int number, Random random) {
    if (random.nextBoolean()) {
      return String.valueOf(number);
    }
    StringBuilder arabic = new StringBuilder();
    String.valueOf(number).chars().forEach(c -> arabic.append((char) ('٠' + c - '0')));
    return arabic.toString();
  }
}
