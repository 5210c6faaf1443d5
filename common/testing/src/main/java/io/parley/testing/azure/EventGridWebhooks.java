package io.parley.testing.azure;

import io.parley.testing.webhook.WebhookCall;
import java.util.List;

/**
 * Makes Event Grid's calls in both of its schemas (providers/azure-communication-services.md §4).
 * They are not signed: a secret stands in the query, or in a header.
 *
 * @param resource id of the Communication Services resource
 * @param subscription name of the event subscription
 */
public record EventGridWebhooks(String resource, String subscription) {

  /** A notification in Event Grid's schema, always an array. */
  public WebhookCall events(String path, String... events) {
    return WebhookCall.post(
            path, "application/json; charset=utf-8", "[" + String.join(",", List.of(events)) + "]")
        .with("aeg-event-type", "Notification")
        .with("aeg-subscription-name", subscription)
        .with("aeg-delivery-count", "0")
        .with("aeg-metadata-version", "1")
        .with("aeg-data-version", "1.0");
  }

  /** A notification of one CloudEvent. */
  public WebhookCall cloudEvent(String path, String event) {
    return WebhookCall.post(path, "application/cloudevents+json; charset=utf-8", event)
        .with("aeg-event-type", "Notification")
        .with("aeg-subscription-name", subscription);
  }

  /** A notification of several CloudEvents. */
  public WebhookCall cloudEvents(String path, String... events) {
    return WebhookCall.post(
            path,
            "application/cloudevents-batch+json; charset=utf-8",
            "[" + String.join(",", List.of(events)) + "]")
        .with("aeg-event-type", "Notification")
        .with("aeg-subscription-name", subscription);
  }

  /** How Event Grid's schema asks whether we want its events. */
  public WebhookCall validation(String path, String code) {
    return events(
            path,
            """
            {"id":"2d1781af-3a4c-4d7c-bd0c-e34b19da4e66","topic":"%s","subject":"",\
            "eventType":"Microsoft.EventGrid.SubscriptionValidationEvent",\
            "eventTime":"2026-03-03T09:00:00Z","metadataVersion":"1","dataVersion":"2",\
            "data":{"validationCode":"%s","validationUrl":\
            "https://rp-westus.eventgrid.azure.net:553/eventsubscriptions/x/validate?id=1"}}"""
                .formatted(resource, code))
        .with("aeg-event-type", "SubscriptionValidation");
  }

  /** How the CloudEvents schema asks. */
  public static WebhookCall options(String path, String origin) {
    return WebhookCall.of("OPTIONS", path)
        .with("WebHook-Request-Origin", origin)
        .with("WebHook-Request-Rate", "120");
  }

  /** An event in Event Grid's schema. */
  public String event(String type, String id, String data) {
    return """
        {"id":"%s","topic":"%s","subject":"/phonenumber/18335550142","eventType":\
        "Microsoft.Communication.%s","eventTime":"2026-03-03T09:12:47Z","dataVersion":"1.0",\
        "metadataVersion":"1","data":%s}"""
        .formatted(id, resource, type, data);
  }

  /** A CloudEvent. */
  public String cloudEventOf(String type, String id, String data) {
    return """
        {"specversion":"1.0","id":"%s","source":"%s","subject":"/phonenumber/18335550142",\
        "type":"Microsoft.Communication.%s","time":"2026-03-03T09:13:03Z","data":%s}"""
        .formatted(id, resource, type, data);
  }
}
