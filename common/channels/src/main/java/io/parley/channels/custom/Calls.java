package io.parley.channels.custom;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import java.time.Instant;
import java.util.Optional;

/** How the other side of one account calls us. */
sealed interface Calls permits HttpCalls, ContractCalls {

  /** Why a call is refused, if it is. */
  Optional<Reception.Refusal> refusal(
      WebhookRequest request, OpenAccount account, Instant receivedAt);

  /** What an authentic call says. */
  Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt);

  /** What the other side takes for success. */
  WebhookAnswer acknowledgement();

  /** A query without what opens it. */
  default String withoutToken(String rawQuery) {
    return rawQuery;
  }

  /** Reads what an account declares. */
  static Calls of(Settings settings, Problems problems) {
    return settings.isContract()
        ? ContractCalls.of(settings, problems)
        : HttpCalls.of(settings, problems);
  }
}
