package io.parley.channels.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.CallContext;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenIssuer;
import io.parley.channels.TokenResult;
import io.parley.channels.wire.JsonBody;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Access tokens of Microsoft Entra ID, by OAuth 2's client credentials
 * (providers/azure-communication-services.md §1).
 */
final class EntraTokens implements TokenIssuer {

  /** With two slashes, as Azure's own clients send it. */
  private static final String SCOPE = "https://communication.azure.com//.default";

  private static final Duration LONGEST = Duration.ofDays(1);

  @Override
  public ProviderRequest request(CallContext context) {
    OpenAccount account = context.account();
    String form =
        "grant_type=client_credentials&client_id="
            + encoded(account.setting(AzureSettings.CLIENT_ID))
            + "&client_secret="
            + encoded(account.secret(AzureSettings.CLIENT_SECRET))
            + "&scope="
            + encoded(SCOPE);
    return new ProviderRequest(
        "POST",
        context.at(
            "https://login.microsoftonline.com/"
                + account.setting(AzureSettings.TENANT_ID)
                + "/oauth2/v2.0/token"),
        Map.of(
            "Content-Type", List.of("application/x-www-form-urlencoded"),
            "Accept", List.of("application/json")),
        form.getBytes(UTF_8));
  }

  @Override
  public TokenResult read(ProviderResponse response) {
    JsonNode body = JsonBody.read(response.body());
    String token = JsonBody.text(body.path("access_token"));
    long seconds = body.path("expires_in").asLong(0);
    if (response.status() == 200 && token != null && seconds > 0) {
      return new TokenResult.Issued(
          token, Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())));
    }
    // Throttling and time-outs say nothing about the credentials.
    boolean refused =
        response.status() / 100 == 4 && response.status() != 408 && response.status() != 429;
    return refused
        ? new TokenResult.Refused(
            new DeliveryReason(
                FailureCause.CREDENTIALS,
                "Microsoft Entra ID refused the application's credentials. An administrator has to"
                    + " check tenant ID, client ID and client secret.",
                null))
        : new TokenResult.Unavailable(
            new DeliveryReason(
                FailureCause.PROVIDER_FAILURE,
                "Microsoft Entra ID gave no access token (HTTP " + response.status() + ").",
                null));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
