package io.parley.routing.classification;

import io.parley.events.Channel;
import io.parley.events.MessageReceived;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the channel says about a conversation, for rules and for people
 * (domain/channels-and-accounts.md §3.4).
 *
 * @param channel the channel
 * @param provider name of the provider
 * @param customerAddress the customer's address, on most channels a phone number
 * @param organisationAddress our address
 * @param locale language of our address in its workstream, BCP 47; absent when the workstream is
 *     gone
 * @param firstMessage the text that opened the conversation
 * @param attributes what else the provider said with it, by the provider's names: on Google's
 *     channels the entry point, the place and the locales
 */
public record EngagementContext(
    Channel channel,
    String provider,
    String customerAddress,
    String organisationAddress,
    @Nullable String locale,
    String firstMessage,
    Map<String, String> attributes) {

  public EngagementContext {
    attributes = Map.copyOf(attributes);
  }

  /** What the message that opened a conversation gives. */
  public static EngagementContext of(MessageReceived opening, @Nullable String locale) {
    return new EngagementContext(
        opening.channel(),
        opening.provider(),
        opening.from().value(),
        opening.to(),
        locale,
        opening.text(),
        opening.attributes());
  }
}
