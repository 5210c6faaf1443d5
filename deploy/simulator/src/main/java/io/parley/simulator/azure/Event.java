package io.parley.simulator.azure;

import java.time.Instant;
import java.util.Map;

/**
 * Something that subscribers are told.
 *
 * @param messageId the message that it is about
 */
record Event(
    String id,
    Type type,
    String subject,
    Instant time,
    String messageId,
    Map<String, Object> data) {

  /** The events of SMS. */
  enum Type {
    SMS_RECEIVED("Microsoft.Communication.SMSReceived"),
    SMS_DELIVERY_REPORT_RECEIVED("Microsoft.Communication.SMSDeliveryReportReceived");

    private final String shown;

    Type(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }
}
