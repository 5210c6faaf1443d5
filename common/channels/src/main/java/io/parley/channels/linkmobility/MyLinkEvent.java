package io.parley.channels.linkmobility;

import io.parley.channels.CallbackUrl;
import io.parley.channels.Correspondents;
import io.parley.channels.CustomerNumbers;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.StorableText;
import io.parley.events.CustomerProfile;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of MyLINK: with a reply it is a message, with a status a receipt (§11). */
final class MyLinkEvent {

  private static final int MAX_TEXT = 1_000;
  private static final int MAX_STATUS = 40;

  private MyLinkEvent() {}

  /** Reads it. */
  static Reception read(
      WebhookRequest request,
      JsonFields fields,
      OpenAccount account,
      LinkSettings settings,
      WebhookAnswer answer,
      Instant receivedAt) {
    String channel = fields.take("channel");
    if (channel != null && !channel.equalsIgnoreCase("sms")) {
      return new Reception.NotUnderstood(
          "an event of the channel " + OwnAddresses.printable(channel), answer);
    }
    if (fields.has("reply")) {
      return message(fields, account, settings, answer, receivedAt);
    }
    if (fields.has("status")) {
      return receipt(request, fields, account, answer, receivedAt);
    }
    return new Reception.NotUnderstood(
        fields.has("resultCode") || fields.has("content")
            ? "a call of the Common API at an account of MyLINK"
            : "an event with neither reply nor status",
        answer);
  }

  private static Reception message(
      JsonFields fields,
      OpenAccount account,
      LinkSettings settings,
      WebhookAnswer answer,
      Instant receivedAt) {
    String id = fields.takeId("eventId");
    if (id == null) {
      return new Reception.NotUnderstood("a message without eventId", answer);
    }
    String recipient = fields.take("recipient");
    Optional<ChannelAddress> ours = LinkAddresses.ours(account, recipient);
    if (ours.isEmpty()) {
      return new Reception.NotUnderstood(OwnAddresses.unknown(recipient), answer);
    }
    Optional<Customer> customer = CustomerNumbers.read(fields.take("reply.sender"), null);
    if (customer.isEmpty()) {
      return new Reception.NotUnderstood("a message without sender", answer);
    }
    String written = fields.takeText("reply.text");
    Keyword keyword = new Keyword(fields.peek("reply.routeKeyword"), false, false);
    Instant sentAt = fields.takeTime("timeStamp");
    return Reception.Understood.message(
        new Correspondents(account, ours.get(), customer.get())
            .wrote(
                LinkProvider.NAME,
                id,
                settings.stripKeyword() ? keyword.stripped(written) : written,
                List.of(),
                CustomerProfile.UNKNOWN,
                keyword.consent(written, settings.stopWords()),
                fields.rest(),
                sentAt,
                receivedAt),
        answer);
  }

  private static Reception receipt(
      WebhookRequest request,
      JsonFields fields,
      OpenAccount account,
      WebhookAnswer answer,
      Instant receivedAt) {
    String id = fields.takeId("status.messageId");
    if (id == null) {
      return new Reception.NotUnderstood("a status without messageId", answer);
    }
    UUID echoed = fields.takeOurId("status.referenceId");
    UUID messageId =
        echoed == null ? CallbackUrl.messageId(request.rawQuery()).orElse(null) : echoed;
    int code = LinkErrors.code(fields, "status.code");
    String type = String.valueOf(fields.take("status.type")).toLowerCase(Locale.ROOT);
    Optional<ReceiptStatus> status = status(type, code);
    if (status.isEmpty()) {
      return Reception.Understood.nothing(answer);
    }
    boolean bad = status.get().isFailure();
    if (bad) {
      fields.take("status.code");
    }
    return Reception.Understood.receipt(
        new ReceiptReceived(
            account.id(),
            LinkProvider.NAME,
            id,
            messageId,
            status.get(),
            StorableText.cut(type, MAX_STATUS),
            bad && code >= 0 ? LinkErrors.MYLINK + code : null,
            bad ? cut(fields.take("status.details")) : null,
            null,
            fields.rest(),
            receivedAt),
        answer);
  }

  /** By its type; a type that nobody knows goes by the thousand of its code. */
  static Optional<ReceiptStatus> status(String type, int code) {
    return Optional.ofNullable(
        switch (type) {
          case "accepted" -> ReceiptStatus.ACCEPTED;
          case "queued", "retried" -> ReceiptStatus.QUEUED;
          case "sent" -> ReceiptStatus.SENT;
          case "delivered" -> ReceiptStatus.DELIVERED;
          case "read" -> ReceiptStatus.READ;
          case "failed" -> failed(code);
          case "rejected" -> ReceiptStatus.REJECTED;
          case "typing" -> null;
          default -> byCode(code);
        });
  }

  private static @Nullable ReceiptStatus byCode(int code) {
    return switch (code) {
      case 1, 2 -> ReceiptStatus.ACCEPTED;
      case 1000, 5000 -> ReceiptStatus.QUEUED;
      case 1001 -> ReceiptStatus.SENT;
      default ->
          switch (code / 1000) {
            case 2 -> ReceiptStatus.DELIVERED;
            case 3 -> ReceiptStatus.REJECTED;
            case 4 -> failed(code);
            default -> null;
          };
    };
  }

  private static ReceiptStatus failed(int code) {
    return switch (code) {
      case 4003, 4004, 4007, 4008, 4009 -> ReceiptStatus.UNDELIVERED;
      default -> ReceiptStatus.FAILED;
    };
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null ? null : StorableText.cut(text, MAX_TEXT);
  }
}
