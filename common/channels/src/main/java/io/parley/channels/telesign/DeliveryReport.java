package io.parley.channels.telesign;

import io.parley.channels.CallbackUrl;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.StorableText;
import io.parley.events.MessagePart;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a message of ours (providers/telesign.md §6). */
final class DeliveryReport {

  private static final int LONGEST_ERROR_TEXT = 1_000;

  private DeliveryReport() {}

  /**
   * Reads it.
   *
   * @param rawQuery of the URL it came to, which has our message id where TeleSign forgets it
   */
  static Reception read(
      JsonFields fields, UUID accountId, @Nullable String rawQuery, Instant receivedAt) {
    Integer number = fields.wholeNumber("status.code");
    String referenceId = fields.takeId("reference_id");
    if (referenceId == null || number == null) {
      return notUnderstood("a delivery report without reference_id or status.code");
    }
    StatusCode code = new StatusCode(number);
    Optional<ReceiptStatus> status = code.meaning();
    if (status.isEmpty()) {
      return notUnderstood("a delivery report with the unknown status code " + number);
    }
    boolean hasReason = code.isFailure() || code.isUnconfirmed();
    UUID messageId = messageId(fields, rawQuery);
    MessagePart part = part(fields);
    String errorText = hasReason ? fields.take("status.description") : null;
    fields.drop("status.code");
    return Reception.Understood.receipt(
        new ReceiptReceived(
            accountId,
            TelesignProvider.NAME,
            referenceId,
            messageId,
            status.get(),
            code.isUnconfirmed() ? number + " (unconfirmed)" : number.toString(),
            hasReason ? number.toString() : null,
            errorText == null ? null : StorableText.cut(errorText, LONGEST_ERROR_TEXT),
            part,
            fields.rest(),
            receivedAt),
        WebhookAnswer.OK);
  }

  private static @Nullable UUID messageId(JsonFields fields, @Nullable String rawQuery) {
    UUID echoed = fields.takeOurId("external_id");
    return echoed == null ? CallbackUrl.messageId(rawQuery).orElse(null) : echoed;
  }

  private static @Nullable MessagePart part(JsonFields fields) {
    Integer number = fields.wholeNumber("additional_info.message_part_sequence_number");
    Integer of = fields.wholeNumber("additional_info.message_parts_count");
    if (number == null || of == null || number < 1 || of < number) {
      return null;
    }
    fields.drop(
        "additional_info.message_part_sequence_number", "additional_info.message_parts_count");
    return new MessagePart(number, of);
  }

  private static Reception notUnderstood(String reason) {
    return new Reception.NotUnderstood(reason, WebhookAnswer.OK);
  }
}
