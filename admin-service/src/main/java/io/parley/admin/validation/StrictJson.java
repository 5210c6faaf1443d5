package io.parley.admin.validation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies to the letter. Jackson would turn a number into a text and 1.5 into 1; whoever
 * configures a system by script wants to hear about it instead.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

  /** After all others: what is registered last counts. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    mapper
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    for (LogicalType type :
        new LogicalType[] {
          LogicalType.Integer, LogicalType.Boolean, LogicalType.Enum, LogicalType.OtherScalar
        }) {
      mapper
          .coercionConfigFor(type)
          .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
    mapper
        .coercionConfigFor(LogicalType.Integer)
        .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    mapper
        .coercionConfigFor(LogicalType.Boolean)
        .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    mapper.registerModule(
        new SimpleModule("parley-strict")
            .addDeserializer(String.class, new StrictText())
            .addDeserializer(UUID.class, new StrictUuid())
            .addDeserializer(LocalDate.class, new StrictTime<>(LocalDate.class, LocalDate::parse))
            .addDeserializer(LocalTime.class, new StrictTime<>(LocalTime.class, LocalTime::parse))
            .addDeserializer(
                Instant.class,
                new StrictTime<>(Instant.class, text -> OffsetDateTime.parse(text).toInstant()))
            .addDeserializer(Duration.class, new StrictDuration()));
  }

  /** Texts are texts, without the one character that PostgreSQL cannot store. */
  private static final class StrictText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    StrictText() {
      super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "a text is expected");
      }
      String text = parser.getText();
      if (text.indexOf('\0') >= 0) {
        context.reportInputMismatch(this, "the character NUL is not allowed");
      }
      return text;
    }
  }

  /** Ids in their one usual form, so that equal ids are equal texts. */
  private static final class StrictUuid extends StdScalarDeserializer<UUID> {

    private static final long serialVersionUID = 1L;
    private static final int LENGTH = 36;

    StrictUuid() {
      super(UUID.class);
    }

    @Override
    public @Nullable UUID deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "a UUID is expected");
      }
      String text = parser.getText();
      try {
        if (text.length() == LENGTH) {
          return UUID.fromString(text);
        }
      } catch (IllegalArgumentException e) {
        // Said below.
      }
      throw context.weirdStringException("", UUID.class, "a UUID is expected");
    }
  }

  /** Dates and times in ISO 8601; Jackson would take numbers and lists of numbers for them. */
  private static final class StrictTime<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Function<String, T> reading;

    StrictTime(Class<T> type, Function<String, T> reading) {
      super(type);
      this.type = type;
      this.reading = reading;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "ISO 8601 is expected");
      }
      try {
        return reading.apply(parser.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException("", type, "ISO 8601 is expected");
      }
    }
  }

  /** Durations in ISO 8601; a bare number leaves open what it counts. */
  private static final class StrictDuration extends StdScalarDeserializer<Duration> {

    private static final long serialVersionUID = 1L;

    StrictDuration() {
      super(Duration.class);
    }

    @Override
    public @Nullable Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "a duration is expected");
      }
      try {
        return Duration.parse(parser.getText().strip());
      } catch (DateTimeException e) {
        throw context.weirdStringException("", Duration.class, "ISO 8601 is expected");
      }
    }
  }
}
