package io.parley.channels.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an access token is asked for and given (RFC 6749 §4.4 and §5.1). */
public final class AccessToken {

  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16384}");

  /** A token that is wrongly kept would fail every call. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private AccessToken() {}

  /** The call that asks for it. */
  public static ProviderRequest request(URI issuer, FormWriter form) {
    return new ProviderRequest(
        "POST",
        issuer,
        Map.of(
            "Content-Type", List.of("application/x-www-form-urlencoded"),
            "Accept", List.of("application/json")),
        form.bytes());
  }

  /**
   * The token, if the answer has one.
   *
   * @param usual how long it is valid if the answer does not say it
   */
  public static Optional<TokenResult> issued(ProviderResponse response, Duration usual) {
    JsonNode body = JsonBody.read(response.body());
    String token = JsonBody.text(body.path("access_token"));
    if (response.status() != 200 || token == null || !TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    long seconds = body.path("expires_in").asLong(0);
    Duration stated = seconds <= 0 ? usual : Duration.ofSeconds(seconds);
    return Optional.of(
        new TokenResult.Issued(token, stated.compareTo(LONGEST) > 0 ? LONGEST : stated));
  }

  /** Whoever gives tokens does not give us one. */
  public static TokenResult refused(FailureCause cause, String text, @Nullable String code) {
    return new TokenResult.Refused(new DeliveryReason(cause, text, code));
  }

  /** There was no token; it can be asked for again. */
  public static TokenResult unavailable(String text) {
    return new TokenResult.Unavailable(
        new DeliveryReason(
            FailureCause.PROVIDER_FAILURE, text + " It will be asked for again.", null));
  }
}
