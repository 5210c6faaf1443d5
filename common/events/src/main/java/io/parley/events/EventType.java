package io.parley.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every CloudEvent type of Parley, with its topic and the shape of its data. The one list. */
public enum EventType {
  MESSAGE_RECEIVED("message.received", Topic.MESSAGES_RECEIVED, MessageReceived.class),
  RECEIPT_RECEIVED("receipt.received", Topic.MESSAGES_RECEIPTS, ReceiptReceived.class),
  REPLY_REQUESTED("reply.requested", Topic.REPLIES, ReplyRequested.class),
  CUSTOMER_SIGNALLED("customer.signalled", Topic.MESSAGES_RECEIVED, CustomerSignalled.class),
  MEDIA_REQUESTED("media.requested", Topic.REPLIES, MediaRequested.class),
  MEDIA_UPDATED("media.updated", Topic.MEDIA, MediaUpdated.class),
  WEBHOOK_REPLAYED("webhook.replayed", Topic.WEBHOOKS_REPLAYED, WebhookReplayed.class),
  WEBHOOK_OBSERVED("webhook.observed", Topic.WEBHOOKS_OBSERVED, WebhookObserved.class),
  MESSAGE_DROPPED("message.dropped", Topic.MESSAGES_DROPPED, MessageDropped.class),
  DELIVERY_UPDATED("delivery.updated", Topic.DELIVERIES, DeliveryUpdated.class),
  CONVERSATION_OPENED("conversation.opened", Topic.CONVERSATIONS, ConversationEvent.Opened.class),
  CONVERSATION_CLASSIFIED(
      "conversation.classified", Topic.CONVERSATIONS, ConversationEvent.Classified.class),
  CONVERSATION_QUEUED("conversation.queued", Topic.CONVERSATIONS, ConversationEvent.Queued.class),
  CONVERSATION_STATE_CHANGED(
      "conversation.state-changed", Topic.CONVERSATIONS, ConversationEvent.StateChanged.class),
  MESSAGE_APPENDED(
      "message.appended", Topic.CONVERSATIONS, ConversationEvent.MessageAppended.class),
  OFFER_MADE("offer.made", Topic.CONVERSATIONS, ConversationEvent.OfferMade.class),
  OFFER_ACCEPTED("offer.accepted", Topic.CONVERSATIONS, ConversationEvent.OfferAccepted.class),
  OFFER_DECLINED("offer.declined", Topic.CONVERSATIONS, ConversationEvent.OfferDeclined.class),
  OFFER_EXPIRED("offer.expired", Topic.CONVERSATIONS, ConversationEvent.OfferExpired.class),
  OFFER_WITHDRAWN("offer.withdrawn", Topic.CONVERSATIONS, ConversationEvent.OfferWithdrawn.class),
  SESSION_OPENED("session.opened", Topic.CONVERSATIONS, ConversationEvent.SessionOpened.class),
  SESSION_CLOSED("session.closed", Topic.CONVERSATIONS, ConversationEvent.SessionClosed.class),
  PRESENCE_CHANGED("presence.changed", Topic.AGENTS, AgentEvent.PresenceChanged.class),
  CAPACITY_CHANGED("capacity.changed", Topic.AGENTS, AgentEvent.CapacityChanged.class),
  CONFIGURATION_CHANGED("configuration.changed", Topic.CONFIGURATION, ConfigurationChanged.class),
  CONFIGURATION_APPLIED(
      "configuration.applied", Topic.CONFIGURATION_APPLIED, ConfigurationApplied.class);

  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::typeName, Function.identity()));
  private static final Map<Class<?>, EventType> BY_DATA =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::dataType, Function.identity()));

  private final String typeName;
  private final Topic topic;
  private final Class<? extends EventData> dataType;

  EventType(String name, Topic topic, Class<? extends EventData> dataType) {
    this.typeName = "io.parley." + name + ".v1";
    this.topic = topic;
    this.dataType = dataType;
  }

  /** The type with this CloudEvents name, if Parley has one. */
  public static Optional<EventType> named(String typeName) {
    return Optional.ofNullable(BY_NAME.get(typeName));
  }

  /** The type whose data this is. */
  public static EventType of(EventData data) {
    EventType type = BY_DATA.get(data.getClass());
    if (type == null) {
      throw new IllegalArgumentException("no event type for " + data.getClass().getName());
    }
    return type;
  }

  /** The CloudEvents attribute {@code type}. */
  public String typeName() {
    return typeName;
  }

  /** The topic it is published on. */
  public Topic topic() {
    return topic;
  }

  /** The class of its data. */
  public Class<? extends EventData> dataType() {
    return dataType;
  }
}
