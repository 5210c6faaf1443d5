package io.parley.simulator.azure;

import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Parameter;
import io.parley.simulator.http.Parameters;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to an endpoint; events with the same one may share a delivery.
 *
 * @param wanted whether the secrets in query, headers and token are right
 * @param retries repetitions at most, in place of the subscription's
 */
record Route(
    Account account, Subscription subscription, SignatureKind wanted, @Nullable Integer retries) {

  static Route of(Account account, Subscription subscription) {
    return new Route(account, subscription, SignatureKind.VALID, null);
  }

  RetryPolicy policy() {
    RetryPolicy usual = subscription.retries();
    return retries == null ? usual : usual.atMost(retries);
  }

  /** A call with everything that proves where it comes from. */
  Webhook webhook(
      String kind,
      String messageId,
      String method,
      Map<String, String> more,
      String body,
      Tokens tokens) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("aeg-subscription-name", subscription.name().toUpperCase(Locale.ROOT));
    headers.putAll(secrets());
    SubscriptionSettings.Entra entra = subscription.settings().entra();
    if (entra != null && wanted != SignatureKind.NONE) {
      String audience = wanted == SignatureKind.VALID ? entra.audience() : "somebody-else";
      headers.put("Authorization", "Bearer " + tokens.issue(entra, audience));
    }
    return new Webhook(kind, messageId, method, address(), headers, body);
  }

  private Map<String, String> secrets() {
    Map<String, String> secrets = new LinkedHashMap<>();
    if (wanted != SignatureKind.NONE) {
      subscription
          .settings()
          .headers()
          .forEach((name, value) -> secrets.put(name, isRight() ? value : "wrong"));
    }
    return secrets;
  }

  private URI address() {
    URI address = subscription.settings().endpoint().address();
    String query = address.getRawQuery();
    if (isRight() || query == null) {
      return address;
    }
    String bare = address.toString().replaceFirst("\\?.*$", "");
    if (wanted == SignatureKind.NONE) {
      return URI.create(bare);
    }
    Parameters wrong =
        new Parameters(
            Parameters.parse(query).list().stream()
                .map(p -> new Parameter(p.name(), "wrong"))
                .toList());
    return URI.create(bare + "?" + wrong.encode());
  }

  private boolean isRight() {
    return wanted == SignatureKind.VALID;
  }
}
