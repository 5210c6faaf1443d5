package io.parley.channels.linkmobility;

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
import java.util.regex.Pattern;

/** Access tokens by client credentials (providers/link-mobility.md §1 and §9). */
final class LinkTokens implements TokenIssuer {

  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16384}");
  private static final Duration UNSAID = Duration.ofMinutes(5);
  private static final long LONGEST_SECONDS = Duration.ofDays(1).toSeconds();

  @Override
  public ProviderRequest request(CallContext context) {
    OpenAccount account = context.account();
    String form =
        "grant_type=client_credentials&client_id="
            + URLEncoder.encode(account.setting(LinkSettings.CLIENT_ID), UTF_8)
            + "&client_secret="
            + URLEncoder.encode(account.secret(LinkSettings.CLIENT_SECRET), UTF_8);
    return new ProviderRequest(
        "POST",
        context.at(new LinkSettings(account.settings()).tokenUrl()),
        Map.of(
            "Content-Type", List.of("application/x-www-form-urlencoded"),
            "Accept", List.of("application/json")),
        form.getBytes(UTF_8));
  }

  @Override
  public TokenResult read(ProviderResponse response) {
    int status = response.status();
    if (status == 200) {
      return issued(JsonBody.read(response.body()));
    }
    return switch (status) {
      case 400, 401, 403 ->
          new TokenResult.Refused(
              new DeliveryReason(
                  FailureCause.CREDENTIALS,
                  "LINK gives no access token for the client id and secret. An administrator has to"
                      + " enter them again.",
                  null));
      case 404, 405 ->
          new TokenResult.Refused(
              new DeliveryReason(
                  FailureCause.CONFIGURATION,
                  "LINK gives no access tokens at the token URL. An administrator has to correct"
                      + " it.",
                  null));
      default -> unavailable(" answered with HTTP " + status);
    };
  }

  private static TokenResult issued(JsonNode body) {
    String token = JsonBody.text(body.path("access_token"));
    if (token == null || !TOKEN.matcher(token).matches()) {
      return unavailable("'s answer has no access token");
    }
    long seconds = body.path("expires_in").asLong(0);
    return new TokenResult.Issued(
        token, seconds <= 0 ? UNSAID : Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)));
  }

  private static TokenResult unavailable(String what) {
    return new TokenResult.Unavailable(
        new DeliveryReason(
            FailureCause.PROVIDER_FAILURE,
            "LINK" + what + " when asked for an access token. It will be asked again.",
            null));
  }
}
