package io.parley.simulator.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks for compact constructors of records that are read from JSON. */
public final class Fields {

  private Fields() {}

  public static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw new InvalidFieldException(field, "is required");
    }
    return value;
  }

  public static <T> List<T> listOrEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  public static <V> Map<String, V> mapOrEmpty(@Nullable Map<String, V> values) {
    return values == null ? Map.of() : Map.copyOf(values);
  }

  public static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /** The value as it is, refused when it does not match. */
  public static String matching(@Nullable String value, String regex, String field) {
    if (!required(value, field).matches(regex)) {
      throw new InvalidFieldException(field, "must match " + regex);
    }
    return required(value, field);
  }

  public static int between(int value, int least, int most, String field) {
    if (value < least || value > most) {
      throw new InvalidFieldException(field, "must be from " + least + " to " + most);
    }
    return value;
  }

  /** An absolute http or https URL, or null. */
  public static @Nullable String httpUrl(@Nullable String value, String field) {
    if (value != null && !isHttpUrl(value)) {
      throw new InvalidFieldException(field, "must be an absolute http or https URL");
    }
    return value;
  }

  public static boolean isHttpUrl(String value) {
    try {
      URI uri = URI.create(value);
      return uri.getRawAuthority() != null
          && ("http".equalsIgnoreCase(uri.getScheme())
              || "https".equalsIgnoreCase(uri.getScheme()));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
