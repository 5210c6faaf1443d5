package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.UUID;

/** What happens to a conversation that overflows (domain/distribution.md §2, messaging). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OverflowAction.End.class, name = "END"),
  @JsonSubTypes.Type(value = OverflowAction.Transfer.class, name = "TRANSFER"),
  @JsonSubTypes.Type(value = OverflowAction.AssignAnyway.class, name = "ASSIGN_ANYWAY")
})
public sealed interface OverflowAction {

  /** It ends, with an automated message. */
  record End() implements OverflowAction {}

  /** It goes to another queue. */
  record Transfer(UUID queueId) implements OverflowAction {

    public Transfer {
      Objects.requireNonNull(queueId, "queueId is missing");
    }
  }

  /** It enters the queue all the same; only before queueing. */
  record AssignAnyway() implements OverflowAction {}
}
