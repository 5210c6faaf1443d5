package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.CallContext;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenIssuer;
import io.parley.channels.TokenResult;
import io.parley.channels.wire.AccessToken;
import io.parley.channels.wire.FormWriter;
import io.parley.channels.wire.JsonBody;
import io.parley.events.Channel;
import io.parley.events.FailureCause;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens for a service account (providers/google-business-messages.md §1, Token). The scope
 * is the channel's.
 */
final class GoogleTokens implements TokenIssuer {

  /** The scope of the API that manages brands and agents; for the account check. */
  static final String MANAGEMENT_SCOPE = "https://www.googleapis.com/auth/businesscommunications";

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");
  private static final Duration USUAL = Duration.ofSeconds(3_599);

  @Override
  public ProviderRequest request(CallContext context) {
    return request(context, scope(context.account().channel()));
  }

  /** As {@link #request(CallContext)}, for a scope of choice. */
  static ProviderRequest request(CallContext context, String scope) {
    ServiceAccountKey key =
        ServiceAccountKey.read(context.account().secret(GoogleForm.SERVICE_ACCOUNT_KEY));
    return AccessToken.request(
        context.at(key.tokenUrl()),
        new FormWriter()
            .add("grant_type", GRANT)
            .add("assertion", SignedAssertion.of(key, scope, context.now())));
  }

  @Override
  public TokenResult read(ProviderResponse response) {
    return result(response);
  }

  static TokenResult result(ProviderResponse response) {
    return AccessToken.issued(response, USUAL).orElseGet(() -> none(response));
  }

  private static TokenResult none(ProviderResponse response) {
    int status = response.status();
    String error = error(JsonBody.read(response.body()));
    return error == null || status / 100 != 4 || status == 429
        ? AccessToken.unavailable("Google gave no access token (HTTP " + status + ").")
        : AccessToken.refused(FailureCause.CREDENTIALS, refusal(error), error);
  }

  /** The scope that a channel's API wants. */
  static String scope(Channel channel) {
    return switch (channel) {
      case GOOGLE_BUSINESS_MESSAGES -> "https://www.googleapis.com/auth/businessmessages";
      case RCS -> "https://www.googleapis.com/auth/rcsbusinessmessaging";
      case SMS, WHATSAPP, CUSTOM -> throw GoogleAddresses.notServed(channel);
    };
  }

  private static String refusal(String error) {
    return error.equals("invalid_grant")
        ? "Google refused the service account's key: it was revoked, its e-mail address is wrong, or"
            + " our clock is. An administrator has to upload a new key file."
        : "Google refused to give the service account access ("
            + error
            + "). An administrator has to check the service account and its key file.";
  }

  private static @Nullable String error(JsonNode body) {
    String error = JsonBody.text(body.path("error"));
    return error != null && ERROR.matcher(error).matches() ? error : null;
  }
}
