package io.parley.admin.deadletter;

import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that was authentic and not understood, whole.
 *
 * @param letter what is known of it
 * @param query the query string, without secrets
 * @param traceParent the trace of the call, to find it in logs
 * @param body as the provider sent it, Base64
 * @param text the same as text; absent when it is not UTF-8
 */
@Schema(name = "WebhookLetterDetail")
record WebhookLetterDetail(
    WebhookLetterView letter,
    String query,
    String traceParent,
    String body,
    @Nullable String text) {

  static WebhookLetterDetail of(WebhookLetter webhook, Letters.Whole whole) {
    return new WebhookLetterDetail(
        WebhookLetterView.of(webhook, whole.state()),
        webhook.query(),
        webhook.traceParent(),
        Base64.getEncoder().encodeToString(whole.body()),
        Bodies.text(whole.body()));
  }
}
