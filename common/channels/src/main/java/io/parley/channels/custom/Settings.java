package io.parley.channels.custom;

import io.parley.channels.AccountForm.Field;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings of an account, with what counts where one is left out. */
final class Settings {

  static final String FORM = "form";

  private static final Map<String, Optional<String>> DEFAULTS =
      FieldTable.FIELDS.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Field::name, field -> Optional.ofNullable(field.defaultValue())));

  private final Map<String, String> values;

  Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** A setting, if it has a value or a default. */
  Optional<String> find(String name) {
    Optional<String> byDefault = DEFAULTS.get(name);
    if (byDefault == null) {
      throw new IllegalArgumentException("the form has no field " + name);
    }
    return given(name).or(() -> byDefault);
  }

  /** A setting, or an empty text. */
  String text(String name) {
    return find(name).orElse("");
  }

  /** Whether somebody entered it. */
  boolean has(String name) {
    return given(name).isPresent();
  }

  /** Whether a setting that is yes or no is yes. */
  boolean is(String name) {
    return text(name).equals("yes");
  }

  /** A setting that is a number of at most five digits; the default where it is none. */
  int number(String name) {
    String value = text(name);
    return value.matches("[0-9]{1,5}")
        ? Integer.parseInt(value)
        : DEFAULTS.getOrDefault(name, Optional.empty()).map(Integer::parseInt).orElse(0);
  }

  /** Whether the account speaks Parley's own contract. */
  boolean isContract() {
    return text(FORM).equals("contract");
  }

  private Optional<String> given(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }
}
