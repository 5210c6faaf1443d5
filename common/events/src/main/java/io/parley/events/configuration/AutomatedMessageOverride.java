package io.parley.events.configuration;

import io.parley.events.Defaulted;
import io.parley.events.configuration.AutomatedMessage.Recipient;
import io.parley.events.configuration.AutomatedMessage.Trigger;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;

/**
 * What a channel instance says instead of the automated message of all
 * (domain/automation-and-bots.md §1.1).
 *
 * @param trigger when
 * @param recipient to whom; to the customer if left out
 * @param active whether anything is said; true if left out
 * @param texts by language, BCP 47, at most 2,000 characters each; none if nothing is said
 */
public record AutomatedMessageOverride(
    @NotNull Trigger trigger,
    @Defaulted Recipient recipient,
    @Defaulted Boolean active,
    @Defaulted @Size(max = 100)
        Map<
                @Size(max = 35) @Pattern(regexp = Language.PATTERN, message = Language.EXPECTED)
                String,
                @NotBlank @Size(max = 2_000) String>
            texts) {

  public AutomatedMessageOverride {
    recipient = Objects.requireNonNullElse(recipient, Recipient.CUSTOMER);
    active = Objects.requireNonNullElse(active, true);
    texts = Copies.map(texts);
  }
}
