package io.parley.admin.hook;

import io.parley.events.WebhookObserved;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call that was accepted.
 *
 * @param at when
 * @param from network address of who called
 * @param count how many the instance of ingress that took it has accepted since it started
 * @param earlierSecrets secret fields whose earlier value it was authenticated by
 * @param earlierUrl whether it came to the account's earlier URL
 */
@Schema(name = "AcceptedCall")
record AcceptedCall(
    Instant at,
    @Nullable String from,
    long count,
    List<String> earlierSecrets,
    boolean earlierUrl) {

  static AcceptedCall of(WebhookObserved call) {
    return new AcceptedCall(
        call.at(), call.from(), call.count(), call.earlierSecrets(), call.earlierKey());
  }
}
