package io.parley.simulator.infobip;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A state of a message as it stands in answers and reports (infobip.md §5). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SmsStatus(
    int groupId,
    String groupName,
    int id,
    String name,
    String description,
    @Nullable String action) {

  private static final Map<Integer, SmsStatus> KNOWN =
      Stream.of(
              pending(26, "PENDING_ACCEPTED", "Message sent to next instance"),
              pending(7, "PENDING_ENROUTE", "Message sent to next instance"),
              pending(3, "PENDING_WAITING_DELIVERY", "Message sent, waiting for delivery report"),
              undeliverable(4, "UNDELIVERABLE_REJECTED_OPERATOR", "Message rejected by operator"),
              undeliverable(9, "UNDELIVERABLE_NOT_DELIVERED", "Message sent not delivered"),
              undeliverable(31, "UNDELIVERABLE_NOT_SENT", "Message not sent"),
              new SmsStatus(
                  3,
                  "DELIVERED",
                  2,
                  "DELIVERED_TO_OPERATOR",
                  "Message delivered to operator",
                  null),
              new SmsStatus(
                  3, "DELIVERED", 5, "DELIVERED_TO_HANDSET", "Message delivered to handset", null),
              new SmsStatus(4, "EXPIRED", 15, "EXPIRED_EXPIRED", "Message expired", null),
              new SmsStatus(
                  4,
                  "EXPIRED",
                  29,
                  "EXPIRED_DLR_UNKNOWN",
                  "No delivery report from operator",
                  null),
              rejected(6, "REJECTED_NETWORK", "Network is forbidden", "Contact account manager"),
              rejected(8, "REJECTED_PREFIX_MISSING", "Number prefix missing", "Add prefix"),
              rejected(10, "REJECTED_DND", "Do not disturb list", null),
              rejected(11, "REJECTED_SOURCE", "Invalid source address", "Register the sender"),
              rejected(12, "REJECTED_NOT_ENOUGH_CREDITS", "Not enough credits", "Top up account"),
              rejected(13, "REJECTED_SENDER", "Sender blocklisted", "Remove sender from blocklist"),
              rejected(
                  14,
                  "REJECTED_DESTINATION_BLOCKLISTED",
                  "Destination blocklisted",
                  "Remove destination from blocklist"),
              rejected(17, "REJECTED_PREPAID_PACKAGE_EXPIRED", "Prepaid package expired", null),
              rejected(
                  18, "REJECTED_DESTINATION_NOT_REGISTERED", "Destination not registered", null),
              rejected(19, "REJECTED_ROUTE_NOT_AVAILABLE", "Route not available", null),
              rejected(20, "REJECTED_FLOODING_FILTER", "Rejected flooding", "Wait an hour"),
              rejected(21, "REJECTED_SYSTEM_ERROR", "System error", "Retry"),
              rejected(23, "REJECTED_DUPLICATE_MESSAGE_ID", "Duplicate message ID", null),
              rejected(24, "REJECTED_INVALID_UDH", "Invalid UDH", null),
              rejected(25, "REJECTED_MESSAGE_TOO_LONG", "Message too long", "Shorten message"),
              rejected(51, "REJECTED_MISSING_TO", "Missing TO", null),
              rejected(52, "REJECTED_DESTINATION", "Invalid destination address", null),
              rejected(87, "REJECTED_SIGNALS_BLOCKED", "Blocked by Signals", null))
          .collect(Collectors.toUnmodifiableMap(SmsStatus::id, Function.identity()));

  static final SmsStatus ACCEPTED = of(26);
  static final SmsStatus DUPLICATE_ID = of(23);
  static final SmsStatus EN_ROUTE = of(7);
  static final SmsStatus DELIVERED_TO_OPERATOR = of(2);
  static final SmsStatus DELIVERED = of(5);

  /** The status of this id; group 5 for an unknown one. */
  static SmsStatus of(int id) {
    SmsStatus known = KNOWN.get(id);
    return known == null ? rejected(id, "REJECTED_" + id, "Rejected", null) : known;
  }

  SmsStatus described(String text) {
    return new SmsStatus(groupId, groupName, id, name, text, action);
  }

  boolean isAccepted() {
    return groupId == 1 || groupId == 3;
  }

  /** Whether another report may follow. */
  boolean isIntermediate() {
    return groupId == 1 || id == 2;
  }

  private static SmsStatus pending(int id, String name, String description) {
    return new SmsStatus(1, "PENDING", id, name, description, null);
  }

  private static SmsStatus undeliverable(int id, String name, String description) {
    return new SmsStatus(2, "UNDELIVERABLE", id, name, description, null);
  }

  private static SmsStatus rejected(
      int id, String name, String description, @Nullable String action) {
    return new SmsStatus(5, "REJECTED", id, name, description, action);
  }
}
