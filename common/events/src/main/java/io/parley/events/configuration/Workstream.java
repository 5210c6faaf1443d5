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
import java.util.List;
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
 * @param businessUnitId the part of the organisation that it belongs to
 * @param channel the one channel it serves; fixed once created
 * @param distributionMode whether conversations are offered or picked; fixed once created; offered
 *     if left out
 * @param fallbackQueueId where its conversations wait when no rule says otherwise
 * @param allowedPresences an agent must be in one of these to be offered a conversation; available
 *     and busy if left out
 * @param capacityUnits what one conversation costs an agent, 0 or more
 * @param botId the bot that converses first, where conversations are offered
 * @param capacityProfileIds limits that a conversation counts against, in place of units or besides
 * @param wrapUp how long a conversation that has ended still occupies the agent; always if left out
 * @param wrapUpTime how long, with {@code TIME}: whole seconds, 1 second to 1 day
 * @param keepSameAgent whether a customer who writes again gets the same agent; true if left out
 * @param skillMatching how required skills count; none if left out
 * @param selectFromPush whether agents may also pick what is to be offered; false if left out
 * @param automatedMessages whether automated messages are sent; true if left out
 * @param autoAssign whether an offer counts as accepted at once; false if left out
 * @param rejectAllowed whether agents may decline; true if left out
 * @param autoCloseAfterInactivity how long a waiting conversation is kept, whole seconds, 1 minute
 *     to 3,650 days; 28 days if left out
 * @param offerTimeout how long an agent has to accept, whole seconds, 5 seconds to 1 day; 2 minutes
 *     if left out
 */
public record Workstream(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @Nullable UUID businessUnitId,
    @NotNull Channel channel,
    @Defaulted DistributionMode distributionMode,
    @NotNull UUID fallbackQueueId,
    @Defaulted @NotEmpty Set<@NotNull Presence> allowedPresences,
    @NotNull @Min(0) @Max(1_000_000) Integer capacityUnits,
    @Nullable UUID botId,
    @Defaulted @Size(max = 10) List<@NotNull UUID> capacityProfileIds,
    @Defaulted WrapUp wrapUp,
    @Nullable Duration wrapUpTime,
    @Defaulted Boolean keepSameAgent,
    @Defaulted SkillMatching skillMatching,
    @Defaulted Boolean selectFromPush,
    @Defaulted Boolean automatedMessages,
    @Defaulted Boolean autoAssign,
    @Defaulted Boolean rejectAllowed,
    @Defaulted Duration autoCloseAfterInactivity,
    @Defaulted Duration offerTimeout)
    implements ConfigurationObject {

  private static final Set<Presence> DEFAULT_PRESENCES = Set.of(Presence.AVAILABLE, Presence.BUSY);
  private static final Duration DEFAULT_AUTO_CLOSE = Duration.ofDays(28);
  private static final Duration DEFAULT_OFFER_TIMEOUT = Duration.ofMinutes(2);

  /** How conversations get to agents (domain/workstreams-and-routing.md §1.2). */
  public enum DistributionMode {
    /** They are offered. */
    PUSH,
    /** Agents take them from the list. */
    PICK
  }

  /** How long a conversation that has ended still occupies the agent. */
  public enum WrapUp {
    /** Until the agent closes the session. */
    ALWAYS,
    /** Not at all. */
    NONE,
    /** For a time. */
    TIME
  }

  /** How required skills count (domain/distribution.md §9.1). */
  public enum SkillMatching {
    EXACT,
    CLOSEST,
    NONE
  }

  public Workstream {
    distributionMode = Objects.requireNonNullElse(distributionMode, DistributionMode.PUSH);
    capacityProfileIds = Copies.list(capacityProfileIds);
    wrapUp = Objects.requireNonNullElse(wrapUp, WrapUp.ALWAYS);
    keepSameAgent = Objects.requireNonNullElse(keepSameAgent, true);
    skillMatching = Objects.requireNonNullElse(skillMatching, SkillMatching.NONE);
    selectFromPush = Objects.requireNonNullElse(selectFromPush, false);
    automatedMessages = Objects.requireNonNullElse(automatedMessages, true);
    autoAssign = Objects.requireNonNullElse(autoAssign, false);
    rejectAllowed = Objects.requireNonNullElse(rejectAllowed, true);
    allowedPresences =
        Copies.enums(Objects.requireNonNullElse(allowedPresences, DEFAULT_PRESENCES));
    autoCloseAfterInactivity =
        Objects.requireNonNullElse(autoCloseAfterInactivity, DEFAULT_AUTO_CLOSE);
    offerTimeout = Objects.requireNonNullElse(offerTimeout, DEFAULT_OFFER_TIMEOUT);
  }

  /** A workstream with nothing but what is needed. */
  public Workstream(
      UUID id,
      String name,
      Channel channel,
      UUID fallbackQueueId,
      Set<Presence> allowedPresences,
      Integer capacityUnits,
      Duration autoCloseAfterInactivity,
      Duration offerTimeout) {
    this(
        id,
        name,
        null,
        null,
        channel,
        DistributionMode.PUSH,
        fallbackQueueId,
        allowedPresences,
        capacityUnits,
        null,
        List.of(),
        WrapUp.ALWAYS,
        null,
        true,
        SkillMatching.NONE,
        false,
        true,
        false,
        true,
        autoCloseAfterInactivity,
        offerTimeout);
  }

  @Override
  public Kind kind() {
    return Kind.WORKSTREAM;
  }
}
