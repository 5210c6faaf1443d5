package io.parley.simulator.telesign;

import io.parley.simulator.http.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Body of an inbound message (telesign.md §4). */
final class InboundBody {

  private static final Set<String> STOP_WORDS =
      Set.of("stop", "end", "quit", "cancel", "unsubscribe", "arret", "arrêt");

  private InboundBody() {}

  /**
   * The body as it is sent and signed.
   *
   * @param submitted when the customer sent the message
   * @param now when TeleSign hands it on
   */
  static String of(
      InboundOrder order,
      String referenceId,
      String text,
      boolean keywords,
      Instant submitted,
      Instant now) {
    Map<String, @Nullable Object> status = new LinkedHashMap<>();
    status.put("updated_on", MessageStatus.time(now));
    status.put("code", MessageStatus.INBOUND);
    status.put("description", MessageStatus.description(MessageStatus.INBOUND));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("reference_id", referenceId);
    body.put("sub_resource", order.media().isEmpty() ? "mo_sms" : "mo_mms");
    body.put("errors", order.olderForm() ? List.of() : Map.of());
    body.put("status", status);
    body.put("submit_timestamp", MessageStatus.time(submitted));
    body.put("user_response", response(order, text, keywords));
    return Json.write(body);
  }

  private static Map<String, @Nullable Object> response(
      InboundOrder order, String text, boolean keywords) {
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("phone_number", order.from());
    response.put("sender_id", order.to());
    response.put("iso_country_code", order.country());
    if (order.media().isEmpty()) {
      response.put("mo_message", text);
    } else {
      response.put("subject", "");
      response.put("content", content(order.media(), text));
    }
    if (keywords) {
      String action = action(text);
      response.put("action", action);
      response.put(
          "keyword", action.equals("generic") ? "" : text.strip().toLowerCase(Locale.ROOT));
    }
    return response;
  }

  private static Map<String, Object> content(List<String> media, String text) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("text_1", text);
    for (int i = 0; i < media.size(); i++) {
      content.put("url_image_" + (i + 1), media.get(i));
    }
    return content;
  }

  private static String action(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (STOP_WORDS.contains(word)) {
      return "stop";
    }
    return word.equals("start") || word.equals("help") ? word : "generic";
  }
}
