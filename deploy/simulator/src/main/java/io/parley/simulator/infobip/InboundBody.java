package io.parley.simulator.infobip;

import io.parley.simulator.http.Fields;
import io.parley.simulator.provider.Segments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inbound messages in the formats {@code MO_JSON_2} and {@code MO_MMS_2} (infobip.md §3). */
final class InboundBody {

  private InboundBody() {}

  /** The list around messages, even if there is only one. */
  static Map<String, Object> wrapped(List<Map<String, @Nullable Object>> results, int pending) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("results", results);
    body.put("messageCount", results.size());
    body.put("pendingMessageCount", pending);
    return body;
  }

  static Map<String, @Nullable Object> entry(
      InboundOrder order, String messageId, String text, Dates dates, Instant now) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("messageId", messageId);
    entry.put("from", order.from());
    entry.put("to", order.to());
    if (order.media().isEmpty()) {
      putText(entry, order, text);
    } else {
      entry.put("message", segments(order, text));
    }
    entry.put("receivedAt", dates.of(now));
    if (order.media().isEmpty()) {
      entry.put("smsCount", Segments.of(text));
    }
    Map<String, Object> price = new LinkedHashMap<>();
    price.put("pricePerMessage", 0);
    price.put("currency", "EUR");
    entry.put("price", price);
    if (order.callbackData() != null) {
      entry.put("callbackData", order.callbackData());
    }
    return entry;
  }

  private static void putText(
      Map<String, @Nullable Object> entry, InboundOrder order, String text) {
    String keyword = Fields.orElse(order.keyword(), "");
    entry.put("text", text);
    entry.put(
        "cleanText",
        text.startsWith(keyword) ? text.substring(keyword.length()).stripLeading() : text);
    if (order.keyword() != null) {
      entry.put("keyword", keyword);
    }
  }

  private static List<Map<String, String>> segments(InboundOrder order, String text) {
    List<Map<String, String>> segments = new ArrayList<>();
    if (!text.isEmpty()) {
      segments.add(segment("text/plain", "value", text));
    }
    for (InboundOrder.Media media : order.media()) {
      segments.add(segment(media.contentType(), "url", media.url()));
    }
    return segments;
  }

  private static Map<String, String> segment(String contentType, String name, String value) {
    Map<String, String> segment = new LinkedHashMap<>();
    segment.put("contentType", contentType);
    segment.put(name, value);
    return segment;
  }
}
