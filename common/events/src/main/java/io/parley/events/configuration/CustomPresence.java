package io.parley.events.configuration;

import io.parley.events.Presence;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A presence with a name of the organisation's own; routing sees its base (domain/distribution.md
 * §8.1).
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param text what agents and colleagues read, at most 100 characters
 * @param base what it counts as
 * @param description for administrators, at most 2,000 characters
 */
public record CustomPresence(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @NotBlank @Size(max = 100) String text,
    @NotNull Presence base,
    @Size(max = 2_000) @Nullable String description)
    implements ConfigurationObject {

  @Override
  public Kind kind() {
    return Kind.CUSTOM_PRESENCE;
  }
}
