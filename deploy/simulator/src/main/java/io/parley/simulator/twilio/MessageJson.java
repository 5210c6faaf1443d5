package io.parley.simulator.twilio;

import io.parley.simulator.provider.Segments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders a message with every member that Twilio has, numbers as text where Twilio has text. */
final class MessageJson {

  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
          .withZone(ZoneOffset.UTC);

  private MessageJson() {}

  static Map<String, @Nullable Object> of(Message message) {
    String uri = Paths.message(message.accountSid(), message.sid());
    boolean whatsApp = message.to().channel() == Channel.WHATSAPP;
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account_sid", message.accountSid());
    json.put("api_version", Paths.VERSION);
    json.put("body", message.body());
    json.put("date_created", date(message.created()));
    json.put("date_sent", date(message.sent()));
    json.put("date_updated", date(message.updated()));
    json.put("direction", message.direction().shown());
    json.put("error_code", message.errorCode());
    json.put("error_message", message.errorMessage());
    Address from = message.from();
    json.put("from", from == null ? null : from.text());
    json.put("messaging_service_sid", message.serviceSid());
    json.put("num_media", String.valueOf(message.mediaCount()));
    json.put("num_segments", String.valueOf(segments(message, whatsApp)));
    json.put("price", null);
    json.put("price_unit", whatsApp ? null : "USD");
    json.put("sid", message.sid());
    json.put("status", message.status().shown());
    json.put("subresource_uris", Map.of("media", uri + "/Media.json"));
    json.put("to", message.to().text());
    json.put("uri", uri + ".json");
    return json;
  }

  static @Nullable String date(@Nullable Instant instant) {
    return instant == null ? null : RFC_2822.format(instant);
  }

  private static int segments(Message message, boolean whatsApp) {
    if (message.status() == MessageStatus.ACCEPTED) {
      return 0;
    }
    return whatsApp ? 1 : Segments.of(message.body());
  }
}
