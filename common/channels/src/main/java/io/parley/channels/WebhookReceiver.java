package io.parley.channels;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a provider calls us. Pure; neither method ever throws, whatever the bytes are. The two are
 * apart because a call that was authentic but not understood is kept without its signature, and is
 * read again after a fix.
 */
public interface WebhookReceiver {

  /**
   * Authenticates a call over its raw bytes.
   *
   * @param request the call
   * @param account the account whose key stands in the URL
   * @param receivedAt when it arrived
   * @return why it is refused, or nothing when it is this account's provider who calls
   */
  Optional<Reception.Refusal> authenticate(
      WebhookRequest request, OpenAccount account, Instant receivedAt);

  /**
   * Reads what an authentic call says. Only method, sub-path, query, content type and body may be
   * relied on.
   *
   * @param request the call, perhaps without its other headers
   * @param account the account whose key stands in the URL
   * @param receivedAt when it arrived at first
   */
  Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt);

  /**
   * The query of a call as it may be kept with a dead letter: without secrets, and enough for
   * {@link #read}.
   *
   * @param account the account whose key stands in the URL
   */
  default @Nullable String keptQuery(@Nullable String rawQuery, OpenAccount account) {
    return rawQuery;
  }

  /**
   * What this provider takes for success when a call is acknowledged without being read, because
   * its account was deleted a short while ago.
   *
   * @param settings of the account, as they were
   */
  default WebhookAnswer acknowledgement(WebhookRequest request, Map<String, String> settings) {
    return WebhookAnswer.OK;
  }

  /** Authenticates, then reads. */
  default Reception receive(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    return authenticate(request, account, receivedAt)
        .<Reception>map(refusal -> refusal)
        .orElseGet(() -> read(request, account, receivedAt));
  }
}
