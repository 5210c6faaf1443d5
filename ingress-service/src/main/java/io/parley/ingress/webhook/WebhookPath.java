package io.parley.ingress.webhook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a webhook call, still encoded: signatures are made over it as it was sent.
 *
 * @param raw the whole path
 * @param provider name of the provider
 * @param accountKey key of the account
 * @param subPath what follows the key, empty or with a leading slash
 */
record WebhookPath(String raw, String provider, String accountKey, String subPath) {

  private static final Pattern FORM = Pattern.compile("/webhooks/([^/]+)/([^/]+)(/.*)?");

  /** Reads a path; nothing if it names no provider and account. */
  static Optional<WebhookPath> parse(String raw) {
    Matcher parts = FORM.matcher(raw);
    return parts.matches()
        ? Optional.of(
            new WebhookPath(
                raw,
                parts.group(1),
                parts.group(2),
                Optional.ofNullable(parts.group(3)).orElse("")))
        : Optional.empty();
  }
}
