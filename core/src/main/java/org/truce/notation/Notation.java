package org.truce.notation;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.notation.Node.Where;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML and JSON text into {@link Node}s. */
public final class Notation {
  private static final int MOST_NODES = 2_000_000;
  private static final int DEEPEST = 60;
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxStringLength(1_000_000)
          .maxNumberLength(100)
          .build();
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(LIMITS).build();
  private static final YAMLFactory YAML =
      YAMLFactory.builder().streamReadConstraints(LIMITS).build();

  private Notation() {}

  /** Reads one YAML document; JSON is YAML. */
  public static Node yaml(String file, Reader text) {
    return new Tree(file, 0).read(YAML, text);
  }

  /** Reads one JSON value. */
  public static Node json(String file, Reader text) {
    return new Tree(file, 0).read(JSON, text);
  }

  /**
   * Reads one JSON value that stands on one line of a larger file.
   *
   * @param line the line's number, from 1
   */
  public static Node jsonLine(String file, int line, String text) {
    return new Tree(file, line - 1).read(JSON, new java.io.StringReader(text));
  }

  /** Takes the items of a long list one by one. */
  public interface ItemSink {

    /** Takes an item. */
    void item(Node item);

    /** Takes what is wrong with an item; the next one is read. */
    void rejected(NotationException problem);
  }

  /**
   * Reads a JSON object that holds a long list, one item at a time, so that memory does not grow
   * with the list. An item of more than 100,000 values is rejected without being kept.
   *
   * @param list name of the list; other names are skipped
   * @throws NotationException when the text is broken off or is no such object
   */
  public static void jsonItems(String file, Reader text, String list, ItemSink sink) {
    new Tree(file, 0).items(text, list, sink);
  }

  private static final class Tree {
    private static final int MOST_NODES_OF_AN_ITEM = 100_000;

    private final String file;
    private final int linesBefore;
    private int nodes;
    private String latestKey = "";
    private int most = MOST_NODES;

    Tree(String file, int linesBefore) {
      this.file = file;
      this.linesBefore = linesBefore;
    }

    void items(Reader text, String list, ItemSink sink) {
      most = MOST_NODES_OF_AN_ITEM;
      boolean found = false;
      try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          throw problem(1, "expected an object with \"%s\"".formatted(list));
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean wanted = parser.currentName().equals(list);
          if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
            found = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              item(parser, sink);
            }
          } else {
            parser.skipChildren();
          }
        }
      } catch (JacksonException e) {
        throw broken(e);
      }
      if (!found) {
        throw problem(1, "\"%s\" is missing".formatted(list));
      }
    }

    private void item(JsonParser parser, ItemSink sink) {
      int depth = parser.streamReadContext().getNestingDepth();
      boolean isStructure = parser.currentToken().isStructStart();
      nodes = 0;
      try {
        sink.item(value(parser, ""));
      } catch (NotationException e) {
        sink.rejected(e);
        while (isStructure && parser.streamReadContext().getNestingDepth() >= depth) {
          if (parser.nextToken() == null) {
            return;
          }
        }
      }
    }

    Node read(TokenStreamFactory factory, Reader text) {
      try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
        if (parser.nextToken() == null) {
          throw problem(1, "the text is empty");
        }
        Node node = value(parser, "");
        if (parser.nextToken() != null) {
          throw problem(line(parser), "only one document is expected");
        }
        return node;
      } catch (JacksonException e) {
        throw broken(e);
      }
    }

    private Node value(JsonParser parser, String key) {
      Where where = new Where(file, line(parser), key);
      if (++nodes > most) {
        throw problem(where.line(), "more than %,d values in one text".formatted(most));
      }
      refuseAlias(parser, where);
      JsonToken token = parser.currentToken();
      return switch (token) {
        case START_OBJECT -> mapping(parser, where);
        case START_ARRAY -> sequence(parser, where);
        case VALUE_STRING -> new Node.Scalar(where, parser.getString(), true);
        case VALUE_NULL -> new Node.Scalar(where, "null", false);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
            new Node.Scalar(where, parser.getString(), false);
        default -> throw problem(where.line(), "unexpected " + token);
      };
    }

    private Node mapping(JsonParser parser, Where where) {
      Map<String, Node> entries = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        refuseAlias(parser, where);
        String name = parser.currentName();
        int line = line(parser);
        latestKey = name;
        parser.nextToken();
        if (entries.put(name, value(parser, name)) != null) {
          throw problem(line, "\"%s\" stands twice".formatted(name));
        }
      }
      return new Node.Mapping(where, entries);
    }

    private Node sequence(JsonParser parser, Where where) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser, where.key()));
      }
      return new Node.Sequence(where, items);
    }

    private void refuseAlias(JsonParser parser, Where where) {
      if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
        throw problem(where.line(), "aliases (*name) are not supported: write the value out");
      }
    }

    private int line(JsonParser parser) {
      return line(parser.currentTokenLocation());
    }

    private int line(@Nullable TokenStreamLocation location) {
      int line = Optional.ofNullable(location).map(TokenStreamLocation::getLineNr).orElse(1);
      return Math.max(1, line) + linesBefore;
    }

    /**
     * Where the text itself breaks off no key leads to the place, so the one before it is named.
     */
    private NotationException broken(JacksonException e) {
      String after = latestKey.isEmpty() ? "" : " (after \"%s\")".formatted(latestKey);
      return problem(line(e.getLocation()), reason(e) + after);
    }

    private static String reason(JacksonException e) {
      // The YAML parser passes on what the decoder threw as words only.
      return e.getOriginalMessage().contains("MalformedInputException")
          ? "the text is not UTF-8"
          : firstLine(e.getOriginalMessage());
    }

    private static String firstLine(String message) {
      int end = message.indexOf('\n');
      return end < 0 ? message : message.substring(0, end);
    }

    private NotationException problem(int line, String reason) {
      return new NotationException(new Where(file, line, ""), reason, List.of());
    }
  }
}
