package io.parley.channels.infobip;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookReceiver;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.CallerChecks;
import io.parley.channels.wire.ContentTypes;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.StorableText;
import io.parley.events.CustomerSignalled;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Infobip's webhooks: a list of messages, of reports, or of changes in Infobip's blocklist, told
 * apart element by element (providers/infobip.md §3, §5 and §6).
 */
final class InfobipReceiver implements WebhookReceiver {

  private static final String JSON = "application/json";

  @Override
  public Optional<Reception.Refusal> authenticate(
      WebhookRequest request, OpenAccount account, Instant receivedAt) {
    if (!request.method().equals("POST")) {
      return Optional.of(new Reception.Malformed("Infobip calls with POST"));
    }
    String contentType = request.header("Content-Type").orElse("");
    if (!ContentTypes.mediaType(contentType).equals(JSON) || !ContentTypes.isUtf8(contentType)) {
      return Optional.of(new Reception.UnsupportedType("Infobip is to send " + JSON + " in UTF-8"));
    }
    return account
        .optionalSetting(InfobipForm.CALLBACK_ADDRESSES)
        .flatMap(list -> CallerChecks.address(request, list))
        .or(() -> WebhookAuthentication.refusal(request, account));
  }

  @Override
  public Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    JsonNode results = JsonBody.read(request.body()).path("results");
    if (!results.isArray()) {
      return new Reception.NotUnderstood(
          "not a call of Infobip: there is no list of results", WebhookAnswer.OK);
    }
    List<MessageReceived> messages = new ArrayList<>();
    List<ReceiptReceived> receipts = new ArrayList<>();
    List<CustomerSignalled> signals = new ArrayList<>();
    List<Reception.Unread> unread = new ArrayList<>();
    for (JsonNode element : results) {
      switch (element(element, request, account, receivedAt)) {
        case Reception.Understood understood -> {
          messages.addAll(understood.messages());
          receipts.addAll(understood.receipts());
          signals.addAll(understood.signals());
        }
        case Reception.NotUnderstood(String reason, WebhookAnswer answer) ->
            unread.add(new Reception.Unread(reason, alone(element)));
        case Reception.Refusal refusal ->
            unread.add(new Reception.Unread(refusal.reason(), alone(element)));
      }
    }
    return new Reception.Understood(messages, receipts, signals, unread, WebhookAnswer.OK);
  }

  private static Reception element(
      JsonNode element, WebhookRequest request, OpenAccount account, Instant receivedAt) {
    JsonFields fields = new JsonFields(element);
    if (fields.node("status").isObject()) {
      return DeliveryReport.read(fields, account.id(), request.rawQuery(), receivedAt);
    }
    if (fields.peek("event") != null) {
      return BlocklistEvent.read(fields, account, receivedAt);
    }
    if (fields.peek("integrationType") != null) {
      return new Reception.NotUnderstood("a message of another channel than SMS", WebhookAnswer.OK);
    }
    if (fields.node("content").isArray()) {
      return new Reception.NotUnderstood(
          "a message in the form of Infobip's Messages API; let the number forward as MO_JSON_2",
          WebhookAnswer.OK);
    }
    return InboundMessage.read(fields, account, receivedAt);
  }

  private static byte[] alone(JsonNode element) {
    return StorableText.of("{\"results\":[" + element + "]}").getBytes(UTF_8);
  }
}
