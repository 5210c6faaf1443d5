package io.parley.ingress.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.CallbackUrl;
import io.parley.channels.OpenAccount;
import io.parley.channels.WebhookRequest;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.parley.ingress.publication.OutgoingRecord;
import io.parley.platform.messaging.DeadLetters;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the dead letter of a webhook that is authentic but not understood: the raw body, and what
 * is needed to read it again. Neither the signature nor the account's key is in it.
 */
final class UnreadWebhook {

  private UnreadWebhook() {}

  /** The record; the same webhook gives the same id. */
  static OutgoingRecord record(
      String provider,
      OpenAccount account,
      WebhookRequest request,
      String reason,
      TraceParent trace,
      Instant receivedAt) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("provider", provider);
    details.put("account-id", account.id().toString());
    details.put("method", request.method());
    details.put("sub-path", request.subPath());
    details.put("query", text(request.rawQuery()));
    details.put("content-type", request.header("content-type").orElse(""));
    details.put("received-at", receivedAt.toString());
    details.put("traceparent", trace.value());
    Topic topic =
        request.subPath().startsWith(CallbackUrl.SUB_PATH)
            ? Topic.MESSAGES_RECEIPTS
            : Topic.MESSAGES_RECEIVED;
    String key = account.id().toString();
    return OutgoingRecord.of(
        "dead-letter/" + key + "/" + digest(request),
        DeadLetters.record(topic, key, request.body(), reason, details));
  }

  private static String digest(WebhookRequest request) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(
          (request.method() + request.subPath() + "?" + text(request.rawQuery())).getBytes(UTF_8));
      return HexFormat.of().formatHex(sha.digest(request.body()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
