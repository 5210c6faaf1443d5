package io.parley.routing.desk;

import io.parley.routing.conversation.Conversations.Reading;
import io.parley.routing.conversation.Offered;
import java.time.Instant;
import java.util.UUID;

/**
 * An offer to the calling agent.
 *
 * @param id the offer
 * @param version of the conversation; to be sent as {@code If-Match} with accept or decline
 * @param expiresAt until when it can be answered
 * @param conversation what is offered
 */
record OfferView(UUID id, long version, Instant expiresAt, ConversationView conversation) {

  static OfferView of(Reading reading, Offered offered) {
    return new OfferView(
        offered.offer().id(),
        offered.progress().version(),
        offered.offer().expiresAt(),
        ConversationView.of(reading, offered));
  }
}
