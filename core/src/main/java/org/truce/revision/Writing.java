package org.truce.revision;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The same value in another spelling: space, case, Unicode form, zeros after a decimal point. */
final class Writing {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern ZEROS = Pattern.compile("(?<![\\d.,])(\\d+)\\.0+(?![\\d.,])");

  private Writing() {}

  /** Returns what is left of a text when the spelling is taken off. */
  static String plain(String text) {
    String spaced = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
    return ZEROS.matcher(spaced.strip().toLowerCase(Locale.ROOT)).replaceAll("$1");
  }
}
