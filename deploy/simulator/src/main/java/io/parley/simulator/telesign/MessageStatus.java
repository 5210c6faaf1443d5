package io.parley.simulator.telesign;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Codes that stand for a message's state (telesign.md §6.1) and their form in JSON. */
final class MessageStatus {

  static final int IN_PROGRESS = 290;
  static final int HANDED_TO_GATEWAY = 203;
  static final int DELIVERED = 200;
  static final int INBOUND = 1500;

  private static final Set<Integer> UNDERWAY = Set.of(203, 290, 292, 293, 295);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final Map<Integer, String> DESCRIPTIONS =
      Map.ofEntries(
          Map.entry(200, "Delivered to handset"),
          Map.entry(201, "Delivered to handset, suspicious"),
          Map.entry(203, "Delivered to gateway"),
          Map.entry(207, "Error delivering SMS to handset (reason unknown)"),
          Map.entry(210, "Temporary phone error"),
          Map.entry(211, "Permanent phone error"),
          Map.entry(220, "Gateway/network cannot route message"),
          Map.entry(221, "Message expired before delivery to handset"),
          Map.entry(222, "SMS not supported"),
          Map.entry(229, "Message blocked by customer request"),
          Map.entry(230, "Message blocked by TeleSign"),
          Map.entry(231, "Invalid/unsupported message content"),
          Map.entry(250, "Final status unknown"),
          Map.entry(251, "No delivery receipt received"),
          Map.entry(290, "Message in progress"),
          Map.entry(292, "Queued at gateway"),
          Map.entry(295, "Status delayed"),
          Map.entry(500, "Transaction not attempted"),
          Map.entry(501, "Not authorized"),
          Map.entry(503, "Carrier rejected - temporary problem"),
          Map.entry(504, "Carrier rejected - permanent error"),
          Map.entry(505, "Error on gateway - temporary error"),
          Map.entry(506, "Error on gateway - permanent error"),
          Map.entry(507, "Invalid destination address"),
          Map.entry(508, "Invalid source address"),
          Map.entry(510, "Message blocked by subscriber"),
          Map.entry(511, "Message undelivered due to subscriber's low credit"),
          Map.entry(514, "Subscriber absent"),
          Map.entry(515, "Message suspected spam"),
          Map.entry(521, "Sender ID is not allowed"),
          Map.entry(599, "Status not available"),
          Map.entry(1500, "Delivered to customer"));

  private MessageStatus() {}

  static String description(int code) {
    return DESCRIPTIONS.getOrDefault(code, "Status " + code);
  }

  /** Whether more reports may follow. */
  static boolean isUnderway(int code) {
    return UNDERWAY.contains(code);
  }

  static Map<String, Object> json(int code, String description, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("description", description);
    json.put("updated_on", time(now));
    return json;
  }

  /** RFC 3339 in UTC with microseconds. */
  static String time(Instant instant) {
    return MICROSECONDS.format(instant);
  }
}
