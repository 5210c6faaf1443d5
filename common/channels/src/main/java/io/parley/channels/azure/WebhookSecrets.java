package io.parley.channels.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.OpenAccount;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.CallerChecks;
import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.MalformedFormException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shared secret that proves who calls, because Event Grid signs nothing: in the query or in a
 * static delivery header (providers/azure-communication-services.md §4.6). An account without one
 * relies on the unguessable key in its URL.
 */
final class WebhookSecrets {

  /** The query parameter that carries it. */
  static final String QUERY = "code";

  private static final String BEARER = "Bearer ";

  private WebhookSecrets() {}

  /** Whether a call carries a secret in force; every combination is compared, whichever fits. */
  static boolean areKept(WebhookRequest request, OpenAccount account) {
    List<String> secrets =
        Stream.of(AzureSettings.WEBHOOK_SECRET, AzureSettings.PREVIOUS_WEBHOOK_SECRET)
            .map(account::optionalSecret)
            .flatMap(Optional::stream)
            .filter(secret -> !secret.isBlank())
            .toList();
    boolean kept = secrets.isEmpty();
    for (String given : given(request, account)) {
      for (String secret : secrets) {
        kept |= CallerChecks.isSame(secret, given);
      }
    }
    return kept;
  }

  private static List<String> given(WebhookRequest request, OpenAccount account) {
    List<String> given = new ArrayList<>(inQuery(request));
    request.header(AzureSettings.get(account, AzureSettings.WEBHOOK_HEADER)).ifPresent(given::add);
    request
        .header("Authorization")
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .ifPresent(value -> given.add(value.substring(BEARER.length()).strip()));
    return given;
  }

  private static List<String> inQuery(WebhookRequest request) {
    String query = request.rawQuery();
    try {
      return query == null ? List.of() : FormBody.parse(query.getBytes(UTF_8)).all(QUERY);
    } catch (MalformedFormException notAQuery) {
      return List.of();
    }
  }
}
