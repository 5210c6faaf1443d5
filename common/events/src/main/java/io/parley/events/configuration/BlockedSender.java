package io.parley.events.configuration;

import io.parley.events.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose messages on one channel are not taken.
 *
 * @param id stable id
 * @param channel where
 * @param address the customer's address in the form of {@code CustomerAddress}: E.164 with the plus
 *     sign, a short code, a name, or the id that the platform gave; at most 200 characters
 * @param reason for administrators, at most 500 characters
 * @param until until when; absent for ever
 */
public record BlockedSender(
    UUID id,
    @NotNull Channel channel,
    @NotBlank @Size(max = 200) String address,
    @NotBlank @Size(max = 500) String reason,
    @Nullable Instant until)
    implements ConfigurationObject {

  @Override
  public String name() {
    return address;
  }

  @Override
  public Kind kind() {
    return Kind.BLOCKED_SENDER;
  }
}
