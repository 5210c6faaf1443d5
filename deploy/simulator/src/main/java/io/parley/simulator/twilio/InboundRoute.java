package io.parley.simulator.twilio;

import io.parley.simulator.http.InvalidFieldException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the webhooks of an inbound message go (twilio-sms.md §2).
 *
 * @param url absent when nothing is configured
 * @param number absent when the order itself names the URL
 */
record InboundRoute(
    Account account,
    Optional<NumberSettings> number,
    @Nullable MessagingServiceSettings service,
    Optional<WebhookUrl> url) {

  /**
   * @throws InvalidFieldException if the number does not belong to the account
   */
  static InboundRoute of(Account account, InboundOrder order) {
    Address to = Address.parse(order.to());
    Optional<NumberSettings> number = account.number(to);
    if (number.isEmpty() && order.signUrl() == null) {
      throw new InvalidFieldException("to", "is not a number of the account");
    }
    MessagingServiceSettings service = account.serviceOf(to).orElse(null);
    Optional<String> configured =
        Optional.ofNullable(order.signUrl()).or(() -> configured(number, service));
    return new InboundRoute(account, number, service, configured.map(WebhookUrl::new));
  }

  URI target(InboundOrder order, WebhookUrl signed) {
    return order.deliverUrl() == null
        ? signed.deliveredTo(number.map(NumberSettings::deliverTo).orElse(null))
        : new WebhookUrl(order.deliverUrl()).deliveredTo(null);
  }

  Optional<WebhookUrl> fallback() {
    return number.map(NumberSettings::smsFallbackUrl).map(WebhookUrl::new);
  }

  private static Optional<String> configured(
      Optional<NumberSettings> number, @Nullable MessagingServiceSettings service) {
    return service == null || service.useInboundWebhookOnNumber()
        ? number.map(NumberSettings::smsUrl)
        : Optional.ofNullable(service.inboundRequestUrl());
  }
}
