package io.parley.admin.code;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value that differs.
 *
 * @param pointer JSON pointer (RFC 6901); empty for the whole
 * @param before the value before, null if there was none
 * @param after the value after, null if there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Difference(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {

  public Difference {
    Objects.requireNonNull(pointer, "pointer");
  }
}
