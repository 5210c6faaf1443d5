package io.parley.admin.configuration;

import java.util.Map;

/**
 * Which rows a caller may see.
 *
 * @param condition in HQL, about the row {@code o}
 * @param parameters of the condition
 */
public record Restriction(String condition, Map<String, Object> parameters) {

  /** All rows. */
  public static final Restriction NONE = new Restriction("true", Map.of());

  public Restriction {
    parameters = Map.copyOf(parameters);
  }
}
