package io.parley.channels.azure;

import io.parley.channels.OpenAccount;
import io.parley.channels.wire.StorableText;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message of ours (providers/azure-communication-services.md §4.3 and §5). There
 * is one report for a message, however many parts it had, and none that says it was read.
 */
final class DeliveryReport {

  /** Standing alone: neither within a longer number nor within a word. */
  private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z])[0-9]{4}(?![0-9A-Za-z])");

  private static final String BLOCKED = "sender blocked for given recipient";
  private static final String OPTED_OUT = "4007";
  private static final int MAX_ERROR_TEXT = 1_000;

  private DeliveryReport() {}

  /**
   * Reads it.
   *
   * @throws UnreadableEventException without id, or with a status that is not known
   */
  static ReceiptReceived read(EventElement event, OpenAccount account, Instant receivedAt)
      throws UnreadableEventException {
    EventFields data = new EventFields(event.data());
    String id = data.takeId("messageId");
    if (id == null) {
      throw new UnreadableEventException("a delivery report without messageId");
    }
    String word = data.peek("deliveryStatus");
    String details = data.peek("deliveryStatusDetails");
    String error = isDelivered(word) ? null : details;
    String code = error == null ? null : code(error).orElse(null);
    ReceiptStatus status =
        status(word, code)
            .orElseThrow(
                () ->
                    new UnreadableEventException(
                        "a delivery report whose deliveryStatus is not known"));
    data.drop("deliveryStatus");
    if (error != null) {
      data.drop("deliveryStatusDetails");
    }
    UUID messageId = data.takeOurId("tag");
    return new ReceiptReceived(
        account.id(),
        AzureProvider.NAME,
        id,
        messageId,
        status,
        String.valueOf(word),
        code,
        error == null ? null : StorableText.cut(error, MAX_ERROR_TEXT),
        null,
        event.rest(data),
        receivedAt);
  }

  /** The code in the words that come with a failure, if it is one of the known ones. */
  static Optional<String> code(String details) {
    Matcher matcher = CODE.matcher(details);
    while (matcher.find()) {
      if (AzureErrors.TABLE.entry(matcher.group()).isPresent()) {
        return Optional.of(matcher.group());
      }
    }
    return details.toLowerCase(Locale.ROOT).contains(BLOCKED)
        ? Optional.of(OPTED_OUT)
        : Optional.empty();
  }

  /** What a status with a code means; nothing for a status that is not known. */
  static Optional<ReceiptStatus> status(@Nullable String word, @Nullable String code) {
    return Optional.ofNullable(
        switch (word == null ? "" : word.strip().toLowerCase(Locale.ROOT)) {
          case "delivered" -> ReceiptStatus.DELIVERED;
          case "failed" -> failure(code == null ? "" : code);
          // Only when asked, in a preview of the API.
          case "pending", "unknown" -> ReceiptStatus.SENT;
          default -> null;
        });
  }

  private static ReceiptStatus failure(String code) {
    return switch (code) {
      case "4000", "4001", "4002", "4003", OPTED_OUT, "4009", "4010" -> ReceiptStatus.REJECTED;
      case "4004", "4005", "4006" -> ReceiptStatus.UNDELIVERED;
      // The carrier gives no reports; the message may well have arrived.
      case "5002" -> ReceiptStatus.SENT;
      default -> ReceiptStatus.FAILED;
    };
  }

  private static boolean isDelivered(@Nullable String word) {
    return word != null && word.strip().equalsIgnoreCase("delivered");
  }
}
