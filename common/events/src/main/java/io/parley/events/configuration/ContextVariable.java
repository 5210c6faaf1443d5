package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation besides its messages (domain/workstreams-and-routing.md §2).
 *
 * @param id stable id
 * @param workstreamId whose conversations have it; fixed once created
 * @param name letters, digits and underscores, exact case, at most 100; fixed once created, because
 *     rules and bots use it
 * @param displayName what people read, at most 100 characters
 * @param type what its values are; fixed once created
 * @param list whether it holds several values; fixed once created; false if left out
 * @param modifiable whether agents may change it; true if left out
 * @param displayable whether agents see it; true if left out
 */
public record ContextVariable(
    UUID id,
    @NotNull UUID workstreamId,
    @NotBlank
        @Size(max = 100)
        @Pattern(regexp = "[A-Za-z0-9_]*", message = "must be letters, digits and underscores")
        String name,
    @Size(max = 100) @Nullable String displayName,
    @NotNull Type type,
    @Defaulted Boolean list,
    @Defaulted Boolean modifiable,
    @Defaulted Boolean displayable)
    implements ConfigurationObject {

  /** What values are. */
  public enum Type {
    /** At most 4,000 characters. */
    TEXT,
    NUMBER
  }

  public ContextVariable {
    list = Objects.requireNonNullElse(list, false);
    modifiable = Objects.requireNonNullElse(modifiable, true);
    displayable = Objects.requireNonNullElse(displayable, true);
  }

  @Override
  public Kind kind() {
    return Kind.CONTEXT_VARIABLE;
  }
}
