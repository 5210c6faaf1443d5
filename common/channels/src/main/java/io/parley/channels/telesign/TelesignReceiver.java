package io.parley.channels.telesign;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookReceiver;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.ContentTypes;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.ProviderTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * TeleSign's callbacks. Messages and reports come to the same URL and are told apart by what they
 * say (providers/telesign.md §2). TeleSign counts nothing but 200 as success.
 */
final class TelesignReceiver implements WebhookReceiver {

  /**
   * How long after a customer sent it a message may arrive. A callback has no time stamp of its own
   * and could be repeated by anybody who once saw it; TeleSign itself gives up after a minute.
   */
  private static final Duration OLDEST_MESSAGE = Duration.ofDays(1);

  private static final String JSON = "application/json";
  private static final String MESSAGE = "mo_sms";

  /** What customers send through TeleSign's omnichannel product. */
  private static final String OTHER_MESSAGE = "mo_";

  @Override
  public Optional<Reception.Refusal> authenticate(
      WebhookRequest request, OpenAccount account, Instant receivedAt) {
    if (!request.method().equals("POST")) {
      return Optional.of(new Reception.Malformed("TeleSign calls with POST"));
    }
    String contentType = request.header("Content-Type").orElse("");
    if (!ContentTypes.mediaType(contentType).equals(JSON) || !ContentTypes.isUtf8(contentType)) {
      return Optional.of(new Reception.UnsupportedType("TeleSign sends " + JSON + " in UTF-8"));
    }
    return CallbackSignature.refusal(request, account)
        .<Reception.Refusal>map(Reception.NotAuthentic::new)
        .or(() -> old(request, receivedAt));
  }

  @Override
  public Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    JsonFields fields = new JsonFields(JsonBody.read(request.body()));
    if (!fields.node("status").isObject() && !fields.node("user_response").isObject()) {
      return new Reception.NotUnderstood(
          "neither a message nor a delivery report of TeleSign", WebhookAnswer.OK);
    }
    String kind = kind(fields);
    if (kind != null && kind.startsWith(OTHER_MESSAGE) && !kind.equals(MESSAGE)) {
      return new Reception.NotUnderstood(
          "a message of TeleSign's omnichannel product, which is not text (sub_resource mo_…)",
          WebhookAnswer.OK);
    }
    return isMessage(fields)
        ? InboundSms.read(fields, account, receivedAt)
        : DeliveryReport.read(fields, account.id(), request.rawQuery(), receivedAt);
  }

  private static Optional<Reception.Refusal> old(WebhookRequest request, Instant receivedAt) {
    JsonFields fields = new JsonFields(JsonBody.read(request.body()));
    Instant sent = ProviderTime.parse(fields.peek("submit_timestamp"));
    return isMessage(fields) && sent != null && sent.isBefore(receivedAt.minus(OLDEST_MESSAGE))
        ? Optional.of(
            new Reception.NotAuthentic(
                "the message was sent at " + sent + ": somebody repeats an old call"))
        : Optional.empty();
  }

  private static boolean isMessage(JsonFields fields) {
    Integer code = fields.wholeNumber("status.code");
    return MESSAGE.equals(kind(fields)) || (code != null && code == StatusCode.INBOUND);
  }

  private static @Nullable String kind(JsonFields fields) {
    String kind = fields.peek("sub_resource");
    return kind == null ? null : kind.strip().toLowerCase(Locale.ROOT);
  }
}
