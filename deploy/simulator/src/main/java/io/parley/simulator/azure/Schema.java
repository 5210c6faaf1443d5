package io.parley.simulator.azure;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.simulator.http.Json;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two forms in which events are delivered (azure-communication-services.md §4.1). */
public enum Schema {
  @JsonProperty("eventGrid")
  EVENT_GRID,
  @JsonProperty("cloudEvents")
  CLOUD_EVENTS;

  /**
   * The body of a delivery.
   *
   * @param batched whether batching is on, so that a single CloudEvent stands in a list too
   */
  String body(List<Event> events, String topic, boolean batched) {
    List<Map<String, Object>> all = events.stream().map(e -> envelope(e, topic)).toList();
    boolean alone = this == CLOUD_EVENTS && !batched;
    return Json.write(alone ? all.getFirst() : all);
  }

  String contentType(boolean batched) {
    return switch (this) {
      case EVENT_GRID -> "application/json; charset=utf-8";
      case CLOUD_EVENTS ->
          batched
              ? "application/cloudevents-batch+json; charset=utf-8"
              : "application/cloudevents+json; charset=utf-8";
    };
  }

  private Map<String, Object> envelope(Event event, String topic) {
    String time = event.time().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Object> envelope = new LinkedHashMap<>();
    switch (this) {
      case EVENT_GRID -> {
        envelope.put("id", event.id());
        envelope.put("topic", topic);
        envelope.put("subject", event.subject());
        envelope.put("eventType", event.type().shown());
        envelope.put("eventTime", time);
        envelope.put("dataVersion", "1.0");
        envelope.put("metadataVersion", "1");
      }
      case CLOUD_EVENTS -> {
        envelope.put("specversion", "1.0");
        envelope.put("id", event.id());
        envelope.put("source", topic);
        envelope.put("subject", event.subject());
        envelope.put("type", event.type().shown());
        envelope.put("time", time);
      }
    }
    envelope.put("data", event.data());
    return envelope;
  }
}
