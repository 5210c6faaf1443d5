package io.parley.events.documents;

import io.parley.events.Topic;
import java.util.List;

/**
 * Who publishes on a topic, who reads it, and what its records are keyed by.
 *
 * @param key form of the record's key; order holds per key
 */
record Parties(String key, List<String> producers, List<String> consumers) {

  private static final String ADMIN = "admin-service";
  private static final String ANALYTICS = "analytics";
  private static final String INGRESS = "ingress-service";
  private static final String OUTBOUND = "outbound-service";
  private static final String ROUTING = "routing-service";

  static Parties of(Topic topic) {
    return switch (topic) {
      case MESSAGES_RECEIVED ->
          new Parties(
              "{channelAddressId}/{from.value}",
              List.of(INGRESS),
              List.of(ROUTING, OUTBOUND, ANALYTICS));
      case MESSAGES_RECEIPTS ->
          new Parties("{accountId}/{providerMessageId}", List.of(INGRESS), List.of(OUTBOUND));
      case REPLIES ->
          new Parties(
              "{conversationId}",
              List.of(ROUTING, "bots", "external agent desktops"),
              List.of(OUTBOUND));
      case MEDIA -> new Parties("{mediaId}", List.of(OUTBOUND), List.of(ROUTING, ANALYTICS));
      case WEBHOOKS_REPLAYED -> new Parties("{accountId}", List.of(ADMIN), List.of(INGRESS));
      case WEBHOOKS_OBSERVED ->
          new Parties("{accountId}/{purpose}/{outcome}", List.of(INGRESS), List.of(ADMIN));
      case MESSAGES_DROPPED ->
          new Parties("{accountId}", List.of(ROUTING, INGRESS), List.of(ADMIN, ANALYTICS));
      case DELIVERIES ->
          new Parties("{conversationId}", List.of(OUTBOUND), List.of(ROUTING, ANALYTICS));
      case CONVERSATIONS ->
          new Parties("{conversationId}", List.of(ROUTING), List.of(ADMIN, ANALYTICS));
      case AGENTS -> new Parties("{agentId}", List.of(ROUTING), List.of(ANALYTICS));
      case CONFIGURATION ->
          new Parties("{kind}/{id}", List.of(ADMIN), List.of(INGRESS, ROUTING, OUTBOUND));
      case CONFIGURATION_APPLIED ->
          new Parties("{service}/{instance}", List.of(INGRESS, ROUTING, OUTBOUND), List.of(ADMIN));
    };
  }

  /** Whether anybody outside Parley may publish on the topic. */
  static boolean openToOutsiders(Topic topic) {
    return topic == Topic.REPLIES;
  }
}
