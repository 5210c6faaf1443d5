package io.parley.simulator.mylink;

/**
 * A state of a message (link-mobility.md §11).
 *
 * @param type such as {@code delivered}
 */
record StatusEvent(String type, int code, String details) {

  static final StatusEvent QUEUED = of(1000);
  static final StatusEvent SENT = of(1001);
  static final StatusEvent DELIVERED = of(2000);

  /** The event of a code; the code's thousand tells the type. */
  static StatusEvent of(int code) {
    String type =
        switch (code / 1000) {
          case 0 -> "accepted";
          case 1 -> code == 1000 ? "queued" : "sent";
          case 2 -> "delivered";
          case 3 -> "rejected";
          case 5 -> "retried";
          default -> "failed";
        };
    return new StatusEvent(type, code, details(code));
  }

  private static String details(int code) {
    return switch (code) {
      case 1 -> "Accepted";
      case 2 -> "Scheduled";
      case 1000 -> "Queued";
      case 1001 -> "Sent";
      case 2000 -> "Delivered";
      case 3002 -> "Invalid sender";
      case 3004 -> "Invalid recipient";
      case 3009 -> "Throttled";
      case 4003 -> "Number blocked";
      case 4007 -> "Not delivered";
      case 4008 -> "Expired";
      case 5000 -> "Retried";
      default -> "Code " + code;
    };
  }
}
