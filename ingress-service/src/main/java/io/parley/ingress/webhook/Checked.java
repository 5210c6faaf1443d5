package io.parley.ingress.webhook;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A call that was checked with the account's present secrets and, while a change of them has its
 * grace, with the earlier ones. Pure.
 *
 * @param account with the secrets that fitted; with the present ones if none did
 * @param earlierSecrets fields that fitted in their earlier value only
 * @param reception what came of it
 */
record Checked(OpenAccount account, Set<String> earlierSecrets, Reception reception) {

  Checked {
    earlierSecrets = Set.copyOf(earlierSecrets);
  }

  /** Checks a call and reads it. */
  static Checked of(WebhookAccount.Open to, WebhookRequest request, Instant receivedAt) {
    Reception present = to.receiver().receive(request, to.account(), receivedAt);
    if (present instanceof Reception.NotAuthentic) {
      for (Set<String> fields : to.account().rotations(receivedAt)) {
        OpenAccount before = to.account().before(fields);
        Optional<Reception.Refusal> refusal =
            to.receiver().authenticate(request, before, receivedAt);
        if (refusal.isEmpty()) {
          return new Checked(before, fields, to.receiver().read(request, before, receivedAt));
        }
      }
    }
    return new Checked(to.account(), Set.of(), present);
  }
}
