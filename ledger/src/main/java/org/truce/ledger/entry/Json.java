package org.truce.ledger.entry;

import java.util.Map;
import java.util.TreeMap;
import org.truce.ledger.tree.Malformed;

/**
 * The part of RFC 8785 (canonical JSON) that entries use: an object of strings and of objects of
 * strings, names sorted, no spaces.
 */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static String write(Map<String, ?> members) {
    StringBuilder json = new StringBuilder("{");
    new TreeMap<>(members)
        .forEach(
            (name, value) -> {
              json.append(json.length() > 1 ? "," : "").append(quoted(name)).append(':');
              json.append(
                  value instanceof Map<?, ?> inner ? write(strings(inner)) : quoted("" + value));
            });
    return json.append('}').toString();
  }

  private static Map<String, String> strings(Map<?, ?> map) {
    Map<String, String> strings = new TreeMap<>();
    map.forEach((name, value) -> strings.put("" + name, "" + value));
    return strings;
  }

  private static String quoted(String value) {
    if (value.indexOf('"') < 0 && value.indexOf('\\') < 0 && value.indexOf('\n') < 0) {
      return '"' + value + '"';
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** Reads one object; the caller compares with what {@link #write} makes of it. */
  static Map<String, Object> read(String text) throws Malformed {
    Json json = new Json(text);
    Map<String, Object> members = json.members(true);
    if (json.at != text.length()) {
      throw new Malformed("entry: something after the object");
    }
    return members;
  }

  private Map<String, Object> members(boolean outer) throws Malformed {
    Map<String, Object> members = new TreeMap<>();
    expect('{');
    while (peek() != '}') {
      if (!members.isEmpty()) {
        expect(',');
      }
      String name = string();
      expect(':');
      Object value = outer && peek() == '{' ? members(false) : string();
      if (members.put(name, value) != null) {
        throw new Malformed("entry: \"" + name + "\" twice");
      }
    }
    expect('}');
    return members;
  }

  private String string() throws Malformed {
    StringBuilder value = new StringBuilder();
    expect('"');
    while (peek() != '"') {
      char c = next();
      if (c == '\\') {
        char escaped = next();
        c = escaped == 'n' ? '\n' : escaped;
      }
      value.append(c);
    }
    expect('"');
    return value.toString();
  }

  private char peek() throws Malformed {
    if (at >= text.length()) {
      throw new Malformed("entry: ends too early");
    }
    return text.charAt(at);
  }

  private char next() throws Malformed {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char wanted) throws Malformed {
    if (next() != wanted) {
      throw new Malformed("entry: expected '" + wanted + "' at character " + (at - 1));
    }
  }
}
