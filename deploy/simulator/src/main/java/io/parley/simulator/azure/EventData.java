package io.parley.simulator.azure;

import io.parley.simulator.provider.Segments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The {@code data} of events (azure-communication-services.md §4.2, §4.3). */
final class EventData {

  private static final DateTimeFormatter SEVEN_DIGITS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private EventData() {}

  /** A message; the id of the event is that of the message. */
  static Event received(
      InboundOrder order, String messageId, String text, boolean older, Instant now) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("messageId", messageId);
    data.put("from", withoutPlus(order.from()));
    data.put("to", withoutPlus(order.to()));
    data.put("message", text);
    if (!older) {
      data.put("receivedTimestamp", SEVEN_DIGITS.format(now));
      data.put("segmentCount", Segments.of(text));
    }
    return new Event(
        messageId,
        Event.Type.SMS_RECEIVED,
        "/phonenumber/" + withoutPlus(order.to()),
        now,
        messageId,
        named(data, older));
  }

  /** A delivery report; repeated ones bear the same event id. */
  static Event report(
      String messageId,
      String from,
      String to,
      String text,
      @Nullable String tag,
      DeliveryStatus status,
      boolean older,
      Instant now) {
    int segments = Segments.of(text);
    Map<String, Object> attempt = new LinkedHashMap<>();
    attempt.put("timestamp", SEVEN_DIGITS.format(now));
    attempt.put("segmentsSucceeded", status.delivered() ? segments : 0);
    attempt.put("segmentsFailed", status.delivered() ? 0 : segments);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("messageId", messageId);
    data.put("from", withoutPlus(from));
    data.put("to", to);
    data.put("deliveryStatus", status.shown());
    data.put("deliveryStatusDetails", status.details());
    if (!older) {
      data.put("receivedTimestamp", SEVEN_DIGITS.format(now));
    }
    data.put("deliveryAttempts", List.of(named(attempt, older)));
    if (tag != null) {
      data.put("Tag", tag);
    }
    byte[] seed = (messageId + status.details()).getBytes(StandardCharsets.UTF_8);
    return new Event(
        UUID.nameUUIDFromBytes(seed).toString(),
        Event.Type.SMS_DELIVERY_REPORT_RECEIVED,
        "/phonenumber/" + withoutPlus(from),
        now,
        messageId,
        named(data, older));
  }

  /** Published samples have numbers without plus, except for a report's recipient. */
  private static String withoutPlus(String number) {
    return number.startsWith("+") ? number.substring(1) : number;
  }

  private static Map<String, Object> named(Map<String, Object> data, boolean older) {
    if (!older) {
      return data;
    }
    Map<String, Object> capital = new LinkedHashMap<>();
    data.forEach(
        (name, value) ->
            capital.put(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), value));
    return capital;
  }
}
