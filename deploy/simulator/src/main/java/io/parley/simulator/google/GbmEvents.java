package io.parley.simulator.google;

import io.parley.simulator.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of Business Messages as Google writes them (google-business-messages.md §4). */
final class GbmEvents {

  private static final String PICTURE =
      "https://storage.googleapis.com/business-messages-us/1b9d/5f0c/picture.jpg"
          + "?x-goog-algorithm=GOOG4-RSA-SHA256&x-goog-credential=simulator"
          + "&x-goog-date=20240611T083005Z&x-goog-expires=604800&x-goog-signedheaders=host"
          + "&x-goog-signature=5a1c";

  private GbmEvents() {}

  /**
   * The body of an order's webhook.
   *
   * @param text of this message
   * @param requestId left out when empty
   */
  static String of(
      GbmOrder order, String agent, String text, String messageId, String requestId, Instant at) {
    Map<String, Object> event = envelope(agent, requestId, order.conversationId(), order.context());
    String created = at.toString();
    if (order.text() != null || order.image() != null) {
      event.put("message", message(order, text, messageId, created));
    } else if (order.suggestion() != null) {
      event.put("suggestionResponse", suggestion(order, order.suggestion(), created));
    } else if (!order.receipts().isEmpty()) {
      event.put("receipts", receipts(order.conversationId(), order.receipts(), created));
    } else if (order.survey() != null) {
      event.put("surveyResponse", with(order.survey(), "createTime", created));
    } else if (order.authentication() != null) {
      event.put("authenticationResponse", order.authentication());
    } else {
      event.put("userStatus", userStatus(order, created));
    }
    event.put("sendTime", at.toString());
    return written(event);
  }

  /** A receipt for one message: no {@code requestId}, no {@code context}. */
  static String receipt(String agent, String conversationId, GbmOrder.Receipt receipt, Instant at) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("agent", agent);
    event.put("conversationId", conversationId);
    event.put("sendTime", at.toString());
    event.put("receipts", receipts(conversationId, List.of(receipt), at.toString()));
    return written(event);
  }

  static String name(String conversationId, String messageId) {
    return "conversations/" + conversationId + "/messages/" + messageId;
  }

  private static Map<String, Object> envelope(
      String agent,
      String requestId,
      String conversationId,
      @Nullable Map<String, Object> context) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("agent", agent);
    if (!requestId.isEmpty()) {
      event.put("requestId", requestId);
    }
    event.put("conversationId", conversationId);
    if (context != null) {
      event.put("context", context);
    }
    return event;
  }

  private static Map<String, Object> message(
      GbmOrder order, String text, String messageId, String created) {
    String image = order.image();
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageId", messageId);
    message.put("name", name(order.conversationId(), messageId));
    message.put("text", image == null ? text : image.isEmpty() ? PICTURE : image);
    message.put("createTime", created);
    return message;
  }

  private static Map<String, Object> suggestion(
      GbmOrder order, GbmOrder.Suggestion tapped, String created) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("message", name(order.conversationId(), tapped.messageId()));
    response.put("postbackData", tapped.postbackData());
    if (tapped.text() != null) {
      response.put("text", tapped.text());
    }
    response.put("createTime", created);
    response.put(order.fixtureNames() ? "suggestionType" : "type", String.valueOf(tapped.type()));
    return response;
  }

  private static Map<String, Object> receipts(
      String conversationId, List<GbmOrder.Receipt> receipts, String created) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (GbmOrder.Receipt receipt : receipts) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("message", name(conversationId, receipt.messageId()));
      entry.put("receiptType", receipt.type());
      entries.add(entry);
    }
    Map<String, Object> holder = new LinkedHashMap<>();
    holder.put("receipts", entries);
    holder.put("createTime", created);
    return holder;
  }

  private static Map<String, Object> userStatus(GbmOrder order, String created) {
    boolean value = order.liveAgent() || Boolean.TRUE.equals(order.typing());
    Map<String, Object> status = new LinkedHashMap<>();
    status.put(
        order.liveAgent() ? "requestedLiveAgent" : "isTyping",
        order.textBooleans() ? String.valueOf(value) : value);
    status.put("createTime", created);
    return status;
  }

  private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.putIfAbsent(name, value);
    return all;
  }

  /** Google escapes what HTML would take for markup; it can only occur within strings. */
  private static String written(Map<String, Object> event) {
    return Json.write(event)
        .replace("=", "\\u003d")
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e");
  }
}
