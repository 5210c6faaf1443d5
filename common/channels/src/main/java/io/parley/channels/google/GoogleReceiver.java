package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookReceiver;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.ContentTypes;
import io.parley.channels.wire.JsonBody;
import java.time.Instant;
import java.util.Optional;

/**
 * Google's webhooks. Google takes nothing but 200 for an answer and repeats everything else for
 * seven days (providers/google-business-messages.md §4), so what is authentic is always
 * acknowledged.
 */
final class GoogleReceiver implements WebhookReceiver {

  private static final String JSON = "application/json";

  @Override
  public Optional<Reception.Refusal> authenticate(
      WebhookRequest request, OpenAccount account, Instant receivedAt) {
    if (!request.method().equals("POST")) {
      return Optional.of(new Reception.Malformed("Google calls with POST"));
    }
    String contentType = request.header("Content-Type").orElse(JSON);
    if (!ContentTypes.mediaType(contentType).equals(JSON) || !ContentTypes.isUtf8(contentType)) {
      return Optional.of(new Reception.UnsupportedType("expected " + JSON + " in UTF-8"));
    }
    JsonNode body = JsonBody.read(request.body());
    Optional<Handshake> handshake = Handshake.read(body);
    if (handshake.isPresent()) {
      return handshake.get().isFrom(account)
          ? Optional.empty()
          : notAuthentic("the handshake's clientToken is not this account's");
    }
    return switch (account.channel()) {
      case GOOGLE_BUSINESS_MESSAGES -> signed(request, account, request.body(), "the body");
      case RCS ->
          RcsEnvelope.event(body)
              .map(event -> signed(request, account, event, "the decoded message.data"))
              .orElseGet(
                  () -> Optional.of(new Reception.Malformed("there is no event in message.data")));
      case SMS, WHATSAPP, CUSTOM ->
          Optional.of(new Reception.Malformed("Google does not serve " + account.channel()));
    };
  }

  @Override
  public Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    JsonNode body = JsonBody.read(request.body());
    Optional<Handshake> handshake = Handshake.read(body);
    if (handshake.isPresent()) {
      return Reception.Understood.nothing(handshake.get().answer());
    }
    return switch (account.channel()) {
      case GOOGLE_BUSINESS_MESSAGES -> BusinessMessagesEvent.read(body, account, receivedAt);
      case RCS ->
          RcsEnvelope.event(body)
              .map(event -> RcsEvent.read(JsonBody.read(event), account, receivedAt))
              .orElseGet(() -> notUnderstood("there is no event in message.data"));
      case SMS, WHATSAPP, CUSTOM -> notUnderstood("Google does not serve " + account.channel());
    };
  }

  /** What is kept for people and acknowledged. */
  static Reception notUnderstood(String reason) {
    return new Reception.NotUnderstood(reason, WebhookAnswer.OK);
  }

  private static Optional<Reception.Refusal> signed(
      WebhookRequest request, OpenAccount account, byte[] signed, String what) {
    Optional<String> signature = request.header(GoogleSignature.HEADER);
    if (signature.isEmpty()) {
      return notAuthentic(GoogleSignature.HEADER + " is missing");
    }
    return GoogleSignature.matches(account, signed, signature.get())
        ? Optional.empty()
        : notAuthentic(
            GoogleSignature.HEADER
                + " does not fit "
                + what
                + "; is this account's client token the one of the webhook "
                + request.publicUrl()
                + "?");
  }

  private static Optional<Reception.Refusal> notAuthentic(String reason) {
    return Optional.of(new Reception.NotAuthentic(reason).because(GoogleSignature.HEADER));
  }
}
