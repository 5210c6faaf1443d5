package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Objects;

/** A fixed value in a rule: in JSON a text, a number, or {@code true} and {@code false}. */
public sealed interface ConditionValue {

  /** A text, a key of a choice, an id, or a day such as {@code 2026-11-20}. */
  record Text(@JsonValue String text) implements ConditionValue {

    public Text {
      Objects.requireNonNull(text, "text is missing");
    }
  }

  /** A number; 5 and 5.0 are the same. */
  record Numeric(@JsonValue BigDecimal number) implements ConditionValue {

    /** Numbers further from zero than this are not exact when compared. */
    public static final BigDecimal MAX = BigDecimal.valueOf(1_000_000_000_000_000L);

    public Numeric {
      if (number.abs().compareTo(MAX) <= 0) {
        number = number.stripTrailingZeros();
        number = number.scale() < 0 ? number.setScale(0) : number;
      }
    }
  }

  /** Yes or no. */
  record YesNo(@JsonValue boolean yes) implements ConditionValue {}

  /** This text. */
  static ConditionValue of(String text) {
    return new Text(text);
  }

  /** This number. */
  static ConditionValue of(long number) {
    return new Numeric(BigDecimal.valueOf(number));
  }

  /** This number. */
  static ConditionValue of(BigDecimal number) {
    return new Numeric(number);
  }

  /** Yes or no. */
  static ConditionValue of(boolean yes) {
    return new YesNo(yes);
  }

  /**
   * Reads the JSON form.
   *
   * @throws IllegalArgumentException if it is a list, an object, or no finite number
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ConditionValue read(Object scalar) {
    return switch (scalar) {
      case String text -> new Text(text);
      case Boolean yes -> new YesNo(yes);
      case Number number -> new Numeric(new BigDecimal(number.toString()));
      default -> throw new IllegalArgumentException("a text, a number, true or false is expected");
    };
  }
}
