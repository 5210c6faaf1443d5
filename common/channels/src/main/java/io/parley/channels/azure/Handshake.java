package io.parley.channels.azure;

import io.parley.channels.OpenAccount;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.JsonBody;
import io.parley.events.EventJson;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How Event Grid finds out that we want its events (providers/azure-communication-services.md
 * §4.5). The slower forms, in which the subscriber calls back, are not used.
 */
final class Handshake {

  /** The type of the event that asks, in lower case. */
  static final String EVENT = "microsoft.eventgrid.subscriptionvalidationevent";

  private static final String ORIGIN = "WebHook-Request-Origin";
  private static final String ALLOWED = "POST, OPTIONS";
  private static final int LONGEST_CODE = 500;

  private Handshake() {}

  /** The answer to {@code OPTIONS}: origins that are not allowed get none of the headers. */
  static WebhookAnswer options(WebhookRequest request, OpenAccount account) {
    Optional<String> origin =
        request.header(ORIGIN).map(String::strip).filter(given -> isAllowed(given, account));
    return origin
        .map(
            allowed ->
                new WebhookAnswer(
                    200,
                    null,
                    "",
                    Map.of(
                        "WebHook-Allowed-Origin", allowed,
                        "WebHook-Allowed-Rate", "*",
                        "Allow", ALLOWED)))
        .orElseGet(() -> new WebhookAnswer(405, null, "", Map.of("Allow", ALLOWED)));
  }

  /** The answer to the event; exactly 200, because 202 and 204 do not count. */
  static WebhookAnswer validation(EventElement event) throws UnreadableEventException {
    String code = JsonBody.scalar(event.data().path("validationCode"));
    if (code == null || code.length() > LONGEST_CODE) {
      throw new UnreadableEventException("a validation event without validationCode");
    }
    return new WebhookAnswer(
        200,
        "application/json",
        EventJson.mapper().createObjectNode().put("validationResponse", code).toString());
  }

  /** Compares in lower case; what is not allowed can therefore never be echoed. */
  private static boolean isAllowed(String origin, OpenAccount account) {
    return Arrays.stream(AzureSettings.get(account, AzureSettings.ALLOWED_ORIGINS).split(","))
        .map(allowed -> allowed.strip().toLowerCase(Locale.ROOT))
        .anyMatch(origin.toLowerCase(Locale.ROOT)::equals);
  }
}
