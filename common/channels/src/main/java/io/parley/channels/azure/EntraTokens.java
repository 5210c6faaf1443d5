package io.parley.channels.azure;

import io.parley.channels.CallContext;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenIssuer;
import io.parley.channels.TokenResult;
import io.parley.channels.wire.AccessToken;
import io.parley.channels.wire.FormWriter;
import io.parley.channels.wire.HttpAnswers;
import io.parley.events.FailureCause;
import java.time.Duration;

/**
 * Access tokens of Microsoft Entra ID, by OAuth 2's client credentials
 * (providers/azure-communication-services.md §1).
 */
final class EntraTokens implements TokenIssuer {

  /** With two slashes, as Azure's own clients send it. */
  private static final String SCOPE = "https://communication.azure.com//.default";

  private static final Duration UNSAID = Duration.ofMinutes(5);

  @Override
  public ProviderRequest request(CallContext context) {
    OpenAccount account = context.account();
    return AccessToken.request(
        context.at(
            "https://login.microsoftonline.com/"
                + account.setting(AzureSettings.TENANT_ID)
                + "/oauth2/v2.0/token"),
        new FormWriter()
            .add("grant_type", "client_credentials")
            .add("client_id", account.setting(AzureSettings.CLIENT_ID))
            .add("client_secret", account.secret(AzureSettings.CLIENT_SECRET))
            .add("scope", SCOPE));
  }

  @Override
  public TokenResult read(ProviderResponse response) {
    return AccessToken.issued(response, UNSAID).orElseGet(() -> none(response.status()));
  }

  /** Throttling and time-outs say nothing about the credentials. */
  private static TokenResult none(int status) {
    return HttpAnswers.isRefusal(status) && status != 429
        ? AccessToken.refused(
            FailureCause.CREDENTIALS,
            "Microsoft Entra ID refused the application's credentials. An administrator has to"
                + " check tenant ID, client ID and client secret.",
            null)
        : AccessToken.unavailable("Microsoft Entra ID gave no access token (HTTP " + status + ").");
  }
}
