package io.parley.events;

/**
 * The data of a CloudEvent of Parley. Each permitted type is one event type with one JSON Schema.
 */
public sealed interface EventData
    permits MessageReceived,
        ReceiptReceived,
        CustomerSignalled,
        MediaUpdated,
        MediaRequested,
        WebhookReplayed,
        WebhookObserved,
        MessageDropped,
        ReplyRequested,
        DeliveryUpdated,
        ConversationEvent,
        AgentEvent,
        ConfigurationChanged,
        ConfigurationApplied {}
