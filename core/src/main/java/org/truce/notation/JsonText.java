package org.truce.notation;

import java.io.Writer;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes values as JSON: maps in their order, lists, texts, whole numbers, numbers, booleans.
 *
 * <p>Large outputs are written piece by piece with {@link #field} and {@link #item}.
 */
public final class JsonText implements AutoCloseable {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator generator;

  /** Writes to {@code out}, which the caller closes. */
  public JsonText(Writer out) {
    this.generator =
        FACTORY.createGenerator(
            new ObjectWriteContext.Base() {},
            new java.io.FilterWriter(out) {
              @Override
              public void close() throws java.io.IOException {
                flush();
              }
            });
  }

  /** Begins an object. */
  public void beginObject() {
    generator.writeStartObject();
  }

  /** Ends an object. */
  public void endObject() {
    generator.writeEndObject();
  }

  /** Begins a list as the value of a name. */
  public void beginList(String name) {
    generator.writeName(name);
    generator.writeStartArray();
  }

  /** Ends a list; each list stands on lines of its own. */
  public void endList() {
    generator.writeRaw('\n');
    generator.writeEndArray();
  }

  /** Writes a name with its value. */
  public void field(String name, Object value) {
    generator.writeName(name);
    write(value);
  }

  /** Writes an item of a list, on a line of its own. */
  public void item(Object value) {
    generator.writeRaw('\n');
    write(value);
  }

  private void write(Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        generator.writeStartObject();
        map.forEach(
            (name, entry) -> {
              generator.writeName(String.valueOf(name));
              write(entry);
            });
        generator.writeEndObject();
      }
      case Iterable<?> list -> {
        generator.writeStartArray();
        list.forEach(this::write);
        generator.writeEndArray();
      }
      case Boolean flag -> generator.writeBoolean(flag);
      case Integer number -> generator.writeNumber(number);
      case Long number -> generator.writeNumber(number);
      case Double number -> generator.writeNumber(number);
      default -> generator.writeString(String.valueOf(value));
    }
  }

  /** Writes the rest and a line end. */
  @Override
  public void close() {
    generator.writeRaw('\n');
    generator.close();
  }
}
