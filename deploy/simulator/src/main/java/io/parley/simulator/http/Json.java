package io.parley.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Strict JSON: unknown fields, wrong types and trailing text are refused, and every refusal names
 * the field.
 */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private Json() {}

  /**
   * Reads one document.
   *
   * @throws InvalidFieldException if the text does not fit
   */
  public static <T> T read(String text, Class<T> type) {
    return read(text, MAPPER.readerFor(type));
  }

  /**
   * Reads one document of a generic type.
   *
   * @throws InvalidFieldException if the text does not fit
   */
  public static <T> T read(String text, TypeReference<T> type) {
    return read(text, MAPPER.readerFor(type));
  }

  /**
   * Reads any document, for checks as a provider makes them.
   *
   * @throws InvalidFieldException if the text is not JSON
   */
  public static JsonNode tree(String text) {
    return read(text, MAPPER.readerFor(JsonNode.class));
  }

  /**
   * The text at this place of a document that need not be valid.
   *
   * @param pointer as in RFC 6901
   * @return empty if there is no document, no such place or no text
   */
  public static Optional<String> textAt(String document, String pointer) {
    try {
      return Optional.ofNullable(MAPPER.readTree(document).at(pointer).textValue());
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T read(String text, ObjectReader reader) {
    try {
      T value = reader.readValue(text);
      if (value == null) {
        throw new InvalidFieldException("", "must not be null");
      }
      return value;
    } catch (JsonMappingException e) {
      throw refusal(e);
    } catch (JsonProcessingException e) {
      throw new InvalidFieldException("", "is not well-formed JSON: " + e.getOriginalMessage());
    }
  }

  private static InvalidFieldException refusal(JsonMappingException e) {
    String path = path(e);
    if (e instanceof UnrecognizedPropertyException) {
      return new InvalidFieldException(path, "is not a known field");
    }
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidFieldException invalid) {
        return invalid.under(path);
      }
    }
    return new InvalidFieldException(path, e.getOriginalMessage());
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
