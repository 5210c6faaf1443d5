package io.parley.channels.linkmobility;

import io.parley.channels.CallContext;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenIssuer;
import io.parley.channels.TokenResult;
import io.parley.channels.wire.AccessToken;
import io.parley.channels.wire.FormWriter;
import io.parley.events.FailureCause;
import java.time.Duration;

/** Access tokens by client credentials (providers/link-mobility.md §1 and §9). */
final class LinkTokens implements TokenIssuer {

  private static final Duration UNSAID = Duration.ofMinutes(5);

  @Override
  public ProviderRequest request(CallContext context) {
    OpenAccount account = context.account();
    return AccessToken.request(
        context.at(new LinkSettings(account.settings()).tokenUrl()),
        new FormWriter()
            .add("grant_type", "client_credentials")
            .add("client_id", account.setting(LinkSettings.CLIENT_ID))
            .add("client_secret", account.secret(LinkSettings.CLIENT_SECRET)));
  }

  @Override
  public TokenResult read(ProviderResponse response) {
    return AccessToken.issued(response, UNSAID).orElseGet(() -> none(response.status()));
  }

  private static TokenResult none(int status) {
    return switch (status) {
      case 200 -> AccessToken.unavailable("LINK's answer has no access token.");
      case 400, 401, 403 ->
          AccessToken.refused(
              FailureCause.CREDENTIALS,
              "LINK gives no access token for the client id and secret. An administrator has to"
                  + " enter them again.",
              null);
      case 404, 405 ->
          AccessToken.refused(
              FailureCause.CONFIGURATION,
              "LINK gives no access tokens at the token URL. An administrator has to correct it.",
              null);
      default -> AccessToken.unavailable("LINK gave no access token (HTTP " + status + ").");
    };
  }
}
