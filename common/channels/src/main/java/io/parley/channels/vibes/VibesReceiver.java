package io.parley.channels.vibes;

import io.parley.channels.CallbackUrl;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookReceiver;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.CallerChecks;
import io.parley.channels.wire.XmlBody;
import java.time.Instant;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Vibes' webhooks. Vibes signs nothing: beside the secret URL there are a user and a password for
 * messages, which receipts cannot carry, and its addresses (providers/vibes.md §5). What cannot be
 * used is acknowledged, because anything else is repeated five times as it is (§3).
 */
final class VibesReceiver implements WebhookReceiver {

  private static final WebhookAnswer ANSWER = WebhookAnswer.OK;
  private static final int MAX_BODY = 64 * 1024;

  @Override
  public Optional<Reception.Refusal> authenticate(
      WebhookRequest request, OpenAccount account, Instant receivedAt) {
    if (!request.method().equals("POST")) {
      return Optional.of(new Reception.Malformed("Vibes calls with POST"));
    }
    return account
        .optionalSetting(VibesSettings.CALLBACK_ADDRESSES)
        .flatMap(list -> CallerChecks.address(request, list))
        .or(() -> isForReceipts(request) ? Optional.empty() : credentials(request, account));
  }

  @Override
  public Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    if (request.body().length > MAX_BODY) {
      return notUnderstood("the body is longer than " + MAX_BODY + " bytes");
    }
    Optional<Element> root = XmlBody.read(request.body());
    if (root.isEmpty()) {
      return notUnderstood("the body is not XML, or has a document type");
    }
    VibesFields fields = new VibesFields(root.get());
    return switch (XmlBody.name(root.get())) {
      case "moMessage" ->
          isForReceipts(request) && hasCredentials(account)
              ? notUnderstood("a message at the URL for receipts, which needs no password")
              : InboundMessage.read(fields, account, ANSWER, receivedAt);
      case "mtMessageResponse" -> Receipt.read(request, fields, account, ANSWER, receivedAt);
      case "deliver" -> notUnderstood("a message in the form of very old accounts (deliver)");
      default -> notUnderstood("neither a message nor a receipt");
    };
  }

  private static boolean isForReceipts(WebhookRequest request) {
    return request.subPath().equals(CallbackUrl.SUB_PATH);
  }

  private static boolean hasCredentials(OpenAccount account) {
    return account.optionalSetting(VibesSettings.INBOUND_USERNAME).isPresent();
  }

  private static Optional<Reception.Refusal> credentials(
      WebhookRequest request, OpenAccount account) {
    return account.optionalSetting(VibesSettings.INBOUND_USERNAME).isEmpty()
        ? Optional.empty()
        : CallerChecks.credentials(
            request,
            account,
            VibesSettings.INBOUND_USERNAME,
            VibesSettings.INBOUND_PASSWORD,
            VibesSettings.OLD_INBOUND_PASSWORD);
  }

  private static Reception.NotUnderstood notUnderstood(String reason) {
    return new Reception.NotUnderstood(reason, ANSWER);
  }
}
