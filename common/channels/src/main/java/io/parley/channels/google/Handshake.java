package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.OpenAccount;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.CallerChecks;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.StorableText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The call by which Google's console verifies the webhook: our client token, and a secret that it
 * wants to read back (providers/google-business-messages.md §2). It is not signed.
 *
 * @param clientToken what the caller knows
 * @param secret what it wants to hear
 */
record Handshake(String clientToken, String secret) {

  private static final int LONGEST_SECRET = 1_000;

  /** The handshake, if a body is one. */
  static Optional<Handshake> read(JsonNode body) {
    String clientToken = JsonBody.text(body.path("clientToken"));
    String secret = scalar(body.path("secret"));
    return clientToken == null || secret == null || body.has("agent") || body.has("message")
        ? Optional.empty()
        : Optional.of(new Handshake(clientToken, secret));
  }

  /** Whether the caller knows a token of the account; takes the same time whatever differs. */
  boolean isFrom(OpenAccount account) {
    return GoogleSignature.tokens(account).stream()
        .anyMatch(token -> CallerChecks.isSame(token, clientToken));
  }

  /** The secret alone, as text. */
  WebhookAnswer answer() {
    return new WebhookAnswer(200, "text/plain", secret);
  }

  /** Says nothing that opens anything. */
  @Override
  public String toString() {
    return "Handshake";
  }

  private static @Nullable String scalar(JsonNode node) {
    String value = JsonBody.scalar(node);
    return value == null || value.length() > LONGEST_SECRET ? null : StorableText.of(value);
  }
}
