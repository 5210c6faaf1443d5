package io.parley.simulator.telesign;

import io.parley.simulator.http.Json;
import io.parley.simulator.provider.Segments;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Body of a delivery report (telesign.md §6). */
final class ReportBody {

  private ReportBody() {}

  static String of(Message message, int code, boolean partReferences, Instant now) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("reference_id", message.referenceId());
    body.put("status", MessageStatus.json(code, MessageStatus.description(code), now));
    body.put("submit_timestamp", MessageStatus.time(message.submitted()));
    body.put("external_id", message.draft().externalId());
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("mcc", "310");
    info.put("mnc", "260");
    info.put("price", "0.0071");
    info.put("currency", "USD");
    info.putAll(parts(message, partReferences));
    body.put("additional_info", info);
    return Json.write(body);
  }

  /** How many parts there are and, if wanted, their ids. */
  static Map<String, Object> parts(Message message, boolean withReferences) {
    int count = Segments.of(message.draft().text());
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("message_parts_count", count);
    if (withReferences && count > 1) {
      parts.put(
          "message_parts_reference_ids",
          IntStream.rangeClosed(1, count)
              .mapToObj(part -> References.ofPart(message.referenceId(), part))
              .collect(Collectors.joining(",")));
    }
    return parts;
  }
}
