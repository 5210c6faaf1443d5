package io.parley.events.configuration;

import io.parley.events.Channel;
import io.parley.events.Defaulted;
import io.parley.events.Presence;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the conversations of one channel are routed and handled (domain/workstreams-and-routing.md
 * §1). The addresses that it has taken up are {@link ChannelInstance}s.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param channel the one channel it serves; fixed once created
 * @param fallbackQueueId where its conversations wait when no rule says otherwise
 * @param allowedPresences an agent must be in one of these to be offered a conversation; available
 *     and busy if left out
 * @param capacityUnits what one conversation costs an agent, 0 or more
 * @param autoCloseAfterInactivity how long a waiting conversation is kept, whole seconds, 1 minute
 *     to 3,650 days; 28 days if left out
 * @param offerTimeout how long an agent has to accept, whole seconds, 5 seconds to 1 day; 2 minutes
 *     if left out
 */
public record Workstream(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @NotNull Channel channel,
    @NotNull UUID fallbackQueueId,
    @Defaulted @NotEmpty Set<@NotNull Presence> allowedPresences,
    @NotNull @Min(0) @Max(1_000_000) Integer capacityUnits,
    @Defaulted Duration autoCloseAfterInactivity,
    @Defaulted Duration offerTimeout)
    implements ConfigurationObject {

  private static final Set<Presence> DEFAULT_PRESENCES = Set.of(Presence.AVAILABLE, Presence.BUSY);
  private static final Duration DEFAULT_AUTO_CLOSE = Duration.ofDays(28);
  private static final Duration DEFAULT_OFFER_TIMEOUT = Duration.ofMinutes(2);

  public Workstream {
    allowedPresences =
        Copies.enums(Objects.requireNonNullElse(allowedPresences, DEFAULT_PRESENCES));
    autoCloseAfterInactivity =
        Objects.requireNonNullElse(autoCloseAfterInactivity, DEFAULT_AUTO_CLOSE);
    offerTimeout = Objects.requireNonNullElse(offerTimeout, DEFAULT_OFFER_TIMEOUT);
  }

  @Override
  public Kind kind() {
    return Kind.WORKSTREAM;
  }
}
