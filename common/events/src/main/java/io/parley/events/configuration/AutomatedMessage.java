package io.parley.events.configuration;

import io.parley.events.Channel;
import io.parley.events.Defaulted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said by itself when something happens (domain/automation-and-bots.md §1). There is one
 * for each trigger, recipient and channel; a channel instance may have its own instead.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param trigger when it is said
 * @param recipient who reads it; the customer if left out
 * @param channel where it is said; absent for all channels that have none of their own
 * @param active whether it is said; true if left out
 * @param texts by language, BCP 47, at most 2,000 characters each, with the variables {@code
 *     {AgentName}}, {@code {QueueName}} and {@code {$Name$}} of a context variable; at most 100
 */
public record AutomatedMessage(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @NotNull Trigger trigger,
    @Defaulted Recipient recipient,
    @Nullable Channel channel,
    @Defaulted Boolean active,
    @NotEmpty @Size(max = 100)
        Map<
                @Size(max = 35) @Pattern(regexp = Language.PATTERN, message = Language.EXPECTED)
                String,
                @NotBlank @Size(max = 2_000) String>
            texts)
    implements ConfigurationObject {

  /** Who reads an automated message. */
  public enum Recipient {
    CUSTOMER,
    AGENT
  }

  /**
   * What happens in conversations by text (domain/automation-and-bots.md §1.2). Whom the additional
   * types of the data model are for is inferred there.
   */
  public enum Trigger {
    /** The customer writes for the first time. */
    GREETING(Recipient.CUSTOMER),
    /** An agent was chosen. */
    AGENT_ASSIGNED(Recipient.CUSTOMER),
    /** No agent could be chosen for a technical reason; not when merely nobody matched. */
    AGENT_COULD_NOT_BE_ASSIGNED(Recipient.CUSTOMER),
    /** An agent accepted. */
    AGENT_JOINED(Recipient.CUSTOMER),
    /** The agent's application was closed or lost its connection. */
    AGENT_DISCONNECTED(Recipient.CUSTOMER),
    /** The agent pressed End. */
    AGENT_ENDED_CONVERSATION(Recipient.CUSTOMER),
    /** The conversation was ended and the agent's session closed. */
    SESSION_ENDED(Recipient.CUSTOMER),
    /** A consulted colleague accepted. */
    CONSULT_ACCEPTED(Recipient.CUSTOMER),
    /** A consultation is over. */
    CONSULT_SESSION_ENDED(Recipient.CUSTOMER),
    /** A consultant or supervisor came into the conversation with the customer. */
    AGENT_JOINED_CUSTOMER_CONVERSATION(Recipient.CUSTOMER),
    /** A consultant or supervisor left the conversation with the customer. */
    AGENT_LEFT_CUSTOMER_CONVERSATION(Recipient.CUSTOMER),
    /** The agent to whom the conversation was transferred accepted. */
    TRANSFER_TO_AGENT_ACCEPTED(Recipient.CUSTOMER),
    /** The conversation was transferred to another queue. */
    TRANSFER_TO_QUEUE_INITIATED(Recipient.CUSTOMER, Recipient.AGENT),
    /** The customer writes outside the hours of channel, instance or queue. */
    OUT_OF_OPERATING_HOURS(Recipient.CUSTOMER),
    /** The customer writes on a holiday. */
    HOLIDAY(Recipient.CUSTOMER),
    /** The conversation is ended because the queue overflows. */
    END_CONVERSATION_DUE_TO_OVERFLOW(Recipient.CUSTOMER),
    /** The customer sent something that this channel cannot carry. */
    UNSUPPORTED_MESSAGE_TYPE(Recipient.CUSTOMER, Recipient.AGENT),
    /** The customer ended the conversation. */
    CUSTOMER_ENDED_CONVERSATION(Recipient.CUSTOMER, Recipient.AGENT),
    /** A message did not reach the customer. */
    MESSAGE_NOT_DELIVERED(Recipient.AGENT),
    /** A message was written after the time in which the customer may be written to freely. */
    OUTSIDE_CONVERSATION_WINDOW(Recipient.AGENT);

    private final Set<Recipient> recipients;

    Trigger(Recipient... recipients) {
      this.recipients = Set.of(recipients);
    }

    /** Whether there is something to say to this recipient then. */
    public boolean isFor(Recipient recipient) {
      return recipients.contains(recipient);
    }
  }

  public AutomatedMessage {
    recipient = Objects.requireNonNullElse(recipient, Recipient.CUSTOMER);
    active = Objects.requireNonNullElse(active, true);
    texts = Copies.map(texts);
  }

  @Override
  public Kind kind() {
    return Kind.AUTOMATED_MESSAGE;
  }
}
