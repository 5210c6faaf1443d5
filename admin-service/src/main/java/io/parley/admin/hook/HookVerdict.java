package io.parley.admin.hook;

import io.parley.events.WebhookObserved;
import java.time.Instant;

/** What can be said of a webhook URL. */
enum HookVerdict {
  /** The last call was accepted. */
  ARRIVED,
  /** The last call was refused. */
  REFUSED,
  /** No call has come. */
  NOTHING_YET;

  /**
   * What the calls at a URL say.
   *
   * @param since calls before do not count; for a test, where one accepted call is enough
   */
  static HookVerdict since(Instant since, Sightings.Calls calls) {
    if (calls.accepted().filter(call -> !call.at().isBefore(since)).isPresent()) {
      return ARRIVED;
    }
    return calls.refused().filter(call -> !call.at().isBefore(since)).isPresent()
        ? REFUSED
        : NOTHING_YET;
  }

  /** What the last call at a URL says. */
  static HookVerdict of(Sightings.Calls calls) {
    Instant refused = calls.refused().map(WebhookObserved::at).orElse(Instant.MIN);
    return since(refused, calls);
  }
}
