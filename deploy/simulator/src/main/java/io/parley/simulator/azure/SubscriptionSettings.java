package io.parley.simulator.azure;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event subscription with a web hook (azure-communication-services.md §4).
 *
 * @param endpoint with the secret in its query, if that is how deliveries are known
 * @param events all when empty
 * @param headers static delivery headers, at most ten
 * @param entra deliveries carry a token
 * @param maxEventsPerBatch batching is on above 1
 * @param batchWindowMs events wait so long for each other when batching is on
 * @param maxAttempts 1 to 30; 30 when 0
 * @param handshake whether the endpoint must prove that it wants events; automatic when absent
 * @param repetition Event Grid's pauses when absent
 */
public record SubscriptionSettings(
    Endpoint endpoint,
    @Nullable Schema schema,
    List<Kind> events,
    Map<String, String> headers,
    @Nullable Entra entra,
    int maxEventsPerBatch,
    int batchWindowMs,
    int maxAttempts,
    @Nullable Handshake handshake,
    @Nullable Repetition repetition) {

  /** Event types that can be chosen. */
  public enum Kind {
    @JsonProperty("smsReceived")
    SMS_RECEIVED,
    @JsonProperty("smsDeliveryReportReceived")
    SMS_DELIVERY_REPORT_RECEIVED
  }

  /** What happens when the subscription is created or updated. */
  public enum Handshake {
    /** The code of the event or the answer to OPTIONS counts. */
    AUTOMATIC,
    /** The callback form: an address is given that the endpoint's owner calls later. */
    MANUAL,
    /** None; the endpoint is trusted. */
    NONE
  }

  /**
   * Entra ID protection.
   *
   * @param tenantId whose token it is
   * @param audience application id or App ID URI
   * @param version of the token: 1 or 2, which is the default
   */
  public record Entra(String tenantId, String audience, int version) {
    public Entra {
      Fields.matching(tenantId, "[0-9A-Za-z.-]{3,100}", "tenantId");
      Fields.required(audience, "audience");
      version = Fields.between(version == 0 ? 2 : version, 1, 2, "version");
    }
  }

  public SubscriptionSettings {
    Fields.required(endpoint, "endpoint");
    schema = Fields.orElse(schema, Schema.EVENT_GRID);
    events = Fields.listOrEmpty(events);
    headers = Fields.mapOrEmpty(headers);
    Fields.between(headers.size(), 0, 10, "headers");
    maxEventsPerBatch =
        Fields.between(
            maxEventsPerBatch == 0 ? 1 : maxEventsPerBatch, 1, 5_000, "maxEventsPerBatch");
    batchWindowMs =
        Fields.between(batchWindowMs == 0 ? 50 : batchWindowMs, 1, 60_000, "batchWindowMs");
    maxAttempts = Fields.between(maxAttempts == 0 ? 30 : maxAttempts, 1, 30, "maxAttempts");
    handshake = Fields.orElse(handshake, Handshake.AUTOMATIC);
    repetition = Fields.orElse(repetition, Repetition.REAL);
  }

  /** All events, in this form, to an endpoint that is trusted. */
  public static SubscriptionSettings of(Endpoint endpoint, Schema schema, Repetition repetition) {
    return new SubscriptionSettings(
        endpoint, schema, List.of(), Map.of(), null, 1, 1, 0, Handshake.NONE, repetition);
  }

  boolean wants(Event.Type type) {
    return events.isEmpty() || events.contains(Kind.valueOf(type.name()));
  }

  boolean isBatched() {
    return maxEventsPerBatch > 1;
  }
}
