package io.parley.channels.infobip;

import io.parley.channels.CallbackUrl;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.ErrorTable;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.MessageIds;
import io.parley.channels.wire.StorableText;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a message of ours (providers/infobip.md §5). */
final class DeliveryReport {

  private static final int LONGEST_STATUS = 100;
  private static final int LONGEST_ERROR_TEXT = 1_000;
  private static final int REJECTED_GROUP = 5;

  private DeliveryReport() {}

  /**
   * Reads it. We give Infobip our id as the message's id and, once more, as data to be given back.
   *
   * @param rawQuery of the URL it came to, which has our id for the third time
   */
  static Reception read(
      JsonFields fields, UUID accountId, @Nullable String rawQuery, Instant receivedAt) {
    String providerId = fields.takeId("messageId");
    UUID messageId = messageId(fields, providerId, rawQuery);
    if (providerId == null && messageId == null) {
      return notUnderstood("a report that does not say about which message");
    }
    MessageStatus status = MessageStatus.of(fields);
    Optional<ReceiptStatus> meaning = status.meaning();
    if (meaning.isEmpty()) {
      return notUnderstood("a report with an unknown status and an unknown group");
    }
    String errorCode = status.isFailure() ? errorCode(fields, status) : null;
    String errorText = errorCode == null ? null : errorText(fields, errorCode);
    String name = status.name() == null ? status.code() : status.name();
    fields.drop("status.name", "status.id", "status.groupId", "status.groupName");
    return Reception.Understood.receipt(
        new ReceiptReceived(
            accountId,
            InfobipProvider.NAME,
            providerId == null ? String.valueOf(messageId) : providerId,
            messageId,
            meaning.get(),
            StorableText.cut(name, LONGEST_STATUS),
            errorCode,
            errorText,
            null,
            fields.rest(),
            receivedAt),
        WebhookAnswer.OK);
  }

  private static @Nullable UUID messageId(
      JsonFields fields, @Nullable String providerId, @Nullable String rawQuery) {
    UUID given = MessageIds.ours(providerId);
    if (given != null) {
      return given;
    }
    UUID echoed = MessageIds.ours(fields.peek("callbackData"));
    return echoed == null ? CallbackUrl.messageId(rawQuery).orElse(null) : echoed;
  }

  /**
   * The network's error says most, unless Infobip itself rejected the message; and the customer's
   * refusal is never passed over.
   */
  private static String errorCode(JsonFields fields, MessageStatus status) {
    Integer id = fields.wholeNumber("error.id");
    if (id == null || id <= 0) {
      return status.code();
    }
    boolean optedOut =
        InfobipErrors.TABLE.entry("error:" + id).map(ErrorTable.Entry::optedOut).orElse(false);
    boolean rejected =
        status.group() != null
            && status.group() == REJECTED_GROUP
            && InfobipErrors.TABLE.entry(status.code()).isPresent();
    return rejected && !optedOut
        ? status.code()
        : InfobipErrors.networkError(id, permanent(fields));
  }

  private static @Nullable Boolean permanent(JsonFields fields) {
    return fields.node("error.permanent").isBoolean()
        ? fields.node("error.permanent").booleanValue()
        : null;
  }

  private static @Nullable String errorText(JsonFields fields, String errorCode) {
    String text =
        fields.take(errorCode.startsWith("error:") ? "error.description" : "status.description");
    return text == null ? null : StorableText.cut(text, LONGEST_ERROR_TEXT);
  }

  private static Reception notUnderstood(String reason) {
    return new Reception.NotUnderstood(reason, WebhookAnswer.OK);
  }
}
