package io.parley.simulator.infobip;

import java.util.Map;

/** Why the network did not deliver, as it stands in reports (infobip.md §5, error object). */
record NetworkError(
    int groupId, String groupName, int id, String name, String description, boolean permanent) {

  static final NetworkError NONE = new NetworkError(0, "OK", 0, "NO_ERROR", "No Error", false);

  private static final Map<Integer, NetworkError> KNOWN =
      Map.ofEntries(
          Map.entry(0, NONE),
          handset(1, "UNKNOWN_SUBSCRIBER", "Unknown subscriber", true),
          handset(5, "UNIDENTIFIED_SUBSCRIBER", "Unidentified subscriber", false),
          handset(6, "ABSENT_SUBSCRIBER_SM", "Absent subscriber", false),
          handset(9, "ILLEGAL_SUBSCRIBER", "Illegal subscriber", true),
          handset(13, "CALL_BARRED", "Call barred", false),
          handset(27, "ABSENT_SUBSCRIBER", "Absent subscriber", false),
          handset(31, "SUBSCRIBER_BUSY_FOR_MT_SMS", "Subscriber busy", false),
          handset(32, "SM_DELIVERY_FAILURE", "Delivery failure", false),
          handset(34, "SYSTEM_FAILURE", "System failure", false),
          operator(255, "UNKNOWN_ERROR", "Unknown error", false),
          operator(351, "INVALID_DESTINATION_ADDRESS", "Invalid destination address", false),
          operator(368, "INVALID_SOURCE_ADDRESS", "Invalid source address", true),
          operator(502, "NO_RESPONSE", "No response", false),
          user(573, "SC_BLOCKED_BY_END_USER", "Blocked by end user", true),
          operator(581, "USER_OUT_OF_CREDIT", "User out of credit", false),
          user(603, "CONTENT_BLOCKED", "Content blocked", true),
          user(604, "CAMPAIGN_BLACKLIST", "Campaign blacklist", true),
          user(2050, "DND", "Do not disturb", true),
          user(2052, "BLACKLISTED_DESTINATIONADDRESS", "Destination blocklisted", true),
          user(2053, "BLACKLISTED_SENDERADDRESS", "Sender blocklisted", true),
          operator(4101, "VALIDITY_EXPIRED", "Validity expired", true));

  /** The error of this id; the network's own, and temporary, for an unknown one. */
  static NetworkError of(int id) {
    NetworkError known = KNOWN.get(id);
    return known == null
        ? new NetworkError(3, "OPERATOR_ERRORS", id, "EC_" + id, "Error " + id, false)
        : known;
  }

  private static Map.Entry<Integer, NetworkError> handset(
      int id, String name, String description, boolean permanent) {
    return Map.entry(
        id, new NetworkError(1, "HANDSET_ERRORS", id, "EC_" + name, description, permanent));
  }

  private static Map.Entry<Integer, NetworkError> user(
      int id, String name, String description, boolean permanent) {
    return Map.entry(
        id, new NetworkError(2, "USER_ERRORS", id, "EC_" + name, description, permanent));
  }

  private static Map.Entry<Integer, NetworkError> operator(
      int id, String name, String description, boolean permanent) {
    return Map.entry(
        id, new NetworkError(3, "OPERATOR_ERRORS", id, "EC_" + name, description, permanent));
  }
}
