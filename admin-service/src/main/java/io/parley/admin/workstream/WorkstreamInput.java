package io.parley.admin.workstream;

import io.parley.admin.configuration.ObjectInput;
import io.parley.events.Channel;
import io.parley.events.Presence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/**
 * A workstream as an administrator sends it (domain/workstreams-and-routing.md §1.1).
 *
 * @param id chosen by the client, or absent
 * @param name what administrators call it
 * @param channel the one channel it serves; fixed once created
 * @param channelInstances the addresses it takes up, each at most in one workstream
 * @param fallbackQueueId where its conversations wait when no rule says otherwise
 * @param allowedPresences an agent must be in one of these; available and busy if left out
 * @param capacityUnits what one conversation costs an agent
 * @param autoCloseAfterInactivity how long a waiting conversation is kept, in whole seconds; 28
 *     days if left out
 * @param offerTimeout how long an agent has to accept, in whole seconds; 2 minutes if left out
 */
@Schema(name = "WorkstreamInput")
record WorkstreamInput(
    @Nullable UUID id,
    @NotBlank @Size(max = 100) String name,
    @NotNull Channel channel,
    @Size(max = 500) List<@NotNull @Valid InstanceInput> channelInstances,
    @NotNull UUID fallbackQueueId,
    @NotEmpty Set<@NotNull Presence> allowedPresences,
    @NotNull @Min(0) @Max(1_000_000) Integer capacityUnits,
    @DurationMin(minutes = 1) @DurationMax(days = 3650) Duration autoCloseAfterInactivity,
    @DurationMin(seconds = 5) @DurationMax(days = 1) Duration offerTimeout)
    implements ObjectInput {

  private static final Set<Presence> DEFAULT_PRESENCES = Set.of(Presence.AVAILABLE, Presence.BUSY);
  private static final Duration DEFAULT_AUTO_CLOSE = Duration.ofDays(28);
  private static final Duration DEFAULT_OFFER_TIMEOUT = Duration.ofMinutes(2);

  WorkstreamInput {
    channelInstances =
        channelInstances == null
            ? List.of()
            : Collections.unmodifiableList(new ArrayList<>(channelInstances));
    allowedPresences =
        allowedPresences == null
            ? DEFAULT_PRESENCES
            : Collections.unmodifiableSet(new LinkedHashSet<>(allowedPresences));
    autoCloseAfterInactivity =
        Objects.requireNonNullElse(autoCloseAfterInactivity, DEFAULT_AUTO_CLOSE);
    offerTimeout = Objects.requireNonNullElse(offerTimeout, DEFAULT_OFFER_TIMEOUT);
  }

  /**
   * An address to take up.
   *
   * @param channelAddressId the address
   * @param language default language of texts, BCP 47
   */
  @Schema(name = "ChannelInstanceInput")
  record InstanceInput(
      @NotNull UUID channelAddressId,
      @NotNull
          @Size(max = 35)
          @Pattern(
              regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
              message = "must be a language tag such as en or pt-BR")
          String language) {}
}
