package io.parley.ingress.webhook;

import io.parley.channels.CallbackUse;
import io.parley.events.WebhookObserved.Purpose;
import java.util.List;

/** Which of an account's URLs was called. Pure. */
final class CallPurpose {

  private CallPurpose() {}

  /**
   * What the URL is for.
   *
   * @param callbacks the URLs that the account's provider is given
   * @param subPath what followed the account key
   */
  static Purpose of(List<CallbackUse> callbacks, String subPath) {
    return callbacks.stream()
        .filter(use -> use.subPath().equals(subPath))
        .map(use -> of(use.purpose()))
        .findFirst()
        .orElse(Purpose.OTHER);
  }

  private static Purpose of(CallbackUse.Purpose purpose) {
    return switch (purpose) {
      case INBOUND -> Purpose.INBOUND;
      case STATUS -> Purpose.STATUS;
      case INBOUND_AND_STATUS -> Purpose.INBOUND_AND_STATUS;
    };
  }
}
