package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a text is replaced by {@code #} (domain/channels-and-accounts.md §11). There are 10
 * at most.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param expression what is masked, as a regular expression in the syntax of RE2, which takes
 *     linear time; at most 500 characters
 * @param appliesTo whose messages
 * @param active whether it counts; true if left out
 */
public record DataMaskingRule(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @NotBlank @Size(max = 500) String expression,
    @NotNull Messages appliesTo,
    @Defaulted Boolean active)
    implements ConfigurationObject {

  /** Whose messages are masked. */
  public enum Messages {
    CUSTOMER,
    AGENT,
    BOTH
  }

  public DataMaskingRule {
    active = Objects.requireNonNullElse(active, true);
  }

  @Override
  public Kind kind() {
    return Kind.DATA_MASKING_RULE;
  }
}
