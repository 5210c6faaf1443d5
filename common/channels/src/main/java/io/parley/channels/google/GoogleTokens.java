package io.parley.channels.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.CallContext;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenIssuer;
import io.parley.channels.TokenResult;
import io.parley.channels.wire.JsonBody;
import io.parley.events.Channel;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,8000}");
  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");
  private static final long USUAL_SECONDS = 3_599;

  @Override
  public ProviderRequest request(CallContext context) {
    return request(context, scope(context.account().channel()));
  }

  /** As {@link #request(CallContext)}, for a scope of choice. */
  static ProviderRequest request(CallContext context, String scope) {
    ServiceAccountKey key =
        ServiceAccountKey.read(context.account().secret(GoogleForm.SERVICE_ACCOUNT_KEY));
    String form =
        "grant_type="
            + URLEncoder.encode(GRANT, UTF_8)
            + "&assertion="
            + SignedAssertion.of(key, scope, context.now());
    return new ProviderRequest(
        "POST",
        context.at(key.tokenUrl()),
        Map.of(
            "Content-Type", List.of("application/x-www-form-urlencoded"),
            "Accept", List.of("application/json")),
        form.getBytes(UTF_8));
  }

  @Override
  public TokenResult read(ProviderResponse response) {
    return result(response);
  }

  static TokenResult result(ProviderResponse response) {
    JsonNode body = JsonBody.read(response.body());
    if (response.status() == 200) {
      String token = JsonBody.text(body.path("access_token"));
      return token != null && TOKEN.matcher(token).matches()
          ? new TokenResult.Issued(token, validity(body.path("expires_in")))
          : unavailable("Google answered the request for an access token without a token.");
    }
    String error = error(body);
    if (error == null || response.status() / 100 != 4 || response.status() == 429) {
      return unavailable(
          "Google gave no access token (HTTP " + response.status() + "). It will be asked again.");
    }
    return new TokenResult.Refused(
        new DeliveryReason(FailureCause.CREDENTIALS, refusal(error), error));
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

  /** Never longer than a day: a token that is wrongly kept would fail every call. */
  private static Duration validity(JsonNode seconds) {
    long stated = seconds.isTextual() ? seconds.asLong(0) : seconds.longValue();
    return Duration.ofSeconds(stated <= 0 || stated > 86_400 ? USUAL_SECONDS : stated);
  }

  private static TokenResult unavailable(String text) {
    return new TokenResult.Unavailable(
        new DeliveryReason(FailureCause.PROVIDER_FAILURE, text, null));
  }
}
