package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.Attributes;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.MessageIds;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Receipts of Business Messages, several in one call (providers/google-business-messages.md §4 and
 * §6). They go by the message alone: the agent may no longer be an address of the account.
 */
final class Receipts {

  private static final String LIST = "receipts";

  private Receipts() {}

  /** Reads the entries one by one. A call with nothing but one unreadable entry is kept whole. */
  static Reception read(JsonNode body, OpenAccount account, Instant receivedAt) {
    JsonNode entries = body.path(LIST).path(LIST);
    if (entries.isEmpty()) {
      return GoogleReceiver.notUnderstood("receipts without a list of them");
    }
    List<ReceiptReceived> receipts = new ArrayList<>();
    List<Reception.Unread> unread = new ArrayList<>();
    for (JsonNode entry : entries) {
      Optional<ReceiptReceived> receipt = receipt(entry, body, account, receivedAt);
      receipt.ifPresentOrElse(
          receipts::add,
          () ->
              unread.add(
                  new Reception.Unread(
                      "a receipt without message or with an unknown type", alone(entry, body))));
    }
    if (entries.size() == 1 && receipts.isEmpty()) {
      return GoogleReceiver.notUnderstood("a receipt without message or with an unknown type");
    }
    return new Reception.Understood(List.of(), receipts, List.of(), unread, WebhookAnswer.OK);
  }

  private static Optional<ReceiptReceived> receipt(
      JsonNode entry, JsonNode body, OpenAccount account, Instant receivedAt) {
    JsonFields fields = new JsonFields(entry);
    Optional<String> message = EventIds.last(fields.peek("message"));
    String type = fields.take("receiptType");
    Optional<ReceiptStatus> status = status(type == null ? "" : type);
    if (message.isEmpty() || status.isEmpty()) {
      return Optional.empty();
    }
    fields.drop("message");
    JsonFields envelope = new JsonFields(body);
    envelope.drop(LIST + "." + LIST);
    Attributes rest = new Attributes();
    fields.restTo(rest);
    envelope.restTo(rest);
    return Optional.of(
        new ReceiptReceived(
            account.id(),
            GoogleProvider.NAME,
            message.get(),
            MessageIds.ours(message.get()),
            status.get(),
            status.get().name(),
            null,
            null,
            null,
            rest.asMap(),
            receivedAt));
  }

  private static Optional<ReceiptStatus> status(String type) {
    return Optional.ofNullable(
        switch (type) {
          case "DELIVERED" -> ReceiptStatus.DELIVERED;
          case "READ" -> ReceiptStatus.READ;
          default -> null;
        });
  }

  private static byte[] alone(JsonNode entry, JsonNode body) {
    ObjectNode call = body.deepCopy();
    ((ObjectNode) call.path(LIST)).putArray(LIST).add(entry);
    return call.toString().getBytes(StandardCharsets.UTF_8);
  }
}
