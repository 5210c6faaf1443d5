package io.parley.simulator.twilio;

import io.parley.simulator.delivery.RetryPolicy;
import java.util.Optional;

/** An account under its SID. */
record Account(String sid, AccountSettings settings) {

  Optional<NumberSettings> number(Address address) {
    return settings.numbers().stream().filter(n -> n.address().equals(address)).findFirst();
  }

  Optional<MessagingServiceSettings> service(String sid) {
    return settings.messagingServices().stream().filter(s -> s.sid().equals(sid)).findFirst();
  }

  Optional<MessagingServiceSettings> serviceOf(Address sender) {
    return settings.messagingServices().stream().filter(s -> s.holds(sender)).findFirst();
  }

  boolean isTest() {
    return settings.type() == AccountType.TEST;
  }

  /** The account's own persistence where set, otherwise what the configured URL asks for. */
  RetryPolicy retries(WebhookUrl url) {
    return settings.callbackRetries() > 0
        ? RetryPolicy.persistent(settings.callbackRetries())
        : url.retries();
  }
}
