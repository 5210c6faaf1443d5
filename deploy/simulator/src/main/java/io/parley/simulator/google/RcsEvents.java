package io.parley.simulator.google;

import io.parley.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of RCS as Google writes them (google-business-messages.md part II). */
final class RcsEvents {

  private RcsEvents() {}

  /** What is signed and then wrapped. */
  static String message(RcsOrder order, String agentId, String text, String id, Instant at) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("senderPhoneNumber", order.from());
    event.put("messageId", id);
    event.put("sendTime", at.toString());
    if (order.userFile() != null) {
      event.put("userFile", Map.of("payload", payload(order.userFile())));
    } else if (order.location() != null) {
      event.put("location", order.location());
    } else if (order.suggestion() != null) {
      event.put("suggestionResponse", order.suggestion());
    } else {
      event.put("text", text);
    }
    event.put("agentId", agentId);
    return Json.write(event);
  }

  /** A user's or the server's event; {@code messageId} is left out when null. */
  static String event(
      RcsOrder.EventType type,
      String phone,
      @Nullable String messageId,
      String eventId,
      String agentId,
      Instant at) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put(type.isOfServer() ? "phoneNumber" : "senderPhoneNumber", phone);
    event.put("eventType", type.name());
    event.put("eventId", eventId);
    if (messageId != null) {
      event.put("messageId", messageId);
    }
    event.put("agentId", agentId);
    event.put("sendTime", at.toString());
    return Json.write(event);
  }

  /** The Pub/Sub push around an event. */
  static String wrapped(
      String event, boolean isMessage, String word, String agentId, String id, Instant at) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("business_id", agentId + "@rbm.goog");
    attributes.put(isMessage ? "message_type" : "event_type", word);
    attributes.put("product", "RBM");
    attributes.put("type", isMessage ? "message" : "event");
    attributes.put("project_number", "55120087");
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("attributes", attributes);
    message.put("data", Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8)));
    message.put("messageId", id);
    message.put("message_id", id);
    message.put("publishTime", at.toString());
    message.put("publish_time", at.toString());
    Map<String, Object> push = new LinkedHashMap<>();
    push.put("message", message);
    push.put("subscription", "projects/rbm-demo/subscriptions/rbm-sub");
    return Json.write(push);
  }

  static String wordFor(RcsOrder order) {
    if (order.userFile() != null) {
      return "USER_FILE";
    }
    if (order.location() != null) {
      return "LOCATION";
    }
    return order.suggestion() != null ? "SUGGESTION_RESPONSE" : "TEXT";
  }

  private static Map<String, Object> payload(RcsOrder.UserFile file) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("mimeType", file.mimeType());
    payload.put("fileSizeBytes", file.fileSizeBytes());
    payload.put("fileUri", file.fileUri());
    if (file.fileName() != null) {
      payload.put("fileName", file.fileName());
    }
    return payload;
  }
}
