package io.parley.admin.hook;

import io.parley.events.WebhookObserved;
import io.parley.events.WebhookObserved.Refused;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call that was refused.
 *
 * @param at when
 * @param from network address of who called
 * @param count how many the instance of ingress that took it has refused since it started
 * @param status HTTP status of the answer
 * @param reason in words
 * @param header the header that was missing or wrong, where it was one
 * @param signedUrl the URL that the signature was checked against, where the provider signs it
 */
@Schema(name = "RefusedCall")
record RefusedCall(
    Instant at,
    @Nullable String from,
    long count,
    int status,
    String reason,
    @Nullable String header,
    @Nullable String signedUrl) {

  static RefusedCall of(WebhookObserved call) {
    Refused refused = Objects.requireNonNull(call.refused(), "a call that was accepted");
    return new RefusedCall(
        call.at(),
        call.from(),
        call.count(),
        refused.status(),
        refused.reason(),
        refused.header(),
        refused.signedUrl());
  }
}
