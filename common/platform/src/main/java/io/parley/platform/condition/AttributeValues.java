package io.parley.platform.condition;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that one conversation, or one agent, has for its attributes. What cannot be read as a
 * value of the attribute's type, and empty text, counts as no value: what customers and bots write
 * into a context variable must not make a rule fail.
 */
public final class AttributeValues {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final int LONGEST_NUMBER = 100;

  private final Attributes attributes;
  private final Map<String, Object> byVariable;

  private AttributeValues(Attributes attributes, Map<String, Object> byVariable) {
    this.attributes = attributes;
    this.byVariable = byVariable;
  }

  /**
   * These values; names that are no attribute are left out.
   *
   * @param values by name of the attribute: texts, enum constants and ids; numbers; booleans;
   *     {@link Instant} or {@link OffsetDateTime}; collections for sets of values. Numbers, times
   *     and yes-no are also read from text.
   */
  public static AttributeValues of(Attributes attributes, Map<String, ?> values) {
    AttributeValues result = new AttributeValues(attributes, new HashMap<>());
    attributes.all().forEach(attribute -> result.put(attribute.name(), null));
    values.forEach(result::put);
    return result;
  }

  /** The same values but for this one; {@code null} removes it. */
  public AttributeValues with(String attribute, @Nullable Object value) {
    AttributeValues result = new AttributeValues(attributes, new HashMap<>(byVariable));
    result.put(attribute, value);
    return result;
  }

  /** The value of a CEL variable; CEL's own null if there is none. */
  Object variable(String name) {
    return byVariable.getOrDefault(name, NullValue.NULL_VALUE);
  }

  private void put(String name, @Nullable Object value) {
    attributes
        .find(name)
        .ifPresent(
            attribute -> {
              String variable = attributes.celName(attribute).variable();
              Object read = value == null ? none(attribute) : read(attribute, value);
              if (read == null) {
                byVariable.remove(variable);
              } else {
                byVariable.put(variable, read);
              }
            });
  }

  private static @Nullable Object none(Attribute attribute) {
    return attribute.type().isSet() ? List.of() : null;
  }

  private static @Nullable Object read(Attribute attribute, Object value) {
    return switch (attribute.type()) {
      case TEXT -> text(value);
      case CHOICE -> choice(attribute, text(value));
      case NUMBER -> number(value);
      case YES_NO -> yesNo(value);
      case DATE_TIME -> time(value);
      case MULTI_CHOICE, SKILLS -> keys(attribute, value);
    };
  }

  private static @Nullable String text(Object value) {
    String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String choice(Attribute attribute, @Nullable String key) {
    return attribute.choices().stream()
        .filter(choice -> choice.equalsIgnoreCase(key))
        .findFirst()
        .orElse(key);
  }

  private static @Nullable Double number(Object value) {
    String text = value.toString().strip();
    try {
      double number =
          value instanceof Number stated
              ? stated.doubleValue()
              : text.length() > LONGEST_NUMBER ? Double.NaN : new BigDecimal(text).doubleValue();
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Boolean yesNo(Object value) {
    return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  private static @Nullable Instant time(Object value) {
    try {
      Instant time =
          switch (value) {
            case Instant instant -> instant;
            case OffsetDateTime local -> local.toInstant();
            default -> OffsetDateTime.parse(value.toString().strip()).toInstant();
          };
      return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static List<String> keys(Attribute attribute, Object value) {
    Collection<?> stated = value instanceof Collection<?> several ? several : List.of(value);
    return stated.stream()
        .map(AttributeValues::text)
        .map(key -> choice(attribute, key))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
