package io.parley.channels.twilio;

import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.StorableText;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A status callback: what became of a message of ours (providers/twilio-sms.md §5). */
final class StatusReport {

  private static final Set<String> INBOUND = Set.of("receiving", "received");
  private static final String OPTED_OUT = "21610";
  private static final int MAX_STATUS = 40;
  private static final int MAX_ERROR_CODE = 20;
  private static final int MAX_ERROR_TEXT = 1_000;

  private StatusReport() {}

  /** Whether a call reports on a message of ours, going by what it says and not where it came. */
  static boolean isOne(FormFields fields) {
    String status = status(fields);
    return status != null && !INBOUND.contains(status);
  }

  /** Reads it. A status that Parley does not know means nothing and is acknowledged. */
  static Reception read(
      FormFields fields, UUID accountId, @Nullable UUID messageId, Instant receivedAt) {
    String sid = MessageSid.take(fields);
    if (sid == null) {
      return new Reception.NotUnderstood(
          "a status report without MessageSid", WebhookAnswer.NO_CONTENT);
    }
    String word = StorableText.cut(String.valueOf(status(fields)), MAX_STATUS);
    String errorCode = errorCode(fields);
    Optional<ReceiptStatus> status = meaning(word, errorCode);
    if (status.isEmpty()) {
      return new Reception.Understood(List.of(), List.of(), WebhookAnswer.NO_CONTENT);
    }
    fields.drop("MessageStatus", "SmsStatus", "AccountSid");
    ReceiptReceived receipt =
        new ReceiptReceived(
            accountId,
            TwilioProvider.NAME,
            sid,
            messageId,
            status.get(),
            word,
            errorCode,
            errorText(fields, word),
            null,
            fields.rest(),
            receivedAt);
    return new Reception.Understood(List.of(), List.of(receipt), WebhookAnswer.NO_CONTENT);
  }

  private static Optional<ReceiptStatus> meaning(String word, @Nullable String errorCode) {
    if (OPTED_OUT.equals(errorCode)) {
      return Optional.of(ReceiptStatus.REJECTED);
    }
    return Optional.ofNullable(
        switch (word) {
          case "accepted", "scheduled" -> ReceiptStatus.ACCEPTED;
          case "queued", "sending" -> ReceiptStatus.QUEUED;
          case "sent" -> ReceiptStatus.SENT;
          case "delivered", "partially_delivered" -> ReceiptStatus.DELIVERED;
          case "read" -> ReceiptStatus.READ;
          case "undelivered" -> ReceiptStatus.UNDELIVERED;
          case "failed", "canceled" -> ReceiptStatus.FAILED;
          default -> null;
        });
  }

  private static @Nullable String status(FormFields fields) {
    String status = fields.peek("MessageStatus");
    if (status == null) {
      status = fields.peek("SmsStatus");
    }
    return status == null ? null : status.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String errorCode(FormFields fields) {
    String code = fields.peek("ErrorCode");
    if (code == null || code.strip().length() > MAX_ERROR_CODE) {
      return null;
    }
    fields.drop("ErrorCode");
    return code.strip();
  }

  private static @Nullable String errorText(FormFields fields, String word) {
    for (String name : List.of("ErrorMessage", "ChannelStatusMessage")) {
      if (fields.peek(name) != null) {
        return StorableText.cut(fields.takeText(name), MAX_ERROR_TEXT);
      }
    }
    return word.equals("canceled") ? "cancelled by the sender" : null;
  }
}
