package io.parley.channels;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a call to a provider is made with, besides what it says.
 *
 * @param account with its secrets
 * @param endpoints where the provider's hosts are
 * @param now for signatures and tokens
 * @param accessToken where the account has a {@link TokenIssuer}; otherwise nothing
 */
public record CallContext(
    OpenAccount account, Endpoints endpoints, Instant now, @Nullable String accessToken) {

  /** Where a URL of the provider really is; see {@link Endpoints#at}. */
  public URI at(String realUrl) {
    return endpoints.at(URI.create(realUrl));
  }

  /** The access token of an account that needs one. */
  public String token() {
    if (accessToken == null) {
      throw new IllegalStateException("no access token was got for account " + account.id());
    }
    return accessToken;
  }

  /** Says which account it is and nothing that opens it. */
  @Override
  public String toString() {
    return "CallContext[" + account + "]";
  }
}
