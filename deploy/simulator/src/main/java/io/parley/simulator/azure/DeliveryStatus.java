package io.parley.simulator.azure;

import java.util.Map;

/**
 * How a message ended (azure-communication-services.md §5).
 *
 * @param details begins with the code of four digits, or is text alone
 */
record DeliveryStatus(boolean delivered, String details) {

  static final DeliveryStatus DELIVERED = new DeliveryStatus(true, "No error.");

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("2000", "No Error"),
          Map.entry("4000", "message blocked by fraud detection"),
          Map.entry("4001", "invalid source number format"),
          Map.entry("4002", "invalid destination number format"),
          Map.entry("4003", "destination not supported"),
          Map.entry("4004", "destination number does not exist"),
          Map.entry("4005", "blocked by destination carrier"),
          Map.entry("4006", "destination not reachable"),
          Map.entry("4007", "recipient opted out"),
          Map.entry("4008", "quota exceeded"),
          Map.entry("4009", "blocked by Microsoft entitlement"),
          Map.entry("4010", "toll-free number is not verified"),
          Map.entry("4020", "carrier volumetric violation"),
          Map.entry("5000", "message failed, contact support"),
          Map.entry("5001", "temporarily unavailable"),
          Map.entry("5002", "carrier gives no delivery receipts"),
          Map.entry("9999", "unknown error"));

  /** A failure with this code; a word stands for itself, as text without a code. */
  static DeliveryStatus failed(String code) {
    String text = TEXTS.get(code);
    return new DeliveryStatus(false, text == null ? code : code + ": " + text);
  }

  String shown() {
    return delivered ? "Delivered" : "Failed";
  }
}
